import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { printerModelWords } from '../words/printer-model-words.ts';
import { printerWords } from '../words/printer-words.ts';
import { PrinterPorts } from './printer-ports.tsx';
import { PrinterStatus } from './printer-status.tsx';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';

const words = printerWords;

const baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;

/** The receipt printer. */
export function PrinterSection(): ReactElement {
  const { on, toggle } = useSwitchedPart('printer');
  return (
    <div className={styles.section}>
      <Group title={words.title} text={words.intro}>
        <ToggleField path="printer" {...words.enabled} on={on} onToggle={toggle} />
        {on ? null : <Notice tone="info">{words.off}</Notice>}
      </Group>
      {on ? <Printer /> : null}
    </div>
  );
}

function Printer(): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  return (
    <>
      <Group title={words.status.title}>
        <PrinterStatus />
      </Group>
      <Group title={words.port}>
        <PrinterPorts />
        <TextField path="printer.path" {...words.path} keyboard="url" placeholder="/dev/ttyUSB0" />
      </Group>
      <Group title={words.how}>
        <ChoiceField
          path="printer.model"
          {...words.model}
          standard="generic-80mm"
          options={printerModelWords}
        />
        <ChoiceField
          path="printer.baudRate"
          {...words.baudRate}
          standard={9600}
          options={baudRates.map((rate) => ({ value: rate, label: String(rate) }))}
        />
        <ChoiceField
          path="printer.flowControl"
          label={words.flowControl.label}
          hint={words.flowControl.hint}
          standard="none"
          options={[
            { value: 'none', label: words.flowControl.none },
            { value: 'rtscts', label: words.flowControl.rtscts },
            { value: 'xonxoff', label: words.flowControl.xonxoff },
          ]}
        />
      </Group>
      <Group title={words.test.title} text={words.test.text}>
        <TestPanel
          testId="print-test-page"
          label={words.test.action}
          run={() => call('print-test-page', { draft })}
        />
      </Group>
    </>
  );
}
