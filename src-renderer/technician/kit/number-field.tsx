import type { ReactElement } from 'react';
import type { Json } from '../../../src-main/contract/technician.ts';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { TextInput } from './text-input.tsx';

interface NumberFieldProps extends FieldProps {
  /** Behind the number, e.g. "segundos". */
  readonly unit?: string;
  /** What counts while the field is empty, shown in grey. */
  readonly placeholder?: string;
}

/** A whole number. What is none goes into the draft as it was typed, so that main says what is wrong with it. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { path, unit, placeholder } = props;
  const { get, set } = useDraft();
  const value = get(path);
  return (
    <FieldFrame {...props}>
      {(control) => (
        <span className={styles.numberLine}>
          <TextInput
            {...control}
            keyboard="digits"
            placeholder={placeholder}
            value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
            onValue={(text) => set(path, numberOf(text))}
          />
          {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

function numberOf(text: string): Json | undefined {
  if (text === '') return undefined;
  return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}
