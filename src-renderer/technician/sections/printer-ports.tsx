import { RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { FieldFrame } from '../kit/field-frame.tsx';
import { Notice } from '../kit/notice.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { printerWords } from '../words/printer-words.ts';
import styles from './sections.module.css';

const words = printerWords.ports;

/** The serial ports that this machine has, to be taken with one touch. */
export function PrinterPorts(): ReactElement {
  const { get, set } = useDraft();
  const { answer, busy, failed, reload } = useAnswer('serial-ports', {});
  const options = (answer ?? []).map(({ path, label }) => ({ value: path, label: path, hint: label }));
  const current = options.find(({ value }) => value === get('printer.serial.path'));
  return (
    <div className={styles.stack}>
      {options.length === 0 ? (
        <p className={styles.note}>{busy ? words.loading : words.none}</p>
      ) : (
        <FieldFrame path="printer-ports" label={words.label} group>
          {(control) => (
            <Choices
              control={control}
              options={options}
              current={current}
              onChoose={(path) => set('printer.serial.path', path)}
            />
          )}
        </FieldFrame>
      )}
      {failed ? <Notice tone="bad">{words.failed}</Notice> : null}
      <span>
        <Button testId="serial-ports-reload" icon={RotateCw} busy={busy} onPress={reload}>
          {words.reload}
        </Button>
      </span>
    </div>
  );
}
