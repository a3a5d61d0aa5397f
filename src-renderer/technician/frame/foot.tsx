import { CircleCheck, RotateCcw, Save, Trash2, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { type SaveProgress, useDraft } from '../kit/draft-context.ts';
import { areaWords } from '../words/area-words.ts';
import { DiscardDialog, ProblemsDialog, StaleDialog, UndoDialog } from './foot-dialogs.tsx';
import styles from './frame.module.css';

const words = areaWords.foot;

type Open = 'problems' | 'undo' | 'discard' | undefined;

/** What is not saved, what is wrong, and the buttons that save and take back. */
export function Foot({ onReveal }: { readonly onReveal: (path: string) => void }): ReactElement {
  const { problems, dirty, changes, save, progress, state } = useDraft();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const busy = progress.step === 'busy';
  const told = tellProgress(progress);
  return (
    <footer className={styles.foot}>
      <div className={styles.standing}>
        <p className={styles.changes} data-testid="draft-changes" data-count={changes} role="status">
          {told ?? standingOf(dirty, changes, state.revision)}
        </p>
        {problems.length === 0 ? (
          <p className={styles.noProblems} data-testid="draft-problems" data-count={0}>
            <CircleCheck className={styles.footIcon} aria-hidden="true" />
            {words.noProblems}
          </p>
        ) : (
          <button
            type="button"
            className={styles.problems}
            data-testid="draft-problems"
            data-local=""
            data-count={problems.length}
            onClick={() => setOpen('problems')}
          >
            <TriangleAlert className={styles.footIcon} aria-hidden="true" />
            {words.problems(problems.length)}
          </button>
        )}
      </div>
      <div className={styles.footActions}>
        {state.undoable === undefined ? null : (
          <Button testId="action-undo" icon={RotateCcw} inactive={busy} onPress={() => setOpen('undo')}>
            {words.undo}
          </Button>
        )}
        {dirty ? (
          <Button testId="action-discard" icon={Trash2} inactive={busy} onPress={() => setOpen('discard')}>
            {words.discard}
          </Button>
        ) : null}
        <Button
          testId="action-save"
          look="primary"
          icon={Save}
          busy={busy}
          inactive={!dirty}
          onPress={() => void save()}
        >
          {busy ? words.saving : words.save}
        </Button>
      </div>
      {open === 'problems' ? <ProblemsDialog onClose={close} onReveal={onReveal} /> : null}
      {open === 'undo' ? <UndoDialog onClose={close} /> : null}
      {open === 'discard' ? <DiscardDialog onClose={close} /> : null}
      {progress.step === 'stale' ? <StaleDialog /> : null}
    </footer>
  );
}

function tellProgress(progress: SaveProgress): string | undefined {
  switch (progress.step) {
    case 'saved':
      return words.saved;
    case 'undone':
      return words.undone;
    case 'refused':
      return words.refused;
    case 'failed':
      return words.failed(progress.code);
    case 'busy':
      return words.saving;
    case 'idle':
    case 'stale':
      return undefined;
  }
}

function standingOf(dirty: boolean, changes: number, revision: number): string {
  if (dirty) return words.changes(changes);
  return revision === 0 ? words.nothingYet : words.clean;
}
