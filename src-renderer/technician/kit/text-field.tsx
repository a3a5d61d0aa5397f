import type { ReactElement } from 'react';
import { useDraft } from './draft-context.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { type KeyboardKind, TextInput } from './text-input.tsx';

interface TextFieldProps extends FieldProps {
  readonly placeholder?: string | undefined;
  readonly keyboard?: KeyboardKind;
  /** An empty text is a value of its own; without this an emptied field is taken away. */
  readonly keepEmpty?: boolean;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { path, placeholder, keyboard, keepEmpty = false } = props;
  const { get, set } = useDraft();
  return (
    <FieldFrame {...props}>
      {(control) => (
        <TextInput
          {...control}
          placeholder={placeholder}
          keyboard={keyboard}
          value={textOf(get(path))}
          onValue={(value) => set(path, value === '' && !keepEmpty ? undefined : value)}
        />
      )}
    </FieldFrame>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
