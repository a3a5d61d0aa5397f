import { ArrowRight, Plus, Trash2 } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { Json } from '../../../src-main/contract/technician.ts';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { Choices, type Option } from './choice-field.tsx';
import { useDraft } from './draft-context.ts';
import { isObject } from './draft-path.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { isSealed } from './sealed-text.ts';
import { TextInput } from './text-input.tsx';

interface MapFieldProps extends FieldProps {
  readonly keyLabel: string;
  readonly valueLabel: string;
  /** What a key may lead to; another value that stands in the draft is shown by its own name. */
  readonly options: readonly Option[];
  readonly addLabel?: string;
}

type Row = readonly [key: string, value: string];

/** A record: key → one of a few values, row by row. Rows without a key or a value wait on the screen only. An emptied record is taken away. */
export function MapField(props: MapFieldProps): ReactElement {
  const { path, keyLabel, valueLabel, options, addLabel = kitWords.list.add } = props;
  const { get, set } = useDraft();
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
  return (
    <FieldFrame {...props} group whole>
      {(control) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a label outside it
        <div className={styles.lines} role="group" aria-labelledby={`${control.id}-label`}>
          {rows.map(([key, content], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is being named, so it has no name but its place
            <span key={index} className={styles.mapRow}>
              <TextInput
                id={index === 0 ? control.id : `${control.id}-key-${index}`}
                data-testid={`${control['data-testid']}-key-${index}`}
                aria-label={kitWords.list.line(keyLabel, index + 1)}
                placeholder={keyLabel}
                value={key}
                onValue={(text) => change(index, [text, content])}
              />
              <ArrowRight className={styles.arrow} aria-hidden="true" />
              <RowChoice
                id={`${control.id}-value-${index}`}
                label={kitWords.list.line(valueLabel, index + 1)}
                options={options}
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

interface RowChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function RowChoice({ id, label, options, value, onValue }: RowChoiceProps): ReactElement {
  const known = options.some((option) => option.value === value);
  // What is sealed has no place here, and its text says nothing to anybody.
  const stray =
    known || value === '' ? [] : [{ value, label: isSealed(value) ? kitWords.secret.stored : value }];
  const all = [...options, ...stray];
  return (
    <span className={styles.mapValue}>
      <span className="visually-hidden" id={`${id}-label`}>
        {label}
      </span>
      <Choices
        control={{ id, 'data-testid': id, 'aria-describedby': undefined, 'aria-invalid': undefined }}
        options={all}
        current={all.find((option) => option.value === value)}
        onChoose={(chosen) => onValue(String(chosen))}
      />
    </span>
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
  return Object.fromEntries(rows.filter(([key, content]) => key !== '' && content !== ''));
}
