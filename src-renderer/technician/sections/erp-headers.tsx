import { Plus, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { isObject } from '../kit/draft-path.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { SecretField } from '../kit/secret-field.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { erpAdvancedWords } from '../words/erp-advanced-words.ts';
import styles from './sections.module.css';

const words = erpAdvancedWords.operation.headers;

/** Further headers of an operation. Their values are secrets: tokens travel in headers. */
export function ErpHeaders({ path }: { readonly path: string }): ReactElement {
  const { get, set } = useDraft();
  const stored = get(path);
  // A name without a value yet, or whose value is being typed anew, is not in the draft.
  const [named, setNamed] = useState<readonly string[]>([]);
  const names = [...new Set([...(isObject(stored) ? Object.keys(stored) : []), ...named])];
  const remove = (name: string): void => {
    setNamed(named.filter((other) => other !== name));
    const { [name]: _, ...others } = isObject(stored) ? stored : {};
    set(path, Object.keys(others).length === 0 ? undefined : others);
  };
  return (
    <>
      {names.map((name) => (
        <div key={name} className={styles.removable}>
          <SecretField path={`${path}.${name}`} label={`${words.one} ${name}`} />
          <Button testId={`remove-${path}.${name}`} icon={Trash2} iconOnly onPress={() => remove(name)}>
            {`${words.remove} ${name}`}
          </Button>
        </div>
      ))}
      <NewHeader path={path} onAdd={(name) => setNamed([...named, name])} />
    </>
  );
}

function NewHeader(props: { readonly path: string; readonly onAdd: (name: string) => void }): ReactElement {
  const { path, onAdd } = props;
  const [name, setName] = useState('');
  const fits = /^[\w-]{1,60}$/.test(name);
  return (
    <FieldFrame
      path={`${path}-new`}
      label={words.label}
      hint={words.hint}
      problem={name === '' || fits ? undefined : words.unfit}
    >
      {(control) => (
        <span className={styles.inputWithButton}>
          <TextInput {...control} placeholder={words.placeholder} value={name} onValue={setName} />
          <Button
            testId={`add-${path}`}
            icon={Plus}
            inactive={!fits}
            onPress={() => {
              onAdd(name);
              setName('');
            }}
          >
            {words.add}
          </Button>
        </span>
      )}
    </FieldFrame>
  );
}
