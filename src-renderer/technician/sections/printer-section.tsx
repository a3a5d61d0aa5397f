import type { ReactElement } from 'react';
import { ChoiceField } from '../kit/choice-field.tsx';
import { useDraft } from '../kit/draft-context.ts';
import { Group } from '../kit/group.tsx';
import { Notice } from '../kit/notice.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { printerWords } from '../words/printer-words.ts';
import { A4Printer } from './a4-printer.tsx';
import { PaperGallery } from './paper-preview.tsx';
import { PrinterModel } from './printer-model.tsx';
import { PrinterPlace } from './printer-place.tsx';
import { PrinterStatus } from './printer-status.tsx';
import styles from './sections.module.css';
import { useSwitchedPart } from './use-switched-part.ts';

const words = printerWords;

/** The receipt printer, and the one for whole pages. */
export function PrinterSection(): ReactElement {
  const { on, toggle } = useSwitchedPart('printer');
  return (
    <div className={styles.section}>
      <Group title={words.title} text={words.intro}>
        <ToggleField path="printer" {...words.enabled} on={on} onToggle={toggle} />
        {on ? null : <Notice tone="info">{words.off}</Notice>}
      </Group>
      {on ? <Printer /> : null}
      <A4Printer />
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
      <PrinterPlace />
      <Group title={words.how}>
        <PrinterModel />
        <ToggleField path="printer.logo" {...words.logo} />
        <ChoiceField
          path="printer.copies"
          {...words.copies}
          options={words.copiesOptions}
          standard="customer"
        />
      </Group>
      <PaperGallery />
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
