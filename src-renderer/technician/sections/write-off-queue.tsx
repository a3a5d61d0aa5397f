import { Check, RotateCw, Undo2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { KioskState, WriteOffItem } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
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
import { useRowAction } from './use-row-action.ts';

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
  const [refunding, setRefunding] = useState<WriteOffItem>();
  const { writeOffs, oldestUnknownSince: since, erps } = running;
  const retry = (id: string): void =>
    void action.run(id, () => call('retry-write-off', { id }), { failed: words.retryRefused });
  const settle = (id: string, reason: string): void => {
    setSettling(undefined);
    void action.run(id, () => call('settle-write-off', { id, reason }), { failed: words.settleRefused });
  };
  const refund = (id: string): void =>
    void action.run(id, () => call('refund-pix', { id }), { failed: words.refundRefused });
  return (
    <Group title={words.title} text={words.text} testId="write-offs">
      {since === undefined ? null : (
        <Notice tone="warning">{words.oldest(formatSpan(Date.now() - since))}</Notice>
      )}
      <RowNote result={action.result} testId="write-off-result" />
      <Table
        testId="write-off-table"
        caption={words.title}
        columns={columns(
          { busy: action.busy, retry, settle: setSettling, refund: setRefunding },
          erps.length > 1,
        )}
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
      {refunding === undefined ? null : (
        <ConfirmDialog
          testId="refund-pix"
          title={words.refundDialog.title(formatCents(refunding.amountCents))}
          action={{ testId: 'refund-pix-yes', label: words.refundDialog.confirm, icon: Undo2 }}
          closeLabel={words.refundDialog.cancel}
          onClose={() => setRefunding(undefined)}
          onConfirm={() => refund(refunding.id)}
        >
          <p>{words.refundDialog.text}</p>
        </ConfirmDialog>
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

/** What may be done to a row. */
interface Deeds {
  /** Key of the row at work. */
  readonly busy: string | undefined;
  readonly retry: (id: string) => void;
  readonly settle: (item: WriteOffItem) => void;
  readonly refund: (item: WriteOffItem) => void;
}

function columns(deeds: Deeds, severalErps: boolean): readonly Column<WriteOffItem>[] {
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
      cell: (item) => <RowActions item={item} deeds={deeds} />,
    },
  ];
}

function RowActions({ item, deeds }: { readonly item: WriteOffItem; readonly deeds: Deeds }): ReactElement {
  const { id, state, refund } = item;
  const busy = deeds.busy === id;
  return (
    <Actions>
      {state === 'REFUND_DUE' ? null : (
        <Button testId={`retry-write-off-${id}`} icon={RotateCw} busy={busy} onPress={() => deeds.retry(id)}>
          {words.retry}
        </Button>
      )}
      {refund === undefined || refund === 'under-way' ? null : (
        <Button testId={`refund-${id}`} icon={Undo2} busy={busy} onPress={() => deeds.refund(item)}>
          {refund === 'failed' ? words.refundAgain : words.refund}
        </Button>
      )}
      {isForPerson(item) && refund !== 'under-way' ? (
        <Button testId={`settle-write-off-${id}`} icon={Check} onPress={() => deeds.settle(item)}>
          {state === 'REFUND_DUE' ? words.settleRefund : words.settle}
        </Button>
      ) : null}
    </Actions>
  );
}

function State({ item }: { readonly item: WriteOffItem }): ReactElement {
  const { state, sends, detail, refund } = item;
  const { word, meaning } = writeOffStates[state];
  const known = knownMatter(item);
  return (
    <RowState
      tone={refund === 'under-way' ? 'waiting' : tones[state]}
      word={word}
      meaning={refundMeaning(refund) ?? known ?? meaning}
      details={[sends === 0 ? undefined : words.sends(sends), known === undefined ? detail : undefined]}
    />
  );
}

/** Money without a write-off of its own: another amount than the invoice's, or a second payment. */
function knownMatter({ state, id, chargeId, detail }: WriteOffItem): string | undefined {
  if (state !== 'REFUND_DUE') return undefined;
  if (detail === 'paid twice') return words.paidTwice;
  return id === chargeId ? words.wrongAmountNext : undefined;
}

function refundMeaning(refund: WriteOffItem['refund']): string | undefined {
  if (refund === 'under-way') return words.refundUnderWay;
  return refund === 'failed' ? words.refundFailed : undefined;
}
