import { ArrowLeft, FileText, Folder } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Drive, DriveEntry, FileOutcome, FilePurpose } from '../../../src-main/contract/technician.ts';
import { fileWords } from '../words/file-words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DriveList } from './drive-list.tsx';
import { EntryButton } from './entry-button.tsx';
import styles from './file-dialog.module.css';
import { formatBytes } from './format-moment.ts';
import { LiveState } from './live-state.tsx';
import { Notice } from './notice.tsx';
import { useAnswer, useCall } from './use-call.ts';

/** A file that main could make use of. */
export type PickedFile = Exclude<FileOutcome, { outcome: 'unfit' }>;

interface FileDialogProps {
  readonly purpose: FilePurpose;
  readonly onPicked: (file: PickedFile) => void;
  readonly onClose: () => void;
}

/** From the drives into a folder to a file; what does not fit is said, and one picks another. */
export function FileDialog({ purpose, onPicked, onClose }: FileDialogProps): ReactElement {
  const [drive, setDrive] = useState<Drive>();
  return (
    <Dialog testId="dialog-file" wide title={fileWords.titles[purpose]} onClose={onClose}>
      <p>{fileWords.hints[purpose]}</p>
      {drive === undefined ? (
        <DriveList onChoose={setDrive} />
      ) : (
        <FolderList drive={drive} purpose={purpose} onPicked={onPicked} onLeave={() => setDrive(undefined)} />
      )}
    </Dialog>
  );
}

interface FolderListProps {
  readonly drive: Drive;
  readonly purpose: FilePurpose;
  readonly onPicked: (file: PickedFile) => void;
  /** Back to the drives. */
  readonly onLeave: () => void;
}

type Trouble = 'lost' | Extract<FileOutcome, { outcome: 'unfit' }>;

function FolderList({ drive, purpose, onPicked, onLeave }: FolderListProps): ReactElement {
  const call = useCall();
  const [path, setPath] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const live = useAnswer('list-folder', { drive: drive.id, path, purpose });
  const go = (to: string): void => {
    setTrouble(undefined);
    setPath(to);
  };
  const pick = async (file: DriveEntry): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const reply = await call('pick-file', { drive: drive.id, path: file.path, purpose });
    setBusy(false);
    if (!reply.ok) setTrouble('lost');
    else if (reply.answer.outcome === 'unfit') setTrouble(reply.answer);
    else onPicked(reply.answer);
  };
  // While another folder is read, the last one's entries would lead astray.
  const entries = live.busy ? [] : (live.answer ?? []);
  return (
    <>
      <div className={styles.place}>
        <Button
          testId="folder-up"
          icon={ArrowLeft}
          onPress={path === '' ? onLeave : () => go(parentOf(path))}
        >
          {fileWords.up}
        </Button>
        <span className={styles.path} data-testid="folder-path">
          {[drive.label, ...path.split('/')].filter((part) => part !== '').join(' / ')}
        </span>
      </div>
      <TroubleNotice trouble={trouble} />
      <LiveState live={live} busy={fileWords.reading} failed={fileWords.failed} />
      {!live.busy && !live.failed && entries.length === 0 ? (
        <Notice tone="info" testId="folder-empty">
          {fileWords.emptyFolder}
        </Notice>
      ) : null}
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <EntryButton
            key={entry.path}
            testId={`entry-${entry.path}`}
            icon={entry.kind === 'folder' ? Folder : FileText}
            title={entry.name}
            {...(entry.kind === 'file' ? { hint: formatBytes(entry.bytes) } : {})}
            inactive={busy}
            onPress={() => (entry.kind === 'folder' ? go(entry.path) : void pick(entry))}
          />
        ))}
      </ul>
    </>
  );
}

function TroubleNotice({ trouble }: { readonly trouble: Trouble | undefined }): ReactElement | null {
  if (trouble === undefined) return null;
  return (
    <Notice tone="bad" testId="file-trouble">
      {trouble === 'lost' ? (
        fileWords.pickFailed
      ) : (
        <>
          <strong>{fileWords.unfit}</strong>
          {trouble.problems.map(({ field, message }) => (
            <span key={`${field} ${message}`}>{field === '' ? message : `${field}: ${message}`}</span>
          ))}
        </>
      )}
    </Notice>
  );
}

function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
