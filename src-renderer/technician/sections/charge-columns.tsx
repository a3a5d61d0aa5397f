import { Printer } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ChargeItem } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import type { Column } from '../kit/table.tsx';
import { useMoments } from '../kit/use-moments.ts';
import { chargeStateName, journalWords, writeOffName } from '../words/journal-words.ts';
import { formatCents } from './format-state.ts';
import { MomentCell } from './moment-cell.tsx';
import { RowState, type RowTone } from './row-state.tsx';
import styles from './sections.module.css';

const words = journalWords;

/** Columns of the journal; `busy` names the charge whose receipt is being asked for. */
export function chargeColumns(
  busy: string | undefined,
  reprint: (chargeId: string) => void,
): readonly Column<ChargeItem>[] {
  const titles = words.columns;
  return [
    { key: 'when', title: titles.when, cell: (charge) => <When charge={charge} /> },
    {
      key: 'amount',
      title: titles.amount,
      numeric: true,
      cell: ({ amountCents }) => formatCents(amountCents),
    },
    {
      key: 'invoices',
      title: titles.invoices,
      cell: ({ invoiceIds, txid }) => (
        <span className={styles.cell}>
          <span>{invoiceIds.join(', ')}</span>
          <span className={styles.code}>{`${words.txid} ${txid}`}</span>
        </span>
      ),
    },
    { key: 'state', title: titles.state, cell: (charge) => <State charge={charge} /> },
    {
      key: 'actions',
      title: titles.actions,
      cell: ({ id, canReprint }) =>
        canReprint ? (
          <Button testId={`reprint-${id}`} icon={Printer} busy={busy === id} onPress={() => reprint(id)}>
            {words.reprint}
          </Button>
        ) : (
          '—'
        ),
    },
  ];
}

function When({ charge: { createdAt, paidAt } }: { readonly charge: ChargeItem }): ReactElement {
  const momentOf = useMoments();
  const paid = Date.parse(paidAt ?? '');
  return (
    <span className={styles.cell}>
      <MomentCell at={createdAt} />
      {Number.isNaN(paid) ? null : <span className={styles.code}>{words.paidAt(momentOf(paid))}</span>}
    </span>
  );
}

const tones: Readonly<Record<string, RowTone>> = { PAID: 'good', REFUND_DUE: 'bad' };
const over: ReadonlySet<string> = new Set(['EXPIRED', 'CANCELLED', 'REFUNDED', 'SETTLED_BY_HAND']);

function toneOf(state: string): RowTone {
  return over.has(state) ? 'over' : (tones[state] ?? 'waiting');
}

const settled: ReadonlySet<string> = new Set([
  'DONE',
  'DONE_BY_RECONCILIATION',
  'NOT_OURS',
  'REFUNDED',
  'SETTLED_BY_HAND',
]);
const forPerson: ReadonlySet<string> = new Set(['MANUAL', 'REFUND_DUE']);

/** The payment first; then those of its write-offs that are not through, each with its own word. */
function State({ charge }: { readonly charge: ChargeItem }): ReactElement {
  const { state, source, writeOffs } = charge;
  const fates = [...new Set(writeOffs)];
  const through = fates.filter((fate) => settled.has(fate)).map(writeOffName);
  const open = state === 'REFUND_DUE' ? [] : fates.filter((fate) => !settled.has(fate));
  return (
    <>
      <RowState
        tone={toneOf(state)}
        word={chargeStateName(state)}
        details={[words.source[source], ...through]}
      />
      {open.map((fate) => (
        <RowState key={fate} tone={forPerson.has(fate) ? 'bad' : 'waiting'} word={writeOffName(fate)} />
      ))}
    </>
  );
}
