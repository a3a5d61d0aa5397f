import { copySlipDocument, type FiscalNoteSlip } from '../../../../src-main/printing/documents/copy-slip.ts';
import type { PaperInvoice } from '../../../../src-main/printing/documents/paid-invoices.ts';
import { type PixSlipInput, pixSlipDocument } from '../../../../src-main/printing/documents/pix-slip.ts';
import {
  type RefusalProtocolInput,
  refusalProtocolDocument,
} from '../../../../src-main/printing/documents/protocol.ts';
import { receiptDocument } from '../../../../src-main/printing/documents/receipt.ts';
import {
  type RequestProtocolInput,
  requestProtocolDocument,
} from '../../../../src-main/printing/documents/request-protocol.ts';
import { slipDocument } from '../../../../src-main/printing/documents/slip.ts';
import { type StatementInput, statementDocument } from '../../../../src-main/printing/documents/statement.ts';
import { testPageDocument } from '../../../../src-main/printing/documents/test-page.ts';
import { asReprint, type PrintDocument } from '../../../../src-main/printing/layout.ts';
import type { LogoBlock } from '../../../../src-main/printing/logo.ts';
import { boletoOf, collectionLine, pixCode, receiptInput, slipInput } from './sample-inputs.ts';

const { company, terminalId, timeZone, printedAt } = slipInput;
const customer = receiptInput.payer;

/** A triangle. */
const logo: LogoBlock = {
  kind: 'logo',
  width: 64,
  height: 64,
  dots: Buffer.from(
    Array.from({ length: 64 * 8 }, (_, index) => {
      const black = (index >> 3) - (index % 8) * 8;
      return black >= 8 ? 0xff : (0xff00 >> Math.max(0, black)) & 0xff;
    }),
  ).toString('base64'),
};

const twoInvoices = [
  ...receiptInput.invoices,
  { id: '2026100031', description: 'Instalação e roteador Wi-Fi 6 (parcela 2 de 10)', amountCents: 4990 },
];

const threeEnds: readonly PaperInvoice[] = [
  ...twoInvoices,
  { id: '2026100032', description: 'Telefonia fixa', amountCents: 3990 },
].map((invoice, index) => ({
  ...invoice,
  standing: (['done', 'for-person', 'refund-due'] as const)[index] ?? 'processing',
}));

export const pixSlipInput: PixSlipInput = {
  company,
  payeeName: 'FIBRA DO VALE TELECOM',
  invoices: receiptInput.invoices,
  amountCents: 12345,
  brCode: pixCode,
  expiresAt: Date.parse('2026-11-21T17:37:05Z'),
  terminalId,
  timeZone,
  printedAt,
};

export const ticketInput: RequestProtocolInput = {
  company,
  customer,
  protocol: '20261121000437',
  askedAt: printedAt,
  standing: 'done',
  subject: 'Internet lenta',
  message: 'Desde ontem à noite a conexão cai de hora em hora, também com cabo.',
  remarks: 'Visita técnica marcada para 23/11, de manhã.',
  terminalId,
  timeZone,
};

export const refusalInput: RefusalProtocolInput = {
  company,
  customer,
  protocol: 'T01-8F3K2',
  invoices: receiptInput.invoices,
  amountCents: 12345,
  proof: receiptInput.proof,
  matter: 'refused',
  terminalId,
  timeZone,
};

export const statementInput: StatementInput = {
  company,
  customer,
  period: { from: '2026-08-01', to: '2026-11-21' },
  rows: [
    {
      description: 'Mensalidade Fibra 500 Mega, agosto de 2026',
      amountCents: 12345,
      dueDate: '2026-08-21',
      paid: { on: '2026-08-20', amountCents: 12345 },
    },
    {
      description: 'Mensalidade Fibra 500 Mega, setembro de 2026',
      amountCents: 12345,
      dueDate: '2026-09-21',
      paid: { on: '2026-10-02', amountCents: 12627 },
    },
    { description: 'Multa por rescisão', amountCents: 123_456_789 },
    {
      description: 'Mensalidade Fibra 500 Mega, novembro de 2026',
      amountCents: 12345,
      dueDate: '2026-12-21',
    },
  ],
  terminalId,
  timeZone,
  printedAt,
};

export const fiscalNoteInput: FiscalNoteSlip = {
  paper: 'fiscal-note',
  company,
  customer,
  number: '000.123.457',
  postedOn: '2026-11-03',
  protocol: '135 2611 0304 5577 8899 0011 2233',
  identification: 'NFCom 62',
  amountCents: 12345,
  address: 'https://notas.fibradovale.example/nfcom/2026/11/42261133000167000101620010001234571012345678.pdf',
  terminalId,
  timeZone,
  printedAt,
};

/** Every document that the kiosk prints, in its variants, by name. */
export function everyDocument(columns: number): Readonly<Record<string, PrintDocument>> {
  return {
    slip: slipDocument({ ...slipInput, overdueCents: 13001 }),
    'slip-collection': slipDocument({ ...slipInput, boleto: boletoOf(collectionLine) }),
    receipt: receiptDocument(receiptInput),
    'receipt-with-logo': receiptDocument({ ...receiptInput, company: { ...company, logo } }),
    'receipt-copies': asReprint(
      receiptDocument({
        ...receiptInput,
        invoices: twoInvoices,
        amountCents: 17335,
        copies: ['customer', 'company'],
      }),
    ),
    'receipt-provisional': receiptDocument({ ...receiptInput, writeOff: 'processing' }),
    'receipt-several-provisional': receiptDocument({
      ...receiptInput,
      invoices: threeEnds.slice(0, 2).map((invoice, index) => ({
        ...invoice,
        standing: index === 0 ? ('done' as const) : ('processing' as const),
      })),
      amountCents: 17335,
      writeOff: 'processing',
    }),
    'receipt-by-company': receiptDocument({
      ...receiptInput,
      proof: { by: 'company', confirmedAt: printedAt },
    }),
    'pix-slip': pixSlipDocument(pixSlipInput),
    'protocol-ticket': requestProtocolDocument(ticketInput),
    'protocol-unclear': requestProtocolDocument({
      ...ticketInput,
      standing: 'unclear',
      subject: 'Desbloqueio de confiança',
      message: 'Fibra 500 Mega',
    }),
    'protocol-refused': refusalProtocolDocument(refusalInput),
    'protocol-refund': refusalProtocolDocument({ ...refusalInput, matter: 'refund' }),
    'protocol-wrong-amount': refusalProtocolDocument({
      ...refusalInput,
      amountCents: 9900,
      matter: 'wrong-amount',
    }),
    'protocol-by-invoice': refusalProtocolDocument({
      ...refusalInput,
      invoices: threeEnds,
      amountCents: 21325,
      matter: 'by-invoice',
    }),
    'fiscal-note': copySlipDocument(fiscalNoteInput),
    'debt-clearance': copySlipDocument({
      paper: 'debt-clearance',
      company,
      customer,
      year: 2025,
      amountCents: 148140,
      terminalId,
      timeZone,
      printedAt,
    }),
    statement: statementDocument(statementInput),
    'test-page': testPageDocument({
      terminalId,
      port: '/dev/ttyUSB0, 9600',
      columns,
      cutter: true,
      printedAt,
      timeZone,
    }),
  };
}
