import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Drive } from '../../../src-main/contract/technician.ts';
import { fileWords } from '../words/file-words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DriveList } from './drive-list.tsx';
import { Notice } from './notice.tsx';
import { useCall } from './use-call.ts';

const words = fileWords.export;

interface ExportButtonProps {
  readonly what: 'export-settings' | 'export-log' | 'export-closing';
  readonly label: string;
  /** Of a closing. */
  readonly day?: string;
}

type Outcome = { readonly good: boolean; readonly text: string };

/** Writes something onto a drive that one chooses. */
export function ExportButton({ what, label, day = '' }: ExportButtonProps): ReactElement {
  const call = useCall();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const write = async (drive: Drive): Promise<void> => {
    setOpen(false);
    setBusy(true);
    setOutcome(undefined);
    const reply =
      what === 'export-closing'
        ? await call(what, { drive: drive.id, day })
        : await call(what, { drive: drive.id });
    setBusy(false);
    if (!reply.ok) setOutcome({ good: false, text: words.lost });
    else if (reply.answer.outcome === 'failed')
      setOutcome({ good: false, text: words.failed(reply.answer.code) });
    else setOutcome({ good: true, text: words.written(reply.answer.name) });
  };
  return (
    <>
      <Button testId={`action-${what}`} icon={Download} busy={busy} onPress={() => setOpen(true)}>
        {busy ? words.busy : label}
      </Button>
      {outcome === undefined ? null : (
        <Notice tone={outcome.good ? 'good' : 'bad'} testId={`${what}-outcome`}>
          {outcome.text}
        </Notice>
      )}
      {open ? (
        <Dialog testId="dialog-drive" title={label} onClose={() => setOpen(false)}>
          <p>{fileWords.chooseDrive}</p>
          <DriveList onChoose={(drive) => void write(drive)} />
        </Dialog>
      ) : null}
    </>
  );
}
