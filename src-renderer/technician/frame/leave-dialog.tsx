import { LogOut } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { areaWords } from '../words/area-words.ts';

const words = areaWords.leaving;

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps): ReactElement {
  const { changes } = useDraft();
  return (
    <Dialog
      testId="dialog-leave"
      title={words.title}
      closeLabel={words.stay}
      onClose={onStay}
      actions={
        <Button testId="leave-unsaved" look="danger" icon={LogOut} onPress={onLeave}>
          {words.leave}
        </Button>
      }
    >
      <p>{words.text(areaWords.foot.changes(changes))}</p>
    </Dialog>
  );
}
