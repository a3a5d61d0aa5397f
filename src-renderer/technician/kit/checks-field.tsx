import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useDraft } from './draft-context.ts';
import { isList } from './draft-path.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

interface ChecksFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Any of a few, all of them seen. While the draft names none, all of them count, also those of later versions. */
export function ChecksField(props: ChecksFieldProps): ReactElement {
  const { path, options } = props;
  const { get, set } = useDraft();
  const value = get(path);
  const names = options.map((option) => option.value);
  const checked = new Set(isList(value) ? value : names);
  const flip = (name: string): void => {
    const next = names.filter((each) => (each === name ? !checked.has(each) : checked.has(each)));
    set(path, next.length === names.length ? undefined : next);
  };
  return (
    <FieldFrame {...props} group whole>
      {(control) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a label outside it
        <div
          className={styles.choices}
          role="group"
          aria-labelledby={`${control.id}-label`}
          data-testid={control['data-testid']}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a native checkbox is too small a target
            <button
              key={option.value}
              type="button"
              role="checkbox"
              id={index === 0 ? control.id : undefined}
              className={styles.choice}
              aria-checked={checked.has(option.value)}
              data-testid={`${control['data-testid']}-${option.value}`}
              onClick={() => flip(option.value)}
            >
              <span className={styles.dot} aria-hidden="true">
                {checked.has(option.value) ? <Check className={styles.dotIcon} /> : null}
              </span>
              <span className={styles.choiceWords}>{option.label}</span>
            </button>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
