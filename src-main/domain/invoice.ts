import type { Boleto } from './boleto.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Cents } from './money.ts';

/** Why an invoice's typed line cannot become paper. */
export type SlipProblem =
  /** The ERP sent no typed line. */
  | 'absent'
  /** Wrong length or characters. */
  | 'malformed'
  /** A check digit does not match. */
  | 'wrong-check-digit'
  /** The line carries a value that is not the invoice's original amount. */
  | 'amount-mismatch';

/** What an invoice offers for paper: a sound boleto, or the reason why there is none. */
export type InvoiceSlip =
  | { readonly sound: true; readonly boleto: Boleto }
  | { readonly sound: false; readonly problem: SlipProblem };

/** An open invoice (*fatura*) of a customer. Amounts are integer cents, as of the moment of the query. */
export interface Invoice {
  /** Shown to people and, in contract A, the id that the write-off names (CONTRACTS: `id_fatura`). */
  readonly id: string;
  /** Id that the write-off names, where it is not `id`. */
  readonly writeOffId?: string;
  /** Id by which the ERP gives the invoice as PDF, where it is not `id`. */
  readonly pdfId?: string;
  /** Address of the invoice as PDF. */
  readonly pdfUrl?: string;
  /** The ERP's own code of the invoice, beside its id. */
  readonly code?: string;
  readonly bankCode?: string;
  /** Which of several integrations of the ERP the invoice belongs to. */
  readonly integrationId?: string;
  /** True when the ERP itself says that it is settled; never so in a list of open invoices. */
  readonly settled?: true;
  /** Id of the customer in the ERP, when the invoice says it. */
  readonly customerErpId?: string;
  readonly customerName: string;
  readonly contractIds: readonly string[];
  /** Reference text, e.g. "Mensalidade Fibra 500 Mega". */
  readonly description: string;
  readonly issueDate?: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly originalCents: Cents;
  /** What must be paid today: original + interest + fine - discount. */
  readonly dueCents: Cents;
  readonly interestCents: Cents;
  readonly fineCents: Cents;
  readonly discountCents: Cents;
  readonly slip: InvoiceSlip;
  /** The ERP's own PIX text (BR Code), verbatim; the ERP then owns the charge and settles it itself. */
  readonly pixCode?: string;
  /** Which PIX account collects this invoice (contract A: `identifier`). */
  readonly accountKey?: string;
  /** Header for the printed boleto (`bill_receipt`), plain text with line breaks. */
  readonly slipHeader?: string;
  /** Header for the PIX receipt (`bill_pix_receipt`), plain text with line breaks. */
  readonly receiptHeader?: string;
}

/** A row of the customer's financial statement; `writtenOffOn` set means that the invoice was settled. */
export interface StatementRow {
  readonly invoiceId: string;
  readonly writtenOffOn?: CalendarDate;
  readonly receivedCents?: Cents;
  readonly postedOn?: CalendarDate;
  readonly dueDate?: CalendarDate;
  /** Amount of the invoice itself. */
  readonly amountCents?: Cents;
  readonly description?: string;
  /** What kind of charge it was, in the ERP's words. */
  readonly charge?: string;
}

/** What all of them together cost today. */
export function totalDue(invoices: readonly Pick<Invoice, 'dueCents'>[]): Cents {
  return invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);
}

/** Whether the invoice's due date lies before `today`; an invoice is not overdue on its due day. */
export function isOverdue(invoice: Pick<Invoice, 'dueDate'>, today: CalendarDate): boolean {
  return invoice.dueDate < today;
}
