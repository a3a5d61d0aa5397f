import type { ReactElement } from 'react';
import { useDraft } from '../kit/draft-context.ts';
import { Group } from '../kit/group.tsx';
import { TestPanel } from '../kit/test-panel.tsx';
import { TextField } from '../kit/text-field.tsx';
import { ToggleField } from '../kit/toggle-field.tsx';
import { useCall } from '../kit/use-call.ts';
import { a4PrinterWords as words } from '../words/a4-printer-words.ts';
import { useSwitchedPart } from './use-switched-part.ts';

/** The printer for whole pages. */
export function A4Printer(): ReactElement {
  const { on, toggle } = useSwitchedPart('a4Printer');
  return (
    <Group title={words.title} text={words.intro}>
      <ToggleField path="a4Printer" {...words.enabled} on={on} onToggle={toggle} />
      {on ? <Place /> : null}
    </Group>
  );
}

function Place(): ReactElement {
  const { draft } = useDraft();
  const call = useCall();
  return (
    <>
      <TextField
        path="a4Printer.address"
        {...words.address}
        keyboard="url"
        placeholder="ipp://localhost:631/printers/A4"
      />
      <p>{words.test.text}</p>
      <TestPanel
        testId="test-a4-printer"
        label={words.test.action}
        run={() => call('test-a4-printer', { draft })}
      />
    </>
  );
}
