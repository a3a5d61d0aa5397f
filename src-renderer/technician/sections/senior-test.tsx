import { type ReactElement, useState } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { seniorWords } from '../words/senior-words.ts';
import styles from './sections.module.css';

const words = seniorWords.test;

/** Looks a number up at the CRM. As that writes there, it wants a number of the technician's own and a yes to each. */
export function SeniorTest(): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  const [phone, setPhone] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const looksUp = phone.trim() !== '';
  const typePhone = (text: string): void => {
    setPhone(text);
    setConfirmed(false);
  };
  return (
    <TestPanel
      testId="test-senior-crm"
      label={words.action}
      inactive={looksUp && !confirmed}
      run={() => {
        setConfirmed(false);
        return call('test-senior-crm', { draft, phone });
      }}
    >
      <p className={styles.note}>{words.text}</p>
      <FieldFrame path="test-senior-crm-phone" {...words.phone}>
        {(control) => <TextInput {...control} keyboard="digits" value={phone} onValue={typePhone} />}
      </FieldFrame>
      {looksUp ? (
        <ToggleField
          path="test-senior-crm-confirm"
          {...words.confirm}
          on={confirmed}
          onToggle={setConfirmed}
        />
      ) : null}
      {looksUp && !confirmed ? <p className={styles.note}>{words.unconfirmed}</p> : null}
    </TestPanel>
  );
}
