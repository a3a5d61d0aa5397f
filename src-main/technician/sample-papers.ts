import type { PreviewedPaper } from '../contract/technician.ts';
import { calendarDateAt } from '../domain/calendar-date.ts';
import type { Company } from '../printing/documents/company.ts';
import type { PrintMark } from '../printing/documents/foot.ts';
import { pixSlipDocument } from '../printing/documents/pix-slip.ts';
import { type ReceiptCopy, receiptDocument } from '../printing/documents/receipt.ts';
import { slipDocument } from '../printing/documents/slip.ts';
import { SAMPLE_BARCODE, SAMPLE_QR } from '../printing/documents/test-page.ts';
import type { PrintDocument } from '../printing/layout.ts';

export interface SampleParts extends PrintMark {
  readonly company: Company;
  /** For whom receipts are printed. */
  readonly copies?: readonly ReceiptCopy[];
}

const AMOUNT_CENTS = 12_345;
const MINUTE_MS = 60_000;
/** That of `SAMPLE_BARCODE`, which no bank takes. */
const SAMPLE_LINE = '00091234566789012345767890123457500000000000000';

const description = 'AMOSTRA SEM VALOR';
const invoice = { id: '2026110045', description, amountCents: AMOUNT_CENTS };
/** Sound by its check digits, and masked on paper. */
const document = '52998224725';

/** The papers that customers take along most, with an invented customer and codes that nobody can pay. */
export function samplePapers(
  parts: SampleParts,
): readonly (readonly [PreviewedPaper['kind'], PrintDocument])[] {
  const { company, copies, printedAt, timeZone, terminalId } = parts;
  const slip = slipDocument({
    ...parts,
    payer: { name: 'Maria Aparecida da Conceição e Silva', document },
    invoiceId: invoice.id,
    description,
    dueDate: calendarDateAt(printedAt, timeZone),
    originalCents: AMOUNT_CENTS,
    boleto: { kind: 'bank', typeableLine: SAMPLE_LINE, barcode: SAMPLE_BARCODE },
    pixCode: SAMPLE_QR,
  });
  const pixSlip = pixSlipDocument({
    ...parts,
    payeeName: company.name,
    invoices: [invoice],
    amountCents: AMOUNT_CENTS,
    brCode: SAMPLE_QR,
    expiresAt: printedAt + 5 * MINUTE_MS,
  });
  const receipt = receiptDocument({
    company,
    terminalId,
    timeZone,
    payer: { maskedName: 'Maria S.', document },
    invoices: [invoice],
    amountCents: AMOUNT_CENTS,
    proof: { by: 'psp', txid: 'AMOSTRA0000000000000000000000000', paidAt: printedAt },
    writeOff: 'done',
    ...(copies && { copies }),
  });
  return [
    ['slip', slip],
    ['receipt', receipt],
    ['pix-slip', pixSlip],
  ];
}
