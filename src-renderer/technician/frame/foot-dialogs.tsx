import { ArrowRight, RotateCcw, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { formatMoment } from '../kit/format-moment.ts';
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
  return (
    <Dialog
      testId="dialog-undo"
      title={words.undoTitle}
      onClose={onClose}
      actions={
        <Button
          testId="undo-yes"
          look="danger"
          icon={RotateCcw}
          onPress={() => {
            onClose();
            void undo();
          }}
        >
          {words.undo}
        </Button>
      }
    >
      <p>{words.undoText(formatMoment(state.undoable?.savedAt ?? 0))}</p>
      {dirty ? <p>{words.undoLoses}</p> : null}
    </Dialog>
  );
}

export function DiscardDialog({ onClose }: CloseProps): ReactElement {
  const { reread } = useDraft();
  return (
    <Dialog
      testId="dialog-discard"
      title={words.discardTitle}
      onClose={onClose}
      actions={
        <Button
          testId="discard-yes"
          look="danger"
          icon={Trash2}
          onPress={() => {
            onClose();
            void reread();
          }}
        >
          {words.discard}
        </Button>
      }
    >
      <p>{words.discardText}</p>
    </Dialog>
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
