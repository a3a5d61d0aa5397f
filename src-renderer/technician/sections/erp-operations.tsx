import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { ErpProfileChoice } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { isObject } from '../kit/draft-path.ts';
import { NumberField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { erpAdvancedWords, operationName } from '../words/erp-advanced-words.ts';
import { changeOf, operationOf, withoutChange } from './erp-draft.ts';
import { ErpHeaders } from './erp-headers.tsx';
import styles from './sections.module.css';

const words = erpAdvancedWords;

interface ErpOperationsProps {
  /** Path of the ERP in the draft. */
  readonly path: string;
  readonly operations: ErpProfileChoice['operations'];
}

/** Every operation of the profile; one at a time is open to be changed. */
export function ErpOperations({ path, operations }: ErpOperationsProps): ReactElement {
  const { get, revealed } = useDraft();
  const wanted = revealed === undefined ? undefined : operationOf(revealed.path, path);
  const [open, setOpen] = useState(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way to a problem opens it anew
  useEffect(() => {
    if (wanted !== undefined) setOpen(wanted);
  }, [wanted, revealed]);
  const erp = get(path);
  return (
    <ul className={styles.rows}>
      {operations.map(({ name, path: standard }) => {
        const { changed, off } = changeOf(erp, name);
        const shown = open === name;
        const Arrow = shown ? ChevronDown : ChevronRight;
        return (
          <li key={name}>
            <button
              type="button"
              className={styles.row}
              data-local=""
              aria-expanded={shown}
              data-testid={`operation-${path}.${name}`}
              onClick={() => setOpen(shown ? undefined : name)}
            >
              <Arrow className={styles.rowIcon} aria-hidden="true" />
              <span className={styles.rowName}>{operationName(name)}</span>
              <code className={styles.rowDetail}>{name}</code>
              {changed ? (
                <span className={styles.badge}>{off ? words.switchedOff : words.changed}</span>
              ) : null}
            </button>
            {shown ? <OperationEditor path={path} name={name} standard={standard} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

interface OperationEditorProps {
  readonly path: string;
  readonly name: string;
  /** Its path in the profile. */
  readonly standard: string;
}

function OperationEditor({ path, name, standard }: OperationEditorProps): ReactElement {
  const { get, set } = useDraft();
  const erp = get(path);
  const { changed, off } = changeOf(erp, name);
  const change = `${path}.operations.${name}`;
  return (
    <div className={styles.editor}>
      {off ? null : (
        <>
          <TextField
            path={`${path}.paths.${name}`}
            label={words.operation.path.label}
            hint={words.operation.path.hint}
            placeholder={standard}
            keyboard="url"
          />
          <ChoiceField
            path={`${change}.input`}
            label={words.operation.input.label}
            hint={words.operation.input.hint}
            options={[
              { value: undefined, label: words.asProfile },
              { value: 'query', label: words.operation.input.query },
              { value: 'body', label: words.operation.input.body },
              { value: 'form', label: words.operation.input.form },
            ]}
          />
          <NumberField path={`${change}.timeoutMs`} {...words.timeoutMs} unit={words.ms} />
          <ErpHeaders path={`${change}.headers`} />
        </>
      )}
      <ToggleField
        path={`${change}.off`}
        {...words.operation.off}
        onToggle={(on) => set(`${change}.off`, on ? true : undefined)}
      />
      {changed && isObject(erp) ? (
        <span>
          <Button
            testId={`operation-reset-${path}.${name}`}
            onPress={() => set(path, withoutChange(erp, name))}
          >
            {words.operation.back}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
