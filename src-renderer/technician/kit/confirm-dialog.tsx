import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly testId: string;
  readonly title: string;
  /** What it does: the word on its button, with the button's own name for tests. */
  readonly action: { readonly testId: string; readonly label: string; readonly icon: LucideIcon };
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly closeLabel?: string;
  readonly children: ReactNode;
}

/** Asks before something is taken away. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { action, onConfirm, ...dialog } = props;
  const confirm = (): void => {
    dialog.onClose();
    onConfirm();
  };
  return (
    <Dialog
      {...dialog}
      actions={
        <Button testId={action.testId} look="danger" icon={action.icon} onPress={confirm}>
          {action.label}
        </Button>
      }
    />
  );
}
