import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ClockReading } from '../../../src-main/contract/technician.ts';
import { Button } from '../kit/button.tsx';
import { Group } from '../kit/group.tsx';
import { LiveState } from '../kit/live-state.tsx';
import { Notice, type Tone } from '../kit/notice.tsx';
import { useAnswer } from '../kit/use-call.ts';
import { stateWords } from '../words/state-words.ts';
import { type ClockHealth, describeReading, judgeClock } from './machine-health.ts';
import styles from './sections.module.css';

const words = stateWords.clock;

const tones: Readonly<Record<ClockHealth, Tone>> = { fine: 'good', off: 'bad', unknown: 'warning' };

/** This machine's clock beside those of the servers that it talks to. */
export function ClockState(): ReactElement {
  const live = useAnswer('read-clock', {});
  return (
    <Group
      title={words.title}
      testId="clock"
      actions={
        live.answer === undefined ? null : (
          <Button testId="clock-reload" icon={RefreshCw} busy={live.busy} onPress={live.reload}>
            {words.again}
          </Button>
        )
      }
    >
      <LiveState live={live} busy={words.reading} failed={words.failed} />
      {live.answer === undefined ? null : <Readings readings={live.answer} />}
    </Group>
  );
}

function Readings({ readings }: { readonly readings: readonly ClockReading[] }): ReactElement {
  if (readings.length === 0) return <Notice tone="info">{words.none}</Notice>;
  const health = judgeClock(readings);
  return (
    <>
      <Notice tone={tones[health]} testId={`clock-${health}`}>
        {words[health]}
      </Notice>
      <ul className={styles.facts}>
        {readings.map((reading) => (
          <li key={reading.host} className={styles.fact}>
            <span>{reading.host}</span>
            <span className={styles.strong}>{describeReading(reading)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
