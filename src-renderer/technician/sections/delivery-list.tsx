import { RotateCw, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { DeliveryItem, KioskState } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useCall } from '../kit/use-call.ts';
import { deliveryStates, deliveryWords, eventName, targetName } from '../words/queue-words.ts';
import { MomentCell } from './moment-cell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RowNote } from './row-note.tsx';
import { RowState } from './row-state.tsx';
import styles from './sections.module.css';
import { useRowAction } from './use-row-action.ts';

const words = deliveryWords;

interface DeliveryListProps {
  readonly running: NonNullable<KioskState['running']>;
  readonly reload: () => void;
}

interface RowButtons {
  readonly busy: string | undefined;
  readonly retry: (item: DeliveryItem) => void;
  readonly drop: (item: DeliveryItem) => void;
  readonly mayDrop: (item: DeliveryItem) => boolean;
}

/** Deliveries to other systems that wait or were refused. */
export function DeliveryList({ running, reload }: DeliveryListProps): ReactElement {
  const call = useCall();
  const action = useRowAction(reload);
  const [dropping, setDropping] = useState<DeliveryItem>();
  const { deliveries, deliveriesTotal } = running;
  const buttons: RowButtons = {
    busy: action.busy,
    retry: (item) => {
      const { event, target } = item;
      void action.run(keyOf(item), () => call('retry-delivery', { event, target }), {
        failed: words.retryRefused,
      });
    },
    drop: setDropping,
    mayDrop: (item) => item.state === 'dead' || !item.hasTarget,
  };
  const drop = (item: DeliveryItem, reason: string): void => {
    const { event, target } = item;
    setDropping(undefined);
    void action.run(keyOf(item), () => call('drop-delivery', { event, target, reason }));
  };
  return (
    <Group title={words.title} text={words.text} testId="deliveries">
      <RowNote result={action.result} testId="delivery-result" />
      <Table
        testId="delivery-table"
        caption={words.title}
        columns={columns(buttons)}
        rows={deliveries}
        rowKey={keyOf}
        empty={words.none}
      />
      {deliveriesTotal <= deliveries.length ? null : (
        <p className={styles.note}>{words.shown(deliveries.length, deliveriesTotal)}</p>
      )}
      <Actions>
        {refusedTargets(deliveries).map((target) => (
          <Button
            key={target}
            testId={`retry-deliveries-${target}`}
            icon={RotateCw}
            busy={action.busy === target}
            onPress={() => {
              void action.run(target, () => call('retry-deliveries', { target }));
            }}
          >
            {words.retryAll(targetName(target))}
          </Button>
        ))}
      </Actions>
      {dropping === undefined ? null : (
        <ReasonDialog
          testId="drop-delivery"
          words={words.dialog}
          title={words.dialog.title(eventName(dropping.type), targetName(dropping.target))}
          onClose={() => setDropping(undefined)}
          onConfirm={(reason) => drop(dropping, reason)}
        />
      )}
    </Group>
  );
}

function keyOf({ event, target }: DeliveryItem): string {
  return `${event}-${target}`;
}

/** Those that refused more than one, and may be asked again. */
function refusedTargets(deliveries: readonly DeliveryItem[]): readonly string[] {
  const dead = deliveries.filter(({ state, hasTarget }) => state === 'dead' && hasTarget);
  const targets = dead.map(({ target }) => target);
  return [...new Set(targets.filter((target, index) => targets.indexOf(target) !== index))];
}

function columns({ busy, retry, drop, mayDrop }: RowButtons): readonly Column<DeliveryItem>[] {
  const titles = words.columns;
  return [
    { key: 'event', title: titles.event, cell: ({ type }) => eventName(type) },
    {
      key: 'target',
      title: titles.target,
      cell: ({ target }) => <span className={styles.whole}>{targetName(target)}</span>,
    },
    { key: 'at', title: titles.at, cell: ({ occurredAt }) => <MomentCell at={occurredAt} /> },
    { key: 'state', title: titles.state, cell: (item) => <State item={item} /> },
    {
      key: 'actions',
      title: titles.actions,
      cell: (item) => (
        <Actions>
          <Button
            testId={`retry-delivery-${keyOf(item)}`}
            icon={RotateCw}
            busy={busy === keyOf(item)}
            onPress={() => retry(item)}
          >
            {words.retry}
          </Button>
          {mayDrop(item) ? (
            <Button testId={`drop-delivery-${keyOf(item)}`} icon={Trash2} onPress={() => drop(item)}>
              {words.drop}
            </Button>
          ) : null}
        </Actions>
      ),
    },
  ];
}

function State({ item }: { readonly item: DeliveryItem }): ReactElement {
  const { word, meaning } = deliveryStates[item.state];
  return (
    <RowState
      tone={item.state === 'dead' ? 'bad' : 'waiting'}
      word={word}
      meaning={meaning}
      details={[
        words.attempts(item.attempts),
        item.lastFailure,
        item.state === 'dead' && item.isOvertaken ? words.overtaken : undefined,
      ]}
    />
  );
}
