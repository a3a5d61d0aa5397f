import { type Cents, formatBrl } from '../../src-main/domain/money.ts';
import type { AuditReport, RowDifference } from '../../src-main/payment/audit-report.ts';
import type { ClosingSums } from '../../src-main/payment/day-closing.ts';
import type { AuditFault } from '../../src-main/payment/money-audit-reading.ts';
import { headText } from '../../src-main/storage/hash-chain.ts';

const faults: Readonly<Record<AuditFault['what'], string>> = {
  changed: 'is not what its hash says: it was changed',
  'out-of-line': 'does not follow from the one before: one was taken out, put in or moved',
  unreadable: 'was not written by a kiosk of this version',
  'cut-off': 'is missing: the end was cut off, or this is an older copy',
};

const LABEL_WIDTH = 26;
const AMOUNT_WIDTH = 18;

/** The report as text for a terminal. */
export function renderAudit(report: AuditReport, heads: number): string {
  const { closing } = report;
  return [
    ...chainLines(report, heads),
    ...rowLines(report.differences),
    ...report.restoredAt.map((at) => `NOTE    a backup took a damaged database's place at ${utc(at)}`),
    '',
    `Closing of ${closing.day} (${closing.timeZone})`,
    ...closing.groups.flatMap((group) => [
      '',
      `${group.erp} / ${group.account ?? "the ERP's own PIX"}`,
      ...sumLines(group),
    ]),
    '',
    'Total',
    ...sumLines(closing.total),
    '',
    line('still open from before', closing.openFromBefore.cents, closing.openFromBefore.count),
  ].join('\n');
}

function chainLines({ head, fault }: AuditReport, heads: number): readonly string[] {
  const noted = heads === 1 ? '1 noted head' : `${heads} noted heads`;
  const state = fault
    ? `BROKEN  entry ${fault.seq} ${faults[fault.what]}`
    : `ok      ${head.seq} entries, each follows from the one before; compared with ${noted}`;
  return [state, `head    ${headText(head)}`];
}

function rowLines(differences: readonly RowDifference[]): readonly string[] {
  if (differences.length === 0) return ['ok      charges, write-offs and refunds are as the audit has them'];
  return differences.map(
    ({ table, id, audit, row }) =>
      `DIFFERS ${table} ${id}: audit ${audit ?? 'knows nothing'}, row ${row ?? 'is missing'}`,
  );
}

function sumLines(sums: ClosingSums): readonly string[] {
  return [
    line('charged', sums.charged, sums.chargedCount),
    line('paid', sums.paid, sums.paidCount),
    line('  written off', sums.writtenOff),
    line('  settled by the ERP', sums.settledByErp),
    line('  pending', sums.pending),
    line('  waiting for a person', sums.forPerson),
    line('  closed by hand', sums.closedByHand),
    line('  to be refunded', sums.refundDue),
    line('  refunded', sums.refunded),
  ];
}

function line(label: string, cents: Cents, count?: number): string {
  const amount = formatBrl(cents).padStart(AMOUNT_WIDTH);
  return `${label.padEnd(LABEL_WIDTH)}${amount}${count === undefined ? '' : `  (${count})`}`;
}

function utc(at: number): string {
  return new Date(at).toISOString();
}
