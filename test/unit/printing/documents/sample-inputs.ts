import { parseTypeableLine } from '../../../../src-main/domain/boleto.ts';
import type { ReceiptInput } from '../../../../src-main/printing/documents/receipt.ts';
import type { SlipInput } from '../../../../src-main/printing/documents/slip.ts';

/** 212 characters, as hybrid PIX texts go. */
export const pixCode =
  '00020101021226940014br.gov.bcb.pix2572qr-h.sandbox.pix.bcb.gov.br/rest/api/v2/7b2d64c4eb744a2d92a4dd5f8cfc4dfa' +
  '5204000053039865802BR5913FULANO DE TAL6008BRASILIA62070503***80950014br.gov.bcb.pix2573qr-h.sandbox.pi';

export const bankLine = '34191101213456788005871234570001616670000012345';
export const bankBarcode = '34196166700000123451101234567880057123457000';
export const collectionLine = '846700000017435900240209024050002435842210108119';
export const collectionBarcode = '84670000001435900240200240500024384221010811';

const company = {
  name: 'Fibra do Vale Telecomunicações Ltda.',
  document: '33000167000101',
  address: 'Rua das Acácias, 1200, Sala 3, Centro\nBlumenau - SC, 89010-100',
  supportPhone: '(47) 3333-0000',
};

export function boletoOf(line: string): SlipInput['boleto'] {
  const parsed = parseTypeableLine(line);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

export const slipInput: SlipInput = {
  slipHeader:
    'FIBRA DO VALE\nInternet que chega\n--------------------------\nAtendimento 24 horas: 0800 000 0000',
  receiptHeader: 'CABEÇALHO DO PIX',
  company,
  payer: { name: 'Maria Aparecida da Conceição e Silva', document: '52998224725' },
  invoiceId: '2026110045',
  description: 'Mensalidade Fibra 500 Mega, novembro de 2026',
  dueDate: '2026-12-21',
  originalCents: 12345,
  boleto: boletoOf(bankLine),
  pixCode,
  terminalId: 'T01',
  printedAt: Date.parse('2026-11-21T17:32:05Z'),
  timeZone: 'America/Sao_Paulo',
};

export const receiptInput: ReceiptInput = {
  receiptHeader: 'FIBRA DO VALE\nComprovante de pagamento',
  slipHeader: 'CABEÇALHO DO BOLETO',
  company,
  payer: { maskedName: 'Maria S.', document: '52998224725' },
  invoices: [
    { id: '2026110045', description: 'Mensalidade Fibra 500 Mega, novembro de 2026', amountCents: 12345 },
  ],
  amountCents: 12345,
  proof: {
    by: 'psp',
    txid: '7978c0c97ea847e78e8849634473c1f1',
    endToEndId: 'E00416968202611211732aBcDeFgHiJk',
    paidAt: Date.parse('2026-11-21T02:31:44Z'),
  },
  writeOff: 'done',
  terminalId: 'T01',
  timeZone: 'America/Sao_Paulo',
};
