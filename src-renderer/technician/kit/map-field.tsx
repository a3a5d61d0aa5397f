import { ArrowRight, Plus, Trash2 } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { Json } from '../../../src-main/contract/technician.ts';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { useDraft } from './draft-context.ts';
import { isObject } from './draft-path.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { type KeyboardKind, TextInput } from './text-input.tsx';

interface MapFieldProps extends FieldProps {
  readonly keyLabel: string;
  readonly valueLabel: string;
  readonly keyPlaceholder?: string;
  readonly valuePlaceholder?: string;
  readonly keyKeyboard?: KeyboardKind;
  readonly valueKeyboard?: KeyboardKind;
  readonly addLabel?: string;
}

type Row = readonly [key: string, value: string];

/** A record: key → value, row by row. Rows without a key wait on the screen only. An emptied record is taken away. */
export function MapField(props: MapFieldProps): ReactElement {
  const { path, keyLabel, valueLabel, addLabel = kitWords.list.add } = props;
  const { get, set, problems } = useDraft();
  const value = get(path);
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(value));
  const stored = JSON.stringify(recordOf(rowsOf(value)));
  // Another draft came in from outside: an undo, an import.
  useEffect(() => {
    setRows((shown) =>
      JSON.stringify(recordOf(shown)) === stored ? shown : rowsOf(JSON.parse(stored) as Json),
    );
  }, [stored]);
  const put = (next: readonly Row[]): void => {
    setRows(next);
    const record = recordOf(next);
    set(path, Object.keys(record).length === 0 ? undefined : record);
  };
  const change = (index: number, row: Row): void => put(rows.with(index, row));
  const problem = problems.find(
    ({ field }) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`),
  )?.message;
  return (
    <FieldFrame {...props} group problem={problem}>
      {(control) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a label outside it
        <div className={styles.lines} role="group" aria-labelledby={`${control.id}-label`}>
          {rows.map(([key, content], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is being named, so it has no name but its place
            <span key={index} className={styles.stored}>
              <TextInput
                id={index === 0 ? control.id : `${control.id}-key-${index}`}
                data-testid={`${control['data-testid']}-key-${index}`}
                aria-label={kitWords.list.line(keyLabel, index + 1)}
                placeholder={props.keyPlaceholder ?? keyLabel}
                keyboard={props.keyKeyboard}
                value={key}
                onValue={(text) => change(index, [text, content])}
              />
              <ArrowRight className={styles.arrow} aria-hidden="true" />
              <TextInput
                id={`${control.id}-value-${index}`}
                data-testid={`${control['data-testid']}-value-${index}`}
                aria-label={kitWords.list.line(valueLabel, index + 1)}
                placeholder={props.valuePlaceholder ?? valueLabel}
                keyboard={props.valueKeyboard}
                value={content}
                onValue={(text) => change(index, [key, text])}
              />
              <Button
                testId={`remove-${path}-${index}`}
                icon={Trash2}
                iconOnly
                onPress={() => put(rows.filter((_, at) => at !== index))}
              >
                {kitWords.list.remove(key)}
              </Button>
            </span>
          ))}
          <span>
            <Button
              {...(rows.length === 0 ? { id: control.id } : {})}
              testId={`add-${path}`}
              icon={Plus}
              onPress={() => setRows([...rows, ['', '']])}
            >
              {addLabel}
            </Button>
          </span>
        </div>
      )}
    </FieldFrame>
  );
}

function rowsOf(value: Json | undefined): readonly Row[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, content]) => [
    key,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
}

function recordOf(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(rows.filter(([key]) => key !== ''));
}
