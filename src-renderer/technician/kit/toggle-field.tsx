import type { ReactElement } from 'react';
import { kitWords } from '../words/kit-words.ts';
import { useDraft } from './draft-context.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

interface ToggleFieldProps extends FieldProps {
  /** What counts while the draft has no value. */
  readonly standard?: boolean;
  /** Instead of putting true or false into the draft, e.g. to make or take away a whole part. */
  readonly onToggle?: (on: boolean) => void;
  /** Whether it is on, where that is not just the value at `path`. */
  readonly on?: boolean;
}

/** On or off, in words beside the switch. */
export function ToggleField(props: ToggleFieldProps): ReactElement {
  const { path, standard = false, onToggle } = props;
  const { get, set } = useDraft();
  const value = get(path);
  const on = props.on ?? (typeof value === 'boolean' ? value : standard);
  const toggle = onToggle ?? ((next) => set(path, next));
  return (
    <FieldFrame {...props} group>
      {(control) => (
        <button
          {...control}
          type="button"
          role="switch"
          aria-checked={on}
          aria-labelledby={`${control.id}-label`}
          className={styles.toggle}
          onClick={() => toggle(!on)}
        >
          <span className={styles.track} aria-hidden="true">
            <span className={styles.thumb} />
          </span>
          <span aria-hidden="true">{on ? kitWords.toggle.on : kitWords.toggle.off}</span>
        </button>
      )}
    </FieldFrame>
  );
}
