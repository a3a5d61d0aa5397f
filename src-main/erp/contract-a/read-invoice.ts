import { type Boleto, type BoletoError, parseTypeableLine } from '../../domain/boleto.ts';
import type { Invoice, InvoiceSlip } from '../../domain/invoice.ts';
import type { Cents } from '../../domain/money.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { type AmountMarks, amountReader, notNegative } from '../wire/amount.ts';
import { readDate } from '../wire/date.ts';
import { sameDocument } from '../wire/document.ts';
import { readIdList } from '../wire/id-list.ts';
import { readRows } from '../wire/list.ts';
import { optional, readRecord, required, withDefault } from '../wire/record.ts';
import { readLine, readLines, readText } from '../wire/text.ts';

function invoiceFields(document: string, marks: AmountMarks) {
  const readAmount = notNegative(amountReader(marks));
  return {
    document: optional(['document_number'], sameDocument(document)),
    id: required(['id_fatura'], readText),
    customerErpId: optional(['remote_id'], readText),
    customerName: withDefault(['nome_cliente'], readLine, ''),
    contractIds: withDefault(['contract_id'], readIdList, []),
    description: withDefault(['historico'], readLine, ''),
    issueDate: optional(['emissao', 'data_emissao'], readDate),
    dueDate: required(['vencimento', 'data_vencimento'], readDate),
    originalCents: required(['valor_inicial'], readAmount),
    dueCents: required(['valor_atual'], readAmount),
    interestCents: withDefault(['juros'], readAmount, 0),
    fineCents: withDefault(['multa'], readAmount, 0),
    discountCents: withDefault(['desconto'], readAmount, 0),
    typeableLine: optional(['linha_digitavel'], readTypeableLine),
    pixCode: optional(['pix_code'], readText),
    accountKey: optional(['identifier'], readText),
    slipHeader: optional(['bill_receipt'], readLines),
    receiptHeader: optional(['bill_pix_receipt'], readLines),
  };
}

/**
 * Reads the answer of listOpenInvoices, oldest due date first.
 *
 * An invoice that cannot be read makes the whole answer wrong: left out, it would look as if it were paid. A broken
 * typed line does not, for the invoice can still be paid by PIX.
 */
export function readInvoices(
  json: unknown,
  document: string,
  marks: AmountMarks,
): Result<readonly Invoice[], string> {
  const fields = invoiceFields(document, marks);
  const rows = readRows(json, (row) => {
    const record = readRecord(row, fields);
    if (!record.ok) return record;
    const { document: _checked, typeableLine, ...invoice } = record.value;
    return success({ ...invoice, slip: slipOf(typeableLine, invoice.originalCents) });
  });
  return rows.ok ? withoutRepeats(rows.value) : rows;
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
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(invoice)) {
      return failure('id_fatura: two different invoices with the same id');
    }
    byId.set(invoice.id, invoice);
  }
  return success([...byId.values()].sort(byDueDate));
}

function byDueDate(one: Invoice, other: Invoice): number {
  if (one.dueDate === other.dueDate) return 0;
  return one.dueDate < other.dueDate ? -1 : 1;
}
