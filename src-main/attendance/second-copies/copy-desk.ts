import type { CopyKind, StatementMonths } from '../../contract/second-copies-screen.ts';
import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clock.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { DebtClearance, FiscalNote } from '../../domain/fiscal-papers.ts';
import type { StatementRow } from '../../domain/invoice.ts';
import { mayLeaveOnPaper } from '../../domain/paper-address.ts';
import { maskName } from '../../domain/person-name.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { CareRow, CareRows, ErpCare } from '../../erp/erp-care.ts';
import type { ErpOperation } from '../../erp/erp-operation.ts';
import type { Log } from '../../logging/log.ts';
import { copySlipDocument } from '../../printing/documents/copy-slip.ts';
import type { PrintMark } from '../../printing/documents/foot.ts';
import { statementDocument } from '../../printing/documents/statement.ts';
import type { PrintDocument } from '../../printing/layout.ts';
import type { PrintQueue } from '../../printing/print-queue.ts';
import { beneficiaryOf, type TerminalIdentity } from '../paper-desk.ts';
import type { BoletoCounter, OpenPages } from '../visit-parts.ts';
import { periodOf, statementOf } from './statement-period.ts';

/** A paper that the company keeps of a customer, with a document behind it. */
export type Copy =
  | { readonly paper: 'fiscal-note'; readonly row: CareRow<FiscalNote> }
  | { readonly paper: 'debt-clearance'; readonly row: CareRow<DebtClearance> };

/** What was read of one kind, newest first. */
export type CopyList = (
  | { readonly kind: 'fiscal-note' | 'debt-clearance'; readonly copies: readonly Copy[] }
  | { readonly kind: 'statement'; readonly rows: readonly CareRow<StatementRow>[] }
) & { readonly unreadable: readonly string[] };

/** Whose papers they are. */
export interface CopyOwner {
  /** CPF or CNPJ, no mask. */
  readonly document: string;
  readonly customer: KnownCustomer;
}

/** What a visit needs for second copies. */
export interface CopyDesk {
  /** The kinds that an ERP which knows the customer has. */
  kindsFor(customer: KnownCustomer): readonly CopyKind[];
  read(kind: CopyKind, owner: CopyOwner): Promise<Result<CopyList, RemoteFailure>>;
  /** Whether there may be a document to look at. */
  mayShow(copy: Copy): boolean;
  /** Whether paper can lead a phone to the whole document. */
  hasAddress(copy: Copy): boolean;
  open(copy: Copy, owner: CopyOwner): Promise<Result<OpenPages, 'unavailable'>>;
  /** @returns the id of the print job. @throws when it cannot be written */
  printCopy(visitId: string, copy: Copy, owner: CopyOwner): string;
  /** The same of the account's lines in a period. */
  printStatement(
    visitId: string,
    rows: readonly CareRow<StatementRow>[],
    months: StatementMonths,
    owner: CopyOwner,
  ): string;
}

export interface CopyDeskParts {
  readonly care: ErpCare;
  readonly pages: Pick<BoletoCounter, 'show'>;
  /** Absent: none is configured. */
  readonly queue: Pick<PrintQueue, 'enqueue'> | undefined;
  readonly terminal: TerminalIdentity;
  /** Of the kiosk: an address that holds one never leaves on paper. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

const operations: Readonly<Record<CopyKind, ErpOperation>> = {
  'fiscal-note': 'listFiscalNotes',
  'debt-clearance': 'listDebtClearances',
  statement: 'listStatements',
};

const kinds: readonly CopyKind[] = ['fiscal-note', 'statement', 'debt-clearance'];

export function createCopyDesk(parts: CopyDeskParts): CopyDesk {
  const { care, pages, terminal, clock } = parts;

  const print = (visitId: string, documents: readonly PrintDocument[]): string => {
    if (!parts.queue) throw new Error('no printer is configured');
    const document = { blocks: documents.flatMap(({ blocks }) => blocks) };
    return parts.queue.enqueue({ kind: 'copy', visitId, document });
  };
  const mark = (): PrintMark => ({
    printedAt: clock.wallTime(),
    timeZone: terminal.timeZone,
    terminalId: terminal.id,
  });

  return {
    kindsFor: (customer) => kinds.filter((kind) => care.offers(operations[kind], customer)),
    read: (kind, owner) => read(care, kind, owner),
    mayShow: ({ paper, row }) =>
      row.pdfUrl !== undefined ||
      (paper === 'fiscal-note' && care.memberOf(row.erp)?.gateway.offers('getFiscalNotePdf') === true),
    hasAddress: (copy) => addressOf(copy, parts) !== undefined,
    open: (copy, owner) => pages.show(() => fetchPdf(parts, copy, owner)),
    printCopy: (visitId, copy, owner) => print(visitId, [slipOf(copy, owner, parts, mark())]),
    printStatement(visitId, rows, months, { document, customer }) {
      const today = calendarDateAt(clock.wallTime(), terminal.timeZone);
      const period = periodOf(months, today);
      const inPeriod = statementOf(rows, period);
      const erps = [...new Set(rows.map(({ erp }) => erp))];
      return print(
        visitId,
        erps.map((erp) =>
          statementDocument({
            ...mark(),
            company: beneficiaryOf(erp, terminal),
            customer: { maskedName: maskName(customer.name), document },
            ...(period && { period }),
            rows: inPeriod.filter((line) => line.erp === erp),
          }),
        ),
      );
    },
  };
}

async function read(
  care: ErpCare,
  kind: CopyKind,
  { document, customer }: CopyOwner,
): Promise<Result<CopyList, RemoteFailure>> {
  switch (kind) {
    case 'fiscal-note': {
      const notes = await care.readAll(operations[kind], customer, document, (gateway, who) =>
        gateway.listFiscalNotes(who),
      );
      return listOf(
        kind,
        notes,
        ({ postedOn = '' }) => postedOn,
        (row) => ({ paper: kind, row }),
      );
    }
    case 'debt-clearance': {
      const clearances = await care.readAll(operations[kind], customer, document, (gateway, who) =>
        gateway.listDebtClearances(who),
      );
      return listOf(
        kind,
        clearances,
        ({ year }) => String(year),
        (row) => ({ paper: kind, row }),
      );
    }
    case 'statement': {
      const rows = await care.readAll(operations[kind], customer, document, (gateway, { erpId }) =>
        gateway.listStatement(document, erpId),
      );
      return rows.ok ? success({ kind, ...rows.value }) : rows;
    }
  }
}

function listOf<T>(
  kind: 'fiscal-note' | 'debt-clearance',
  read: Result<CareRows<T>, RemoteFailure>,
  ageOf: (row: T) => string,
  copyOf: (row: CareRow<T>) => Copy,
): Result<CopyList, RemoteFailure> {
  if (!read.ok) return read;
  const { rows, unreadable } = read.value;
  const newestFirst = rows.toSorted((one, other) => ageOf(other).localeCompare(ageOf(one)));
  return success({ kind, copies: newestFirst.map(copyOf), unreadable });
}

async function fetchPdf(
  { care, log }: CopyDeskParts,
  copy: Copy,
  { document, customer }: CopyOwner,
): Promise<Uint8Array | undefined> {
  const { erp } = copy.row;
  const gateway = care.memberOf(erp)?.gateway;
  if (!gateway) return undefined;
  const who = { document, erpId: customer.erpIds.get(erp) ?? '' };
  const got =
    copy.paper === 'fiscal-note'
      ? await gateway.getFiscalNotePdf(copy.row, who)
      : await gateway.getDebtClearancePdf(copy.row);
  if (got.ok) return got.value;
  const { kind, detail } = got.error;
  log.warn('ERP-PDF-UNUSABLE', { erp, paper: copy.paper, id: copy.row.id, kind, detail });
  return undefined;
}

/** Where a phone finds the document, if it may be told. */
function addressOf({ row: { pdfUrl } }: Copy, { secrets }: CopyDeskParts): string | undefined {
  return pdfUrl !== undefined && mayLeaveOnPaper(pdfUrl, secrets) ? pdfUrl : undefined;
}

function slipOf(
  copy: Copy,
  { document, customer }: CopyOwner,
  parts: CopyDeskParts,
  mark: PrintMark,
): PrintDocument {
  const { erp, amountCents } = copy.row;
  const address = addressOf(copy, parts);
  const base = {
    ...mark,
    company: beneficiaryOf(erp, parts.terminal),
    customer: { maskedName: maskName(customer.name), document },
    ...(amountCents !== undefined && { amountCents }),
    ...(address !== undefined && { address }),
  };
  if (copy.paper === 'debt-clearance') {
    return copySlipDocument({ ...base, paper: copy.paper, year: copy.row.year });
  }
  const { number, postedOn, protocol, identification } = copy.row;
  return copySlipDocument({
    ...base,
    paper: copy.paper,
    ...(number !== undefined && { number }),
    ...(postedOn !== undefined && { postedOn }),
    ...(protocol !== undefined && { protocol }),
    ...(identification !== undefined && { identification }),
  });
}
