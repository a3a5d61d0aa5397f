import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ClosedDay, ClosingAmounts } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { ExportButton } from '../kit/export-button.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { Notice } from '../kit/notice.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { closingWords } from '../words/closing-words.ts';
import { formatCents } from './format-state.ts';

const words = closingWords;

type Row = ClosingAmounts & { readonly key: string; readonly title: string };

/** Where the money of one day is, by ERP and account, and whether its audit log is sound. */
export function DayClosing(): ReactElement {
  const [day, setDay] = useState('');
  const live = useAnswer('close-day', { day });
  const closed = live.answer;
  return (
    <Group title={words.title} text={words.text} testId="closing">
      <LiveState live={live} busy={words.loading} failed={words.failed} />
      {closed === undefined ? null : (
        <>
          <ClosedTable closed={closed} />
          <Soundness closed={closed} />
          <Actions>
            <Button
              testId="closing-previous"
              icon={ChevronLeft}
              onPress={() => setDay(dayBeside(closed.day, -1))}
            >
              {words.previous}
            </Button>
            <Button
              testId="closing-next"
              icon={ChevronRight}
              inactive={closed.day >= closed.today}
              onPress={() => setDay(dayBeside(closed.day, 1))}
            >
              {words.next}
            </Button>
            <ExportButton what="export-closing" label={words.export} day={closed.day} />
          </Actions>
        </>
      )}
    </Group>
  );
}

function ClosedTable({ closed }: { readonly closed: ClosedDay }): ReactElement {
  const { groups, total, openFromBefore } = closed;
  const rows: Row[] = groups.map((group) => ({
    ...group,
    key: `${group.erp} ${group.account ?? ''}`,
    title: `${group.erp}, ${group.account ?? words.ownPix}`,
  }));
  if (rows.length > 1) rows.push({ ...total, key: 'total', title: words.total });
  const day = shownDay(closed.day);
  return (
    <>
      <p data-testid="closing-day">{words.caption(day)}</p>
      <Table
        testId="closing-table"
        caption={words.caption(day)}
        columns={columnsFor(total)}
        rows={rows}
        rowKey={({ key }) => key}
        empty={words.none}
      />
      {openFromBefore.count === 0 ? null : (
        <Notice tone="warning" testId="closing-open">
          {words.openFromBefore(openFromBefore.count, formatCents(openFromBefore.cents))}
        </Notice>
      )}
    </>
  );
}

function Soundness({ closed }: { readonly closed: ClosedDay }): ReactElement {
  const { brokenAt, differences, entries } = closed;
  return (
    <>
      <Notice tone={brokenAt === undefined ? 'good' : 'bad'} testId="closing-chain">
        {brokenAt === undefined ? words.intact(entries) : words.broken(brokenAt)}
      </Notice>
      {differences === 0 ? null : (
        <Notice tone="bad" testId="closing-differences">
          {words.differences(differences)}
        </Notice>
      )}
    </>
  );
}

/** What nobody has anything of that day is left out, but for the four that are always asked for. */
function columnsFor(total: ClosingAmounts): readonly Column<Row>[] {
  const { columns } = words;
  const settled = (row: ClosingAmounts): number => row.writtenOff + row.settledByErp;
  const rare: readonly [keyof ClosingAmounts, string][] = [
    ['forPerson', columns.person],
    ['closedByHand', columns.byHand],
    ['refundDue', columns.refundDue],
    ['refunded', columns.refunded],
  ];
  return [
    { key: 'account', title: columns.account, cell: ({ title }) => title },
    amount('charged', columns.charged, (row) => `${formatCents(row.charged)} (${row.chargedCount})`),
    amount('paid', columns.paid, (row) => `${formatCents(row.paid)} (${row.paidCount})`),
    amount('settled', columns.settled, (row) => formatCents(settled(row))),
    amount('pending', columns.pending, (row) => formatCents(row.pending)),
    ...rare
      .filter(([key]) => total[key] !== 0)
      .map(([key, title]) => amount(key, title, (row) => formatCents(row[key]))),
  ];
}

function amount(key: string, title: string, cell: (row: Row) => string): Column<Row> {
  return { key, title, cell, numeric: true };
}

/** At noon in UTC every day exists. */
function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function shownDay(day: string): string {
  return day.split('-').toReversed().join('/');
}
