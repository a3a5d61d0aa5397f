import { KeyRound, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { useDraft } from './draft-context.ts';
import { readAt } from './draft-path.ts';
import styles from './field.module.css';
import { type FieldControl, FieldFrame, type FieldProps } from './field-frame.tsx';
import { isSealed, piecesOf, withoutSealed } from './sealed-text.ts';
import { type KeyboardKind, TextInput } from './text-input.tsx';

interface TextFieldProps extends FieldProps {
  readonly placeholder?: string | undefined;
  readonly keyboard?: KeyboardKind;
  /** An empty text is a value of its own; without this an emptied field is taken away. */
  readonly keepEmpty?: boolean;
}

/** One line of text. Where a stored secret stands in it, e.g. the key in an address, it is replaced as a whole. */
export function TextField(props: TextFieldProps): ReactElement {
  const { path, placeholder, keyboard, keepEmpty = false } = props;
  const { get, set, state } = useDraft();
  const value = get(path);
  const saved = readAt(state.draft, path);
  const put = (text: string): void => set(path, text === '' && !keepEmpty ? undefined : text);
  const draw = (control: FieldControl): ReactElement => {
    if (isSealed(value)) {
      return (
        <SealedText control={control} path={path} text={value} onReplace={() => put(withoutSealed(value))} />
      );
    }
    const shown = { placeholder, keyboard, value: textOf(value), onValue: put };
    const input = <TextInput {...control} {...shown} />;
    return isSealed(saved) ? <Replacing path={path} input={input} onKeep={() => put(saved)} /> : input;
  };
  return <FieldFrame {...props}>{draw}</FieldFrame>;
}

interface ReplacingProps {
  readonly path: string;
  readonly input: ReactElement;
  /** Back to the stored one. */
  readonly onKeep: () => void;
}

function Replacing({ path, input, onKeep }: ReplacingProps): ReactElement {
  return (
    <span className={styles.stored}>
      {input}
      <Button testId={`sealed-keep-${path}`} icon={Undo2} onPress={onKeep}>
        {kitWords.secret.keep}
      </Button>
    </span>
  );
}

interface SealedTextProps {
  readonly control: FieldControl;
  readonly path: string;
  readonly text: string;
  readonly onReplace: () => void;
}

function SealedText({ control, path, text, onReplace }: SealedTextProps): ReactElement {
  return (
    <span className={styles.stored}>
      <span className={styles.sealedText} data-testid={`sealed-${path}`}>
        {piecesOf(text).map((piece, index) =>
          piece === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
            <span key={index} className={styles.sealedPart}>
              <KeyRound className={styles.problemIcon} aria-hidden="true" />
              {kitWords.secret.storedInText}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
            <span key={index}>{piece}</span>
          ),
        )}
      </span>
      <Button id={control.id} testId={`sealed-change-${path}`} onPress={onReplace}>
        {kitWords.secret.change}
      </Button>
    </span>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
