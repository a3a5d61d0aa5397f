import type { ReactElement } from 'react';
import type { StorageStanding } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { useMoments } from '../kit/use-moments.ts';
import { closingWords } from '../words/closing-words.ts';

const words = closingWords.storage;

/** How the database is kept, and why payments are off if they are. */
export function StorageState({ storage }: { readonly storage: StorageStanding }): ReactElement {
  const momentOf = useMoments();
  const { backups, lastBackupAt, restoredAt, paymentsOff } = storage;
  return (
    <Group title={words.title} testId="storage">
      {paymentsOff.map((reason) => (
        <Notice key={reason} tone="bad" testId={`storage-${reason}`}>
          {words.off[reason]}
        </Notice>
      ))}
      {restoredAt === undefined ? null : (
        <Notice tone="warning" testId="storage-was-restored">
          {words.restored(momentOf(restoredAt))}
        </Notice>
      )}
      <p data-testid="storage-backups">
        {lastBackupAt === undefined ? words.noBackup : words.backup(momentOf(lastBackupAt), backups)}
      </p>
    </Group>
  );
}
