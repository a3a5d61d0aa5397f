import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factValues, fillMessage } from '../../../../src-main/relay/chat/message-text.ts';
import { chatSenderSettings, defaultTemplates } from '../../../../src-main/settings/chat-sender-settings.ts';

const zone = 'America/Sao_Paulo';
const facts = {
  company: 'Rede Horizonte',
  invoiceId: '910003',
  description: 'Mensalidade 11/2026',
  amountCents: 12_990,
  dueDate: '2026-11-25',
  typeableLine: '00190500954014481606906809350314337370000000100',
  pixCode:
    '00020126360014br.gov.bcb.pix0114+5554987654321520400005303986540510.005802BR5905MARIA6009SAO PAULO62070503***6304ABCD',
  paidAt: Date.UTC(2026, 10, 21, 12, 3),
  protocol: 'BALCAO7F3A',
};

describe('the default templates', () => {
  const values = { Nome: 'Maria', ...factValues(facts, zone) };

  it('of a boleto', () => {
    expect(fillMessage(defaultTemplates.typeableLine, values)).toEqual([
      [
        'Olá, Maria!',
        'Aqui está o boleto que você pediu no totem.',
        '',
        '*Rede Horizonte*',
        'Fatura: Mensalidade 11/2026',
        'Vencimento: 25/11/2026',
        'Valor: *R$ 129,90*',
        '',
        'Para pagar, copie a linha digitável que vem na próxima mensagem e cole no aplicativo do seu banco.',
      ].join('\n'),
      facts.typeableLine,
    ]);
  });

  it('says what an overdue boleto costs today, and of no other', () => {
    const [onTime] = fillMessage(defaultTemplates.typeableLine, values);
    expect(onTime).not.toContain('Total hoje');
    const late = { ...values, ...factValues({ ...facts, dueCents: 13_302 }, zone) };
    expect(fillMessage(defaultTemplates.typeableLine, late)[0]).toContain(
      '\nTotal hoje, com juros e multa: *R$ 133,02*\n',
    );
  });

  it('of a PIX keep its code to the letter, in a message of its own', () => {
    const [words, ...others] = fillMessage(defaultTemplates.pix, values);
    expect(words).toMatch(/PIX Copia e Cola que vem na próxima mensagem/);
    expect(others).toEqual([facts.pixCode]);
    expect(words).not.toContain('Válido');
    const brief = { ...values, ...factValues({ ...facts, validUntil: facts.paidAt }, zone) };
    expect(fillMessage(defaultTemplates.pix, brief)[0]).toContain('\nVálido até: 21/11/2026, 09:03\n');
  });

  it('of a receipt', () => {
    expect(fillMessage(defaultTemplates.receipt, values)).toEqual([
      [
        'Olá, Maria!',
        'Recebemos o seu pagamento. Obrigado!',
        '',
        '*Rede Horizonte*',
        'Referente a: Mensalidade 11/2026',
        'Valor: *R$ 129,90*',
        'Pago em: 21/11/2026, 09:03',
        'Protocolo: *BALCAO7F3A*',
      ].join('\n'),
    ]);
  });

  it('say nothing of what is not known', () => {
    const text = fillMessage(defaultTemplates.receipt, { Nome: 'Maria', Valor: 'R$ 1,00' });
    expect(text).toEqual(['Olá, Maria!\nRecebemos o seu pagamento. Obrigado!\n\nValor: *R$ 1,00*']);
  });

  it.each(['typeableLine', 'pix', 'receipt'] as const)(
    'of a customer without a name: %s says what it is',
    (name) => {
      const { Nome: _, ...nameless } = values;
      expect(fillMessage(defaultTemplates[name], nameless)[0]).toMatch(/^(?:Aqui está o|Recebemos o seu)/);
    },
  );

  it('pass their own check', () => {
    expect(chatSenderSettings.parse({ url: 'https://c.example.com/send' }).templates).toEqual(
      defaultTemplates,
    );
  });
});

it.each([
  ['*$Nome$*: $TextMessage$', { Nome: 'Zé *VIP*', TextMessage: 'olá_' }, '*Zé ＊VIP＊*: olá＿'],
  ['_$nome$_', { Nome: 'a\nb' }, '_a b_'],
  ['Oi *$Nome$*, tudo bem? $Empresa$', { Empresa: 'X' }, 'Oi , tudo bem? X'],
  [String.raw`a\nb`, {}, 'a\nb'],
  ['a\r\n\r\n\r\n\r\nb', {}, 'a\n\nb'],
  ['Copie: $PixCopiaECola$ e pague', { PixCopiaECola: 'A*B*C' }, 'Copie:', 'A*B*C', 'e pague'],
  ['*$LinhaDigitavel$*', { LinhaDigitavel: '123' }, '123'],
  ['Custa $5 e $10', {}, 'Custa $5 e $10'],
])('%s with %o says %s', (template, values, ...messages) => {
  expect(fillMessage(template, values)).toEqual(messages);
});

it('no value brings a mark or a line into the text of a template', () => {
  const value = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(value, value, (Nome, Empresa) => {
      const text = fillMessage(String.raw`*$Nome$*\n~$Empresa$~ fim`, { Nome, Empresa }).join('\n\n\n');
      expect(text.split('\n').length).toBeLessThanOrEqual(2);
      expect(text.match(/\*/g)?.length ?? 0).toBeLessThanOrEqual(2);
      expect(text.match(/~/g)?.length ?? 0).toBeLessThanOrEqual(2);
      expect(text).not.toMatch(/[_`]/);
    }),
  );
});

it('a template with a misspelt variable is no setting', () => {
  const parsed = chatSenderSettings.safeParse({
    url: 'https://c.example.com/send',
    templates: { pix: '$Nme$ $pixcopiaecola$' },
  });
  expect(parsed.error?.issues[0]?.message).toBe('não há variável $Nme$: confira o nome');
});
