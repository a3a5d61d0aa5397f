import { type Boleto, type BoletoError, parseTypeableLine } from '../../domain/boleto.ts';
import type { Invoice, InvoiceSlip } from '../../domain/invoice.ts';
import type { Cents } from '../../domain/money.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { type AmountMarks, amountReader, notNegative } from '../wire/amount.ts';
import { readBoolean } from '../wire/boolean.ts';
import { readDate } from '../wire/date.ts';
import { sameDocument } from '../wire/document.ts';
import { readIdList } from '../wire/id-list.ts';
import { readMappedRows } from '../wire/list.ts';
import { optional, readRecord, required, withDefault } from '../wire/record.ts';
import { readLine, readLines, readText } from '../wire/text.ts';
import { readWebAddressIfAny } from '../wire/web-address.ts';

/** How an ERP's amounts are written, and whether they always add up. */
export interface AmountRules extends AmountMarks {
  readonly consistent: boolean;
}

function invoiceFields(document: string, marks: AmountMarks) {
  const readAmount = notNegative(amountReader(marks));
  return {
    document: optional(['document'], sameDocument(document)),
    id: required(['id'], readText),
    writeOffId: optional(['writeOffId'], readText),
    pdfId: optional(['pdfId'], readText),
    pdfUrl: optional(['pdfUrl'], readWebAddressIfAny),
    code: optional(['code'], readText),
    bankCode: optional(['bankCode'], readText),
    integrationId: optional(['integrationId'], readText),
    settled: withDefault(['settled'], readBoolean, false),
    customerErpId: optional(['customerErpId'], readText),
    customerName: withDefault(['customerName'], readLine, ''),
    contractIds: withDefault(['contractIds'], readIdList, []),
    description: withDefault(['description'], readLine, ''),
    issueDate: optional(['issueDate'], readDate),
    dueDate: required(['dueDate'], readDate),
    originalCents: required(['originalAmount'], readAmount),
    dueCents: required(['amountDue'], readAmount),
    interestCents: withDefault(['interest'], readAmount, 0),
    fineCents: withDefault(['fine'], readAmount, 0),
    discountCents: withDefault(['discount'], readAmount, 0),
    typeableLine: optional(['typeableLine'], readTypeableLine),
    pixCode: optional(['pixCode'], readText),
    accountKey: optional(['accountKey'], readText),
    slipHeader: optional(['slipHeader'], readLines),
    receiptHeader: optional(['receiptHeader'], readLines),
  };
}

/**
 * Reads mapped invoices, oldest due date first.
 *
 * An invoice that cannot be read makes the whole answer wrong: left out, it would look as if it were paid. A broken
 * typed line does not, for the invoice can still be paid by PIX.
 */
export function readInvoices(
  mapped: unknown,
  document: string,
  rules: AmountRules,
): Result<readonly Invoice[], string> {
  const fields = invoiceFields(document, rules);
  const rows = readMappedRows(mapped, (row) => {
    const record = readRecord(row, fields);
    if (!record.ok) return record;
    const { document: _checked, typeableLine, settled, ...invoice } = record.value;
    if (rules.consistent && Math.abs(amountGap(invoice)) > 1) return failure('the amounts do not add up');
    const slip = slipOf(typeableLine, invoice.originalCents);
    return success({ ...invoice, slip, ...(settled ? { settled: true as const } : {}) });
  });
  return rows.ok ? withoutRepeats(rows.value) : rows;
}

type InvoiceAmounts = Pick<
  Invoice,
  'originalCents' | 'interestCents' | 'fineCents' | 'discountCents' | 'dueCents'
>;

/** Cents by which original + interest + fine - discount misses the amount due. */
export function amountGap(invoice: InvoiceAmounts): Cents {
  const { originalCents, interestCents, fineCents, discountCents, dueCents } = invoice;
  return originalCents + interestCents + fineCents - discountCents - dueCents;
}

/** Never a failure of the row: whatever is wrong with the line is a property of the slip. */
function readTypeableLine(raw: unknown): Result<Result<Boleto, BoletoError> | undefined, string> {
  const text = readText(raw);
  if (!text.ok) return success(failure('malformed'));
  return success(text.value === undefined ? undefined : parseTypeableLine(text.value));
}

/**
 * The line carries the original amount: an overdue invoice owes more than its line says, and that is right. A line
 * without a value is legal.
 */
function slipOf(line: Result<Boleto, BoletoError> | undefined, originalCents: Cents): InvoiceSlip {
  if (line === undefined) return { sound: false, problem: 'absent' };
  if (!line.ok) return { sound: false, problem: line.error };
  const { amountCents } = line.value;
  return amountCents === undefined || amountCents === originalCents
    ? { sound: true, boleto: line.value }
    : { sound: false, problem: 'amount-mismatch' };
}

/** The same invoice may be listed twice; two different ones under one id leave open which is owed. */
function withoutRepeats(invoices: readonly Invoice[]): Result<readonly Invoice[], string> {
  const byId = new Map<string, Invoice>();
  for (const invoice of invoices) {
    const other = byId.get(invoice.id);
    if (other !== undefined && !isSameInvoice(other, invoice)) {
      return failure('id: two different invoices with the same id');
    }
    byId.set(invoice.id, other ?? invoice);
  }
  return success([...byId.values()].sort(byDueDate));
}

/** The ERP's own code is no part of what is owed. */
function isSameInvoice({ code: _one, ...invoice }: Invoice, { code: _other, ...repeated }: Invoice): boolean {
  return JSON.stringify(invoice) === JSON.stringify(repeated);
}

function byDueDate(one: Invoice, other: Invoice): number {
  if (one.dueDate === other.dueDate) return 0;
  return one.dueDate < other.dueDate ? -1 : 1;
}
