import type { ReactElement } from 'react';
import type { KioskState } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { useMoments } from '../kit/use-moments.ts';
import { printerHealthWords, printerStatusWords } from '../words/printer-words.ts';
import { RowState, type RowTone } from './row-state.tsx';

const words = printerHealthWords;

type Printer = NonNullable<NonNullable<KioskState['running']>['printer']>;

interface PrinterHealthProps {
  readonly printer: Printer;
}

/** How the printer is now, and the alarm that stands until it has been well for a minute. */
export function PrinterHealth({ printer }: PrinterHealthProps): ReactElement {
  const formatMoment = useMoments();
  const { status, alarm } = printer;
  const { word, next } = status === undefined ? words.unknown : printerStatusWords[status];
  const raised =
    alarm && alarm.trouble !== status ? words.was(printerStatusWords[alarm.trouble].word) : undefined;
  return (
    <Group title={words.title} testId="printer-health">
      <div data-testid="printer-health-state" data-state={status ?? 'unknown'}>
        <RowState
          tone={toneOf(status)}
          word={word}
          meaning={status === 'ok' ? undefined : next}
          details={[raised, alarm && words.since(formatMoment(alarm.since))]}
        />
      </div>
    </Group>
  );
}

function toneOf(status: Printer['status']): RowTone {
  if (status === 'ok') return 'good';
  return status === undefined || status === 'near-end' ? 'waiting' : 'bad';
}
