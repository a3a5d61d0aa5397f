import type { ReactElement } from 'react';
import type { GatewayStanding } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { gatewayHealthWords as words } from '../words/gateway-words.ts';
import { RowState, type RowTone } from './row-state.tsx';
import styles from './sections.module.css';

interface GatewayHealthProps {
  readonly gateway: GatewayStanding;
}

const tones: Readonly<Record<GatewayStanding['state'], RowTone>> = {
  listening: 'good',
  opening: 'waiting',
  failed: 'bad',
};

/** Whether the local gateway listens, and if not, why. */
export function GatewayHealth({ gateway }: GatewayHealthProps): ReactElement {
  const { address, state, problem } = gateway;
  const meaning = problem === undefined ? undefined : (words.problems[problem] ?? words.other(problem));
  return (
    <Group title={words.title} testId="gateway-health">
      <div className={styles.health} data-testid="gateway-health-state" data-state={state}>
        <span className={styles.strong}>{address}</span>
        <RowState tone={tones[state]} word={words[state]} meaning={meaning} />
      </div>
    </Group>
  );
}
