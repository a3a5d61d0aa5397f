import { ArrowRight, RotateCcw, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { useMoments } from '../kit/use-moments.ts';
import { areaWords } from '../words/area-words.ts';
import { sectionOf } from './field-place.ts';
import styles from './frame.module.css';

const words = areaWords.foot;

interface CloseProps {
  readonly onClose: () => void;
}

/** Every problem, with the way to its field. */
export function ProblemsDialog(
  props: CloseProps & { readonly onReveal: (path: string) => void },
): ReactElement {
  const { onClose, onReveal } = props;
  const { problems } = useDraft();
  return (
    <Dialog
      testId="dialog-problems"
      wide
      title={words.problemsTitle}
      closeLabel={words.close}
      onClose={onClose}
    >
      <p>{words.problemsText}</p>
      <ul className={styles.problemList}>
        {problems.map(({ field, message }) => {
          const home = sectionOf(field);
          return (
            <li key={`${field} ${message}`}>
              <button
                type="button"
                className={styles.problemLink}
                data-testid={`problem-link-${field}`}
                data-local=""
                onClick={() => {
                  onClose();
                  onReveal(field);
                }}
              >
                <span className={styles.problemWords}>
                  <strong>{home === undefined ? field : areaWords.sectionTitles[home]}</strong>
                  <span>{message}</span>
                  {home === undefined ? null : <span className={styles.problemPath}>{field}</span>}
                </span>
                <ArrowRight className={styles.footIcon} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

export function UndoDialog({ onClose }: CloseProps): ReactElement {
  const { undo, state, dirty } = useDraft();
  const momentOf = useMoments();
  return (
    <ConfirmDialog
      testId="dialog-undo"
      title={words.undoTitle}
      action={{ testId: 'undo-yes', label: words.undo, icon: RotateCcw }}
      onConfirm={() => void undo()}
      onClose={onClose}
    >
      <p>{words.undoText(momentOf(state.undoable?.savedAt ?? 0))}</p>
      {dirty ? <p>{words.undoLoses}</p> : null}
    </ConfirmDialog>
  );
}

export function DiscardDialog({ onClose }: CloseProps): ReactElement {
  const { reread } = useDraft();
  return (
    <ConfirmDialog
      testId="dialog-discard"
      title={words.discardTitle}
      action={{ testId: 'discard-yes', label: words.discard, icon: Trash2 }}
      onConfirm={() => void reread()}
      onClose={onClose}
    >
      <p>{words.discardText}</p>
    </ConfirmDialog>
  );
}

/** Somebody else saved: there is only one way on. */
export function StaleDialog(): ReactElement {
  const { reread } = useDraft();
  return (
    <Dialog
      testId="dialog-stale"
      title={words.staleTitle}
      closeLabel={words.reread}
      onClose={() => void reread()}
    >
      <p>{words.staleText}</p>
    </Dialog>
  );
}
