import { FileUp, RefreshCw } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { AuditItem, ImportPreview } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { ExportButton } from '../kit/export-button.tsx';
import { FileDialog, type PickedFile } from '../kit/file-dialog.tsx';
import { Actions, Group } from '../kit/group.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { Notice } from '../kit/notice.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { securityWords } from '../words/security-words.ts';
import { ChangePin } from './change-pin.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MomentCell } from './moment-cell.tsx';

const words = securityWords;

/** Who may come in, how secrets are kept, settings on a drive, and who did what. */
export function SecuritySection(): ReactElement {
  return (
    <>
      <ChangePin />
      <SecretsGroup />
      <TransferGroup />
      <AuditGroup />
    </>
  );
}

function SecretsGroup(): ReactElement {
  const { state } = useDraft();
  const { text, advice } = words.secrets[state.secretKeeping];
  return (
    <Group title={words.secrets.title}>
      <Notice tone={state.secretKeeping === 'key-file' ? 'warning' : 'good'} testId="secret-keeping">
        <strong>{text}</strong>
        <span>{advice}</span>
      </Notice>
    </Group>
  );
}

function TransferGroup(): ReactElement {
  const [step, setStep] = useState<'idle' | 'picking' | 'taken' | ImportPreview>('idle');
  const take = (file: PickedFile): void => setStep(file.outcome === 'settings' ? file.preview : 'idle');
  return (
    <Group title={words.transfer.title} text={words.transfer.text}>
      <Actions>
        <ExportButton what="export-settings" label={words.transfer.exportSettings} />
        <Button testId="action-import" icon={FileUp} onPress={() => setStep('picking')}>
          {words.transfer.importSettings}
        </Button>
      </Actions>
      {step === 'taken' ? (
        <Notice tone="good" testId="import-taken">
          {words.preview.taken}
        </Notice>
      ) : null}
      {step === 'picking' ? (
        <FileDialog purpose="settings" onPicked={take} onClose={() => setStep('idle')} />
      ) : null}
      {typeof step === 'object' ? (
        <ImportDialog preview={step} onTaken={() => setStep('taken')} onClose={() => setStep('idle')} />
      ) : null}
    </Group>
  );
}

const auditColumns: readonly Column<AuditItem>[] = [
  { key: 'at', title: words.audit.at, cell: ({ at }) => <MomentCell at={at} /> },
  { key: 'event', title: words.audit.event, cell: ({ event }) => words.audit.events[event] ?? event },
  { key: 'detail', title: words.audit.detail, cell: ({ detail }) => detail ?? '' },
];

function AuditGroup(): ReactElement {
  const live = useAnswer('read-state', {});
  const audit = live.answer?.audit;
  return (
    <Group
      title={words.audit.title}
      text={words.audit.text}
      actions={
        <Button testId="audit-reload" icon={RefreshCw} busy={live.busy} onPress={live.reload}>
          {words.audit.reload}
        </Button>
      }
    >
      <LiveState live={live} />
      {audit === undefined ? null : (
        <>
          <Notice tone={audit.intact ? 'good' : 'bad'} testId="audit-intact">
            {audit.intact ? words.audit.intact : words.audit.broken}
          </Notice>
          <Table
            testId="audit"
            caption={words.audit.caption}
            columns={auditColumns}
            rows={audit.last}
            rowKey={(item) => String(audit.last.indexOf(item))}
            empty={words.audit.empty}
          />
        </>
      )}
    </Group>
  );
}
