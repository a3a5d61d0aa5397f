import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Json } from '../../../src-main/contract/technician.ts';
import { kitWords } from '../words/kit-words.ts';
import { Button } from './button.tsx';
import { useDraft } from './draft-context.ts';
import { isList } from './draft-path.ts';
import styles from './field.module.css';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { type KeyboardKind, TextInput } from './text-input.tsx';

interface ListFieldProps extends FieldProps {
  readonly placeholder?: string;
  readonly keyboard?: KeyboardKind;
  readonly addLabel?: string;
}

/** A list of lines of text, one under the other. An emptied list is taken away. */
export function ListField(props: ListFieldProps): ReactElement {
  const { path, label, placeholder, keyboard, addLabel = kitWords.list.add } = props;
  const { get, set } = useDraft();
  const value = get(path);
  const lines = isList(value) ? value.map(lineOf) : [];
  const put = (next: readonly Json[]): void => set(path, next.length === 0 ? undefined : next);
  return (
    <FieldFrame {...props} group whole>
      {(control) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a label outside it
        <div className={styles.lines} role="group" aria-labelledby={`${control.id}-label`}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <span key={index} className={styles.stored}>
              <TextInput
                id={index === 0 ? control.id : `${control.id}[${index}]`}
                data-testid={`${control['data-testid']}[${index}]`}
                aria-label={kitWords.list.line(label, index + 1)}
                aria-describedby={control['aria-describedby']}
                placeholder={placeholder}
                keyboard={keyboard}
                value={line}
                onValue={(text) => put(lines.with(index, text))}
              />
              <Button
                testId={`remove-${path}[${index}]`}
                icon={Trash2}
                iconOnly
                onPress={() => put(lines.filter((_, at) => at !== index))}
              >
                {kitWords.list.remove(line)}
              </Button>
            </span>
          ))}
          <span>
            <Button
              {...(lines.length === 0 ? { id: control.id } : {})}
              testId={`add-${path}`}
              icon={Plus}
              onPress={() => put([...lines, ''])}
            >
              {addLabel}
            </Button>
          </span>
        </div>
      )}
    </FieldFrame>
  );
}

function lineOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
