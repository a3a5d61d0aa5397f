import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';
import { type FieldControl, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface Option {
  /** `undefined`: the field is left out. */
  readonly value: string | number | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[];
  /** Which option counts while the draft has no value. */
  readonly standard?: string | number;
  /** Instead of putting the value into the draft, e.g. to put other fields there too. */
  readonly onChoose?: (value: string | number | undefined) => void;
}

/** One of a few, all of them seen: arrow keys move, as among radio buttons. */
export function ChoiceField(props: ChoiceFieldProps): ReactElement {
  const { path, options, standard, onChoose } = props;
  const { get, set } = useDraft();
  const value = get(path);
  const choose = onChoose ?? ((chosen) => set(path, chosen));
  const current = options.find((option) => option.value === (value ?? standard));
  return (
    <FieldFrame {...props} group>
      {(control) => <Choices control={control} options={options} current={current} onChoose={choose} />}
    </FieldFrame>
  );
}

/** The options as a field of their own, for what is not in the draft. */
export function Choices(props: {
  readonly control: FieldControl;
  readonly options: readonly Option[];
  readonly current: Option | undefined;
  readonly onChoose: (value: string | number | undefined) => void;
}): ReactElement {
  const { control, options, current, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const stop = current === undefined ? 0 : options.indexOf(current);
  const move = (event: KeyboardEvent): void => {
    const by = stepOf(event.key);
    if (by === 0) return;
    event.preventDefault();
    const next = (stop + by + options.length) % options.length;
    const option = options[next];
    if (option === undefined) return;
    onChoose(option.value);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={list}
      className={styles.choices}
      role="radiogroup"
      aria-labelledby={`${control.id}-label`}
      aria-describedby={control['aria-describedby']}
      aria-invalid={control['aria-invalid']}
      data-testid={control['data-testid']}
      onKeyDown={move}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot carry the hint as a large target
        <button
          key={String(option.value)}
          type="button"
          role="radio"
          id={index === stop ? control.id : undefined}
          className={styles.choice}
          aria-checked={option === current}
          tabIndex={index === stop ? 0 : -1}
          data-testid={`${control['data-testid']}-${option.value ?? 'none'}`}
          onClick={() => onChoose(option.value)}
        >
          <span className={styles.dot} aria-hidden="true">
            {option === current ? <Check className={styles.dotIcon} /> : null}
          </span>
          <span className={styles.choiceWords}>
            <span>{option.label}</span>
            {option.hint === undefined ? null : <span className={styles.choiceHint}>{option.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return -1;
  return 0;
}
