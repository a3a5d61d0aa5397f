import { calendarDateAt } from '../domain/calendar-date.ts';
import type { Clock } from '../domain/clock.ts';
import { isOverdue } from '../domain/invoice.ts';
import { readErpPixCode } from '../payment/erp-pix.ts';
import type { Company } from '../printing/documents/company.ts';
import { pixSlipDocument } from '../printing/documents/pix-slip.ts';
import { type SlipInput, slipDocument } from '../printing/documents/slip.ts';
import { asReprint, type PrintDocument } from '../printing/layout.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { PaperDesk, SlipRequest } from './visit-parts.ts';

/** Who and where this terminal is, as its papers say it. */
export interface TerminalIdentity {
  readonly id: string;
  readonly company: Company;
  /** By id of an ERP: whose its invoices are, where they are not of the terminal's own company. */
  readonly companyByErp?: ReadonlyMap<string, Company>;
  /** IANA name. */
  readonly timeZone: string;
}

/** Whom a paper about invoices of this ERP names as the one who is paid. */
export function beneficiaryOf(erp: string, { company, companyByErp }: TerminalIdentity): Company {
  return companyByErp?.get(erp) ?? company;
}

/** Slips through the print queue; without a printer there is none. */
export function createPaperDesk(
  queue: PrintQueue | undefined,
  terminal: TerminalIdentity,
  clock: Clock,
): PaperDesk {
  return {
    status: () => (queue ? queue.status() : 'none'),
    printSlip(request) {
      if (!queue) throw new Error('no printer is configured');
      const slip = slipOf(request, terminal, clock.wallTime());
      const document = request.reprint ? asReprint(slip) : slip;
      return queue.enqueue({ kind: 'slip', visitId: request.visitId, document });
    },
    progress: (jobId) => queue?.stateOf(jobId),
    cancel: (jobId) => queue?.cancel(jobId),
  };
}

/** The boleto; of an invoice whose typed line no bank would take, the ERP's PIX alone. */
function slipOf(request: SlipRequest, terminal: TerminalIdentity, printedAt: number): PrintDocument {
  const boleto = boletoInput(request, terminal, printedAt);
  return boleto ? slipDocument(boleto) : pixSlipOf(request, terminal, printedAt);
}

/**
 * What the boleto of an invoice says, on receipt paper as on A4; `undefined` when no bank would take its typed line.
 * `printedAt`: wall time, milliseconds.
 */
export function boletoInput(
  { invoice, document, payerName }: Pick<SlipRequest, 'invoice' | 'document' | 'payerName'>,
  terminal: TerminalIdentity,
  printedAt: number,
): SlipInput | undefined {
  if (!invoice.slip.sound) return undefined;
  const overdue = isOverdue(invoice, calendarDateAt(printedAt, terminal.timeZone));
  const erpCode = readErpPixCode(invoice);
  return {
    company: beneficiaryOf(invoice.erp, terminal),
    payer: { name: payerName, document },
    invoiceId: invoice.id,
    description: invoice.description,
    dueDate: invoice.dueDate,
    originalCents: invoice.originalCents,
    boleto: invoice.slip.boleto,
    terminalId: terminal.id,
    printedAt,
    timeZone: terminal.timeZone,
    ...(overdue && { overdueCents: invoice.dueCents }),
    ...(invoice.slipHeader !== undefined && { slipHeader: invoice.slipHeader }),
    ...(invoice.receiptHeader !== undefined && { receiptHeader: invoice.receiptHeader }),
    ...(erpCode.ok && { pixCode: erpCode.value.brCode }),
  };
}

function pixSlipOf({ invoice }: SlipRequest, terminal: TerminalIdentity, printedAt: number): PrintDocument {
  const code = readErpPixCode(invoice);
  if (!code.ok) throw new Error('an invoice without a sound typed line or PIX has no slip');
  return pixSlipDocument({
    company: beneficiaryOf(invoice.erp, terminal),
    payeeName: code.value.payeeName,
    invoices: [{ id: invoice.id, description: invoice.description, amountCents: invoice.dueCents }],
    amountCents: invoice.dueCents,
    brCode: code.value.brCode,
    terminalId: terminal.id,
    printedAt,
    timeZone: terminal.timeZone,
    ...(invoice.slipHeader !== undefined && { slipHeader: invoice.slipHeader }),
    ...(invoice.receiptHeader !== undefined && { receiptHeader: invoice.receiptHeader }),
  });
}
