import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FieldFrame } from '../kit/field-frame.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { reasonWords } from '../words/queue-words.ts';

interface ReasonDialogProps {
  readonly testId: string;
  readonly words: { readonly text: string; readonly confirm: string; readonly cancel: string };
  readonly title: string;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Main takes reasons of these lengths. */
const shortest = 3;
const longest = 500;

/** Asks once more and wants to know why; both are needed. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { testId, words, title, onClose, onConfirm } = props;
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const problem = problemOf(reason, tried);
  const confirm = (): void => {
    setTried(true);
    if (problemOf(reason, true) === undefined) onConfirm(reason);
  };
  return (
    <Dialog
      testId={testId}
      title={title}
      onClose={onClose}
      closeLabel={words.cancel}
      actions={
        <Button testId={`${testId}-yes`} look="primary" onPress={confirm}>
          {words.confirm}
        </Button>
      }
    >
      <p>{words.text}</p>
      <FieldFrame
        path={`${testId}-reason`}
        label={reasonWords.label}
        hint={reasonWords.hint}
        problem={problem}
      >
        {(control) => <TextInput {...control} value={text} onValue={setText} />}
      </FieldFrame>
    </Dialog>
  );
}

function problemOf(reason: string, tried: boolean): string | undefined {
  if (reason.length > longest) return reasonWords.tooLong;
  return tried && reason.length < shortest ? reasonWords.missing : undefined;
}
