import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { isList } from '../kit/draft-path.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { TextField } from '../kit/text-field.tsx';
import { terminalWords } from '../words/terminal-words.ts';
import styles from './terminal.module.css';

const words = terminalWords.hours;

const mostRows = 21;

const workdays = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' };

interface HoursFieldProps {
  readonly path: string;
  /** What the times mean; usually when the kiosk attends. */
  readonly wording?: { readonly label: string; readonly hint: string; readonly always: string };
}

/** Rows of days with a time to open and a time to shut. None: always. */
export function HoursField({ path, wording = words }: HoursFieldProps): ReactElement {
  const { get, set } = useDraft();
  const value = get(path);
  const rows = isList(value) ? value : [];
  const removeRow = (index: number): void =>
    set(path, rows.length === 1 ? undefined : rows.filter((_, at) => at !== index));
  return (
    <FieldFrame path={path} label={wording.label} hint={wording.hint} group>
      {(control) => (
        <div className={styles.hours}>
          {rows.length === 0 ? <p>{wording.always}</p> : null}
          {rows.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
            <HoursRow key={index} path={path} index={index} onRemove={() => removeRow(index)} />
          ))}
          <span>
            <Button
              id={control.id}
              testId={`add-${path}`}
              icon={Plus}
              inactive={rows.length >= mostRows}
              onPress={() => set(path, [...rows, workdays])}
            >
              {words.add}
            </Button>
          </span>
        </div>
      )}
    </FieldFrame>
  );
}

interface HoursRowProps {
  readonly path: string;
  readonly index: number;
  readonly onRemove: () => void;
}

function HoursRow({ path, index, onRemove }: HoursRowProps): ReactElement {
  const row = `${path}[${index}]`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings its own box
    <div className={styles.hoursRow} role="group" aria-label={words.row(index + 1)}>
      <DayButtons path={`${row}.days`} />
      <div className={styles.times}>
        <TextField path={`${row}.from`} label={words.from} placeholder="08:00" keyboard="digits" />
        <TextField path={`${row}.to`} label={words.to} placeholder="18:00" keyboard="digits" />
        <Button testId={`remove-${row}`} icon={Trash2} iconOnly onPress={onRemove}>
          {words.remove(index + 1)}
        </Button>
      </div>
    </div>
  );
}

/** One switch per day of the week. */
function DayButtons({ path }: { readonly path: string }): ReactElement {
  const { get, set } = useDraft();
  const value = get(path);
  const chosen = isList(value) ? value : [];
  const turn = (day: string): void => {
    const wanted = chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day];
    set(
      path,
      words.days.map((entry) => entry.value).filter((entry) => wanted.includes(entry)),
    );
  };
  return (
    <FieldFrame path={path} label={words.daysLabel} group whole>
      {(control) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings its own box
        <div className={styles.days} role="group" aria-labelledby={`${control.id}-label`}>
          {words.days.map((day, index) => (
            <Button
              key={day.value}
              {...(index === 0 ? { id: control.id } : {})}
              testId={`field-${path}-${day.value}`}
              pressed={chosen.includes(day.value)}
              onPress={() => turn(day.value)}
            >
              {day.label}
            </Button>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
