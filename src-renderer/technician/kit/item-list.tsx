import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useDraft } from './draft-context.ts';
import { Actions } from './group.tsx';
import styles from './item-list.module.css';

export interface Item {
  readonly title: string;
  readonly hint?: string | undefined;
}

interface ItemListProps {
  /** Where the list stands in the draft, e.g. `erps`: problems are counted by it, and a problem's link chooses. */
  readonly path: string;
  readonly label: string;
  readonly items: readonly Item[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly addLabel: string;
  /** Absent: there may be no more. */
  readonly onAdd?: (() => void) | undefined;
  /** Absent: the last one has to stay. */
  readonly onRemove?: ((index: number) => void) | undefined;
  /** What one should know before removing an entry. */
  readonly removeText?: string | undefined;
}

/** Entries to choose among, to add to and to remove from; the chosen one's fields are drawn by whoever uses it. */
export function ItemList(props: ItemListProps): ReactElement {
  const { path, label, items, chosen, onChoose, addLabel, onAdd, onRemove, removeText } = props;
  const [removing, setRemoving] = useState(false);
  const { problems, forget } = useDraft();
  useRevealedItem(path, onChoose);
  const title = items[chosen]?.title ?? '';
  return (
    <div className={styles.list}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings its own box */}
      <div className={styles.items} role="group" aria-label={label}>
        {items.map((item, index) => {
          const wrong = problems.some(({ field }) => field.startsWith(`${path}[${index}]`));
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry is being named, so it has no name but its place
              key={index}
              type="button"
              className={styles.item}
              aria-pressed={index === chosen}
              data-testid={`item-${path}[${index}]`}
              onClick={() => onChoose(index)}
            >
              <span className={styles.words}>
                <span className={styles.title}>{item.title}</span>
                {item.hint === undefined ? null : <span className={styles.hint}>{item.hint}</span>}
              </span>
              {wrong ? <TriangleAlert className={styles.wrong} aria-hidden="true" /> : null}
            </button>
          );
        })}
      </div>
      <Actions>
        {onAdd === undefined ? null : (
          <Button testId={`add-${path}`} icon={Plus} onPress={onAdd}>
            {addLabel}
          </Button>
        )}
        {onRemove === undefined || items.length === 0 ? null : (
          <Button testId={`remove-${path}`} icon={Trash2} look="danger" onPress={() => setRemoving(true)}>
            {`${kitWords.items.remove} ${title}`}
          </Button>
        )}
      </Actions>
      {removing && onRemove !== undefined ? (
        <ConfirmDialog
          testId={`dialog-remove-${path}`}
          title={kitWords.items.removeTitle(title)}
          action={{ testId: `remove-${path}-yes`, label: kitWords.items.remove, icon: Trash2 }}
          onConfirm={() => {
            // The entries after it move up, and what was said of their fields would stand at others.
            forget(path);
            onRemove(chosen);
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{kitWords.items.removeText}</p>
          {removeText === undefined ? null : <p>{removeText}</p>}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

/** A problem's link into one of the entries chooses that entry. */
function useRevealedItem(path: string, onChoose: (index: number) => void): void {
  const { revealed } = useDraft();
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    if (revealed?.path.startsWith(`${path}[`) !== true) return;
    const index = Number.parseInt(revealed.path.slice(path.length + 1), 10);
    if (!Number.isNaN(index)) choose.current(index);
  }, [revealed, path]);
}
