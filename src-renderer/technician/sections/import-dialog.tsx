import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ImportPreview, SettingChange } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Notice } from '../kit/notice.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { securityWords } from '../words/security-words.ts';

const words = securityWords.preview;

const columns: readonly Column<SettingChange>[] = [
  { key: 'field', title: words.field, cell: ({ field }) => field },
  { key: 'before', title: words.before, cell: ({ before, secret }) => shown(before, secret) },
  { key: 'after', title: words.after, cell: ({ after, secret }) => shown(after, secret) },
];

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

/** What a file would change; taken over, it is a draft to be looked at and saved like any other. */
export function ImportDialog({ preview, onTaken, onClose }: ImportDialogProps): ReactElement {
  const { replace } = useDraft();
  if (preview.outcome === 'unreadable') {
    return (
      <Dialog testId="dialog-import" title={words.title} onClose={onClose}>
        <Notice tone="bad">{words.unreadable(preview.reason)}</Notice>
      </Dialog>
    );
  }
  const { draft, changes, problems } = preview;
  const take = (): void => {
    replace(draft);
    onTaken();
  };
  return (
    <Dialog
      testId="dialog-import"
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <Button
          testId="import-take"
          look="primary"
          icon={Check}
          inactive={changes.length === 0}
          onPress={take}
        >
          {words.take}
        </Button>
      }
    >
      {problems.length === 0 ? null : (
        <Notice tone="warning" testId="import-problems">
          <strong>{words.problems(problems.length)}</strong>
          {problems.map(({ field, message }) => (
            <span key={`${field} ${message}`}>{`${field}: ${message}`}</span>
          ))}
        </Notice>
      )}
      <Table
        testId="import-changes"
        caption={words.caption}
        columns={columns}
        rows={changes}
        rowKey={({ field }) => field}
        empty={words.none}
      />
      <p>{words.keep}</p>
    </Dialog>
  );
}

function shown(text: string | undefined, secret: boolean): string {
  if (text === undefined) return secret ? words.secret : words.absent;
  return text;
}
