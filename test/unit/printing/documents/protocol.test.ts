import { describe, expect, it } from 'vitest';
import { refusalProtocolDocument } from '../../../../src-main/printing/documents/protocol.ts';
import { refusalInput } from './every-document.ts';
import { plainText, words } from './plain-text.ts';

describe('refusalProtocolDocument', () => {
  it('proves the payment and says not to pay again', () => {
    expect(plainText(refusalProtocolDocument(refusalInput))).toMatchInlineSnapshot(`
      "Fibra do Vale Telecomunicações Ltda.
      CNPJ 33.000.167/0001-01
      Rua das Acácias, 1200, Sala 3, Centro
      Blumenau - SC, 89010-100
      ────────────────────────
      PAGAMENTO RECEBIDO
      [feed]
      R$ 123,45
      20/11/2026 às 23:31:44
      ────────────────────────
      Seu pagamento foi recebido, mas a fatura
      continua em aberto no sistema. Não pague
      de novo: mostre este papel no atendimento.
      [feed]
      Protocolo
      T01-8F3K2
      ────────────────────────
      Cliente                                 Maria S.
      CPF                               ***.982.247-**
      [feed]
      Fatura 2026110045                      R$ 123,45
      Mensalidade Fibra 500 Mega, novembro de 2026
      ────────────────────────
      ID da transação
      E00416968202611211732aBcDeFgHiJk
      Identificador da cobrança (txid)
      7978c0c97ea847e78e8849634473c1f1
      ────────────────────────
      Terminal                                     T01
      Atendimento                       (47) 3333-0000
      [feed]
      NÃO É DOCUMENTO FISCAL
      [feed]
      [cut]"
    `);
  });

  it('promises the money back where the invoice was paid before', () => {
    const text = words(refusalProtocolDocument({ ...refusalInput, matter: 'refund' }));
    expect(text).toContain(
      'esta fatura já estava paga ou o código já tinha vencido. O valor deve ser devolvido',
    );
    expect(text).not.toContain('continua em aberto');
  });

  it('says what came and what the invoice is, where the two differ', () => {
    const text = words(
      refusalProtocolDocument({ ...refusalInput, amountCents: 9900, matter: 'wrong-amount' }),
    );
    expect(text).toContain('Recebemos um valor diferente do cobrado');
    expect(text).toMatch(/R\$.99,00[\s\S]*R\$.123,45/);
  });
});
