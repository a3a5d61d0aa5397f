import * as z from 'zod';
import { messageCodes, messageTexts } from '../domain/message.ts';
import { lineOfText, secret, unlessBlank, webAddress } from './setting-fields.ts';

/** `\n` begins a new line: the technician's fields have one line. */
export const defaultTemplates = {
  typeableLine:
    String.raw`Olá, $Nome$!\nAqui está o boleto que você pediu no totem.\n` +
    String.raw`\n*$Empresa$*\nFatura: $Descricao$\nVencimento: $Vencimento$\nValor: *$Valor$*\n` +
    String.raw`Total hoje, com juros e multa: *$TotalHoje$*\n` +
    String.raw`\nPara pagar, copie a linha digitável que vem na próxima mensagem e cole no aplicativo do seu banco.` +
    String.raw`\n$LinhaDigitavel$`,
  pix:
    String.raw`Olá, $Nome$!\nAqui está o PIX que você pediu no totem.\n` +
    String.raw`\n*$Empresa$*\nFatura: $Descricao$\nVencimento: $Vencimento$\nValor: *$Valor$*\nVálido até: $ValidoAte$\n` +
    String.raw`\nPara pagar, copie o PIX Copia e Cola que vem na próxima mensagem e cole no aplicativo do seu banco.` +
    String.raw`\n$PixCopiaECola$`,
  receipt:
    String.raw`Olá, $Nome$!\nRecebemos o seu pagamento. Obrigado!\n` +
    String.raw`\n*$Empresa$*\nReferente a: $Descricao$\nValor: *$Valor$*\nPago em: $PagoEm$\nProtocolo: *$Protocolo$*` +
    String.raw`\nID da transação: $IdTransacao$\nTxid: $Txid$`,
} as const;

const known: ReadonlySet<string> = new Set(
  [...messageCodes, ...messageTexts].map((name) => name.toLowerCase()),
);

/** The first variable of a template that nobody knows. */
function strangerIn(text: string): string | undefined {
  const names = [...text.matchAll(/\$([A-Za-z]+)\$/g)].map((match) => match[1] ?? '');
  return names.find((name) => !known.has(name.toLowerCase()));
}

/** @param needed the variable without which such a message is of no use */
function template(what: string, standard: string, needed?: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .refine((text) => strangerIn(text) === undefined, {
      error: ({ input }) => `não há variável $${strangerIn(String(input)) ?? ''}$: confira o nome`,
    })
    .refine(
      (text) => needed === undefined || text.toLowerCase().includes(`$${needed.toLowerCase()}$`),
      `falta $${needed}$: sem ele a mensagem não serve`,
    )
    .default(standard)
    .describe(`${what} Variables between dollar signs, _italic_, *bold*, ~struck~ and \\n: docs/chat.md.`);
}

/** Section `relay.chat.sender` of the settings. */
export const chatSenderSettings = z
  .strictObject({
    url: webAddress().describe("The platform's address that takes messages (POST)."),
    tokenHeader: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,40}$/, {
        error: unlessBlank('use só letras, números e “-”: por exemplo, Authorization'),
      })
      .default('Authorization')
      .describe('Header that the token goes in.'),
    token: z.exactOptional(secret()).describe('The token, as the header has it, without spaces.'),
    tokenScheme: z
      .exactOptional(z.string().regex(/^[A-Za-z][\w-]{0,19}$/, 'use uma palavra só: por exemplo, Bearer'))
      .describe('Word before the token, e.g. Bearer. Left out: none.'),
    sendType: lineOfText(40).default('common').describe('Value of tipo_envio.'),
    templates: z
      .strictObject({
        typeableLine: template(
          "The boleto's typeable line.",
          defaultTemplates.typeableLine,
          'LinhaDigitavel',
        ),
        pix: template("The PIX's text to copy.", defaultTemplates.pix, 'PixCopiaECola'),
        receipt: template('The receipt of a payment.', defaultTemplates.receipt),
      })
      .prefault({})
      .describe('What the messages say.'),
  })
  .describe("The platform's message sender. Left out: no messages are sent.");
