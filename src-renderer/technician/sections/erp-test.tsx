import { ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ErpProfileChoice } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { Group } from '../kit/group.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useCall } from '../kit/use-call.ts';
import { operationName } from '../words/erp-advanced-words.ts';
import { erpWords } from '../words/erp-words.ts';
import { changeOf, needsDocument, textOf, tryableOperations } from './erp-draft.ts';
import styles from './sections.module.css';

const words = erpWords.test;

interface ErpTestProps {
  /** Path of the ERP in the draft. */
  readonly path: string;
  readonly profile: ErpProfileChoice | undefined;
}

/** So many are seen at once; the others on demand. */
const plainest = 6;

/** Asks the ERP something with a real document, by the draft as it stands. */
export function ErpTest({ path, profile }: ErpTestProps): ReactElement {
  const { draft, get } = useDraft();
  const call = useCall();
  const [wanted, setWanted] = useState<string>();
  const [document, setDocument] = useState('');
  const operations = tryableOperations(profile).filter((name) => !changeOf(get(path), name).off);
  const operation = operations.find((name) => name === wanted) ?? operations[0];
  const erp = textOf(get(`${path}.id`));
  const missing = missingFor(erp, operation, document);
  return (
    <Group title={words.title} text={words.text}>
      <TestPanel
        testId="test-erp"
        label={words.action}
        inactive={missing !== undefined}
        run={() => call('test-erp', { draft, erp, operation: operation ?? '', document })}
      >
        {operation === undefined ? null : (
          <OperationChoice operations={operations} current={operation} onChoose={setWanted} />
        )}
        {operation !== undefined && needsDocument(operation) ? (
          <FieldFrame path="test-erp-document" {...words.document}>
            {(control) => <TextInput {...control} keyboard="text" value={document} onValue={setDocument} />}
          </FieldFrame>
        ) : null}
        {missing === undefined ? null : <p className={styles.note}>{missing}</p>}
      </TestPanel>
    </Group>
  );
}

interface OperationChoiceProps {
  readonly operations: readonly string[];
  readonly current: string;
  readonly onChoose: (operation: string) => void;
}

function OperationChoice({ operations, current, onChoose }: OperationChoiceProps): ReactElement {
  const [all, setAll] = useState(false);
  const shown = all ? operations : operations.slice(0, plainest);
  const options = shown.map((name) => ({ value: name, label: operationName(name) }));
  return (
    <>
      <FieldFrame path="test-erp-operation" {...words.operation} group>
        {(control) => (
          <Choices
            control={control}
            options={options}
            current={options.find(({ value }) => value === current)}
            onChoose={(value) => onChoose(String(value))}
          />
        )}
      </FieldFrame>
      {all || operations.length <= plainest ? null : (
        <span>
          <Button testId="test-erp-more" icon={ChevronDown} onPress={() => setAll(true)}>
            {words.more(operations.length - plainest)}
          </Button>
        </span>
      )}
    </>
  );
}

/** What keeps the test from being run, if anything. */
function missingFor(erp: string, operation: string | undefined, document: string): string | undefined {
  if (operation === undefined) return words.noOperation;
  if (erp === '') return words.needsId;
  return needsDocument(operation) && document.trim() === '' ? words.needsDocument : undefined;
}
