import { Check } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { UnclearRequestItem } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Group } from '../kit/group.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useCall } from '../kit/use-call.ts';
import { requestWords as words } from '../words/queue-words.ts';
import { MomentCell } from './moment-cell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RowNote } from './row-note.tsx';
import styles from './sections.module.css';
import { useRowAction } from './use-row-action.ts';

interface UnclearRequestsProps {
  readonly requests: readonly UnclearRequestItem[];
  readonly reload: () => void;
}

/** What customers asked for and the ERP has not confirmed: a person looks there and closes it here. */
export function UnclearRequests({ requests, reload }: UnclearRequestsProps): ReactElement {
  const call = useCall();
  const action = useRowAction(reload);
  const [closing, setClosing] = useState<UnclearRequestItem>();
  const close = (id: string, reason: string): void => {
    setClosing(undefined);
    void action.run(id, () => call('close-request', { id, reason }));
  };
  return (
    <Group title={words.title} text={words.text} testId="unclear-requests">
      <RowNote result={action.result} testId="unclear-request-result" />
      <Table
        testId="unclear-request-table"
        caption={words.title}
        columns={columns(action.busy, setClosing)}
        rows={requests}
        rowKey={({ id }) => id}
        empty={words.none}
      />
      {closing === undefined ? null : (
        <ReasonDialog
          testId="close-request"
          words={words.dialog}
          title={words.dialog.title(closing.protocol)}
          onClose={() => setClosing(undefined)}
          onConfirm={(reason) => close(closing.id, reason)}
        />
      )}
    </Group>
  );
}

function columns(
  busy: string | undefined,
  close: (item: UnclearRequestItem) => void,
): readonly Column<UnclearRequestItem>[] {
  const titles = words.columns;
  return [
    {
      key: 'protocol',
      title: titles.protocol,
      cell: ({ protocol }) => <span className={styles.strong}>{protocol}</span>,
    },
    { key: 'what', title: titles.what, cell: (item) => <What item={item} /> },
    { key: 'at', title: titles.at, cell: ({ askedAt }) => <MomentCell at={askedAt} /> },
    { key: 'said', title: titles.said, cell: ({ remarks }) => remarks ?? words.nothing },
    {
      key: 'actions',
      title: titles.actions,
      cell: (item) => (
        <Button
          testId={`close-request-${item.id}`}
          icon={Check}
          busy={busy === item.id}
          onPress={() => close(item)}
        >
          {words.close}
        </Button>
      ),
    },
  ];
}

function What({ item: { kind, erp, serviceId } }: { readonly item: UnclearRequestItem }): ReactElement {
  return (
    <span className={styles.cell}>
      <span>{words.kinds[kind]}</span>
      {serviceId === undefined ? null : <span>{words.service(serviceId)}</span>}
      <span>{words.erp(erp)}</span>
    </span>
  );
}
