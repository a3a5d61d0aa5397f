import { Check, RotateCw } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { KioskState, WriteOffItem } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useCall } from '../kit/use-call.ts';
import { writeOffStates, writeOffWords } from '../words/queue-words.ts';
import { formatCents, formatSpan } from './format-state.ts';
import { MomentCell } from './moment-cell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RowNote } from './row-note.tsx';
import { RowState, type RowTone } from './row-state.tsx';
import styles from './sections.module.css';
import { type RowAction, useRowAction } from './use-row-action.ts';

const words = writeOffWords;

interface WriteOffQueueProps {
  readonly running: NonNullable<KioskState['running']>;
  readonly reload: () => void;
}

/** Payments that the ERP has not confirmed yet, and those that need a person. */
export function WriteOffQueue({ running, reload }: WriteOffQueueProps): ReactElement {
  const call = useCall();
  const action = useRowAction(reload);
  const [settling, setSettling] = useState<WriteOffItem>();
  const { writeOffs, oldestUnknownSince: since, erps } = running;
  const retry = (id: string): void =>
    void action.run(id, () => call('retry-write-off', { id }), { failed: words.retryRefused });
  const settle = (id: string, reason: string): void => {
    setSettling(undefined);
    void action.run(id, () => call('settle-write-off', { id, reason }));
  };
  return (
    <Group title={words.title} text={words.text} testId="write-offs">
      {since === undefined ? null : (
        <Notice tone="warning">{words.oldest(formatSpan(Date.now() - since))}</Notice>
      )}
      <RowNote result={action.result} testId="write-off-result" />
      <Table
        testId="write-off-table"
        caption={words.title}
        columns={columns(action, retry, setSettling, erps.length > 1)}
        rows={writeOffs}
        rowKey={({ id }) => id}
        empty={words.none}
      />
      {settling === undefined ? null : (
        <ReasonDialog
          testId="settle-write-off"
          words={words.dialog}
          title={words.dialog.title(settling.invoiceId)}
          onClose={() => setSettling(undefined)}
          onConfirm={(reason) => settle(settling.id, reason)}
        />
      )}
    </Group>
  );
}

/** What a person may do depends on the state: the queue still works on all but the last two. */
const isForPerson = ({ state }: WriteOffItem): boolean => state === 'MANUAL' || state === 'REFUND_DUE';

const tones: Readonly<Record<WriteOffItem['state'], RowTone>> = {
  PENDING: 'waiting',
  SENT: 'waiting',
  UNKNOWN: 'waiting',
  MANUAL: 'bad',
  REFUND_DUE: 'bad',
};

function columns(
  { busy }: RowAction,
  retry: (id: string) => void,
  settle: (item: WriteOffItem) => void,
  severalErps: boolean,
): readonly Column<WriteOffItem>[] {
  const titles = words.columns;
  return [
    {
      key: 'invoice',
      title: titles.invoice,
      cell: ({ invoiceId, erp }) => (
        <span className={`${styles.cell} ${styles.invoice}`}>
          <span className={styles.strong}>{invoiceId}</span>
          {severalErps ? <span>{words.erp(erp)}</span> : null}
        </span>
      ),
    },
    {
      key: 'amount',
      title: titles.amount,
      numeric: true,
      cell: ({ amountCents }) => formatCents(amountCents),
    },
    { key: 'paidAt', title: titles.paidAt, cell: ({ paidAt }) => <MomentCell at={paidAt} /> },
    { key: 'state', title: titles.state, cell: (item) => <State item={item} /> },
    {
      key: 'actions',
      title: titles.actions,
      cell: (item) => (
        <Actions>
          {item.state === 'REFUND_DUE' ? null : (
            <Button
              testId={`retry-write-off-${item.id}`}
              icon={RotateCw}
              busy={busy === item.id}
              onPress={() => retry(item.id)}
            >
              {words.retry}
            </Button>
          )}
          {isForPerson(item) ? (
            <Button testId={`settle-write-off-${item.id}`} icon={Check} onPress={() => settle(item)}>
              {words.settle}
            </Button>
          ) : null}
        </Actions>
      ),
    },
  ];
}

function State({ item }: { readonly item: WriteOffItem }): ReactElement {
  const { state, sends, detail } = item;
  const { word, meaning } = writeOffStates[state];
  // No write-off was ever made: another amount was paid than the invoice's.
  const wrongAmount = state === 'REFUND_DUE' && item.id === item.chargeId;
  return (
    <RowState
      tone={tones[state]}
      word={word}
      meaning={wrongAmount ? words.wrongAmountNext : meaning}
      details={[sends === 0 ? undefined : words.sends(sends), wrongAmount ? undefined : detail]}
    />
  );
}
