import type { StatementRow } from '../../domain/invoice.ts';
import { type Result, success } from '../../domain/result.ts';
import { type AmountMarks, amountReader } from '../wire/amount.ts';
import { readDate } from '../wire/date.ts';
import { readRows } from '../wire/list.ts';
import { isWireObject, optional, readRecord } from '../wire/record.ts';
import { readText } from '../wire/text.ts';

/**
 * Reads the answer of listStatements. Rows without an invoice (credits, fees) are left out: they prove nothing of any
 * invoice. A negative amount is a reversal, and its date settles nothing.
 */
export function readStatement(json: unknown, marks: AmountMarks): Result<readonly StatementRow[], string> {
  const readAmount = amountReader(marks);
  const rows = readRows(json, (row) => {
    const names = rowNames(row);
    return readRecord(row, {
      invoiceId: optional([names.invoiceId], readText),
      writtenOffOn: optional(['data_baixa'], readDate),
      receivedCents: optional([names.received], readAmount),
    });
  });
  return rows.ok ? success(rows.value.flatMap(settlement)) : rows;
}

/**
 * The superseded answer gives the invoice as `id_boleto`, and then its `id_nota` is a fiscal note and its `valor` what
 * was charged: taken for the current fields they would prove settlements that never happened.
 */
function rowNames(row: unknown): { readonly invoiceId: string; readonly received: string } {
  const has = (name: string) => isWireObject(row) && name in row;
  return {
    invoiceId: has('id_boleto') ? 'id_boleto' : 'id_nota',
    received: has('valor_pago') ? 'valor_pago' : 'valor',
  };
}

function settlement(row: Partial<StatementRow>): StatementRow[] {
  const { invoiceId, writtenOffOn, receivedCents } = row;
  if (invoiceId === undefined) return [];
  const reversed = receivedCents !== undefined && receivedCents < 0;
  return [
    {
      invoiceId,
      ...(writtenOffOn === undefined || reversed ? {} : { writtenOffOn }),
      ...(receivedCents === undefined ? {} : { receivedCents }),
    },
  ];
}
