import { HardDrive, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Drive } from '../../../src-main/contract/technician.ts';
import { fileWords } from '../words/file-words.ts';
import { Button } from './button.tsx';
import { EntryButton } from './entry-button.tsx';
import styles from './file-dialog.module.css';
import { formatBytes } from './format-moment.ts';
import { LiveState } from './live-state.tsx';
import { Notice } from './notice.tsx';
import { useAnswer } from './use-call.ts';

/** Drives that are plugged in, to choose one. */
export function DriveList({ onChoose }: { readonly onChoose: (drive: Drive) => void }): ReactElement {
  const live = useAnswer('list-drives', {});
  const drives = live.answer ?? [];
  return (
    <>
      <LiveState live={live} busy={fileWords.reading} failed={fileWords.failed} />
      {live.answer !== undefined && drives.length === 0 ? (
        <Notice tone="info" testId="no-drive">
          {fileWords.noDrive}
        </Notice>
      ) : null}
      <ul className={styles.entries} aria-label={fileWords.drives}>
        {drives.map((drive) => (
          <EntryButton
            key={drive.id}
            testId={`drive-${drive.id}`}
            icon={HardDrive}
            title={drive.label}
            hint={fileWords.free(formatBytes(drive.freeBytes))}
            onPress={() => onChoose(drive)}
          />
        ))}
      </ul>
      {live.failed ? null : (
        <div>
          <Button testId="drives-reload" icon={RefreshCw} busy={live.busy} onPress={live.reload}>
            {fileWords.look}
          </Button>
        </div>
      )}
    </>
  );
}
