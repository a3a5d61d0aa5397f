import { Eye, EyeOff, KeyRound, Undo2 } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';
import { type FieldControl, FieldFrame, type FieldProps } from './field-frame.tsx';
import { isSealed } from './sealed-text.ts';
import { TextInput } from './text-input.tsx';

/** A stored secret that is being replaced, and what was typed in its place so far. */
interface Replacing {
  readonly kept: string;
  readonly typed: string;
}

/** A secret: a stored one is only told to be there; a typed one is hidden until one looks. */
export function SecretField(props: FieldProps): ReactElement {
  const { path } = props;
  const { get, set } = useDraft();
  const [last, setLast] = useState<Replacing>();
  const value = get(path);
  // Another value than the one typed here belongs to another entry of a list, or came from a save or a file.
  const replacing =
    last !== undefined && value === (last.typed === '' ? last.kept : last.typed) ? last : undefined;
  const type = (text: string): void => {
    if (replacing !== undefined) setLast({ ...replacing, typed: text });
    set(path, text === '' ? replacing?.kept : text);
  };
  return (
    <FieldFrame {...props}>
      {(control) =>
        isSealed(value) && replacing === undefined ? (
          <Stored control={control} path={path} onChange={() => setLast({ kept: value, typed: '' })} />
        ) : (
          <TypedSecret
            control={control}
            path={path}
            value={typeof value === 'string' && !isSealed(value) ? value : ''}
            onValue={type}
            onKeep={
              replacing === undefined
                ? undefined
                : () => {
                    set(path, replacing.kept);
                    setLast(undefined);
                  }
            }
          />
        )
      }
    </FieldFrame>
  );
}

interface StoredProps {
  readonly control: FieldControl;
  readonly path: string;
  readonly onChange: () => void;
}

function Stored({ control, path, onChange }: StoredProps): ReactElement {
  return (
    <span className={styles.stored}>
      <span className={styles.storedWord} data-testid={`secret-stored-${path}`}>
        <KeyRound className={styles.inputIcon} aria-hidden="true" />
        {kitWords.secret.stored}
      </span>
      <Button id={control.id} testId={`secret-change-${path}`} onPress={onChange}>
        {kitWords.secret.change}
      </Button>
    </span>
  );
}

interface TypedSecretProps {
  readonly control: FieldControl;
  readonly path: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
  /** Back to the stored one, where one is being replaced. */
  readonly onKeep: (() => void) | undefined;
}

function TypedSecret({ control, path, value, onValue, onKeep }: TypedSecretProps): ReactElement {
  const [seen, setSeen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const replaces = onKeep !== undefined;
  useEffect(() => {
    if (replaces) input.current?.focus();
  }, [replaces]);
  return (
    <span className={styles.stored}>
      <TextInput {...control} inputRef={input} hidden={!seen} value={value} onValue={onValue} />
      <Button
        testId={`secret-look-${path}`}
        icon={seen ? EyeOff : Eye}
        iconOnly
        pressed={seen}
        onPress={() => setSeen(!seen)}
      >
        {seen ? kitWords.secret.hide : kitWords.secret.look}
      </Button>
      {onKeep === undefined ? null : (
        <Button testId={`secret-keep-${path}`} icon={Undo2} onPress={onKeep}>
          {kitWords.secret.keep}
        </Button>
      )}
    </span>
  );
}
