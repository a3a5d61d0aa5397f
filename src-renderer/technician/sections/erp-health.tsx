import type { ReactElement } from 'react';
import type { KioskState } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { stateWords } from '../words/state-words.ts';
import { RowState } from './row-state.tsx';
import styles from './sections.module.css';

const words = stateWords.erps;

interface ErpHealthProps {
  readonly erps: NonNullable<KioskState['running']>['erps'];
}

/** Which ERPs answer. */
export function ErpHealth({ erps }: ErpHealthProps): ReactElement {
  return (
    <Group title={words.title} testId="erp-health">
      <ul className={styles.facts}>
        {erps.map(({ id, down }) => (
          <li
            key={id}
            className={styles.health}
            data-testid={`erp-health-${id}`}
            data-state={down ? 'down' : 'up'}
          >
            <span className={styles.strong}>{id}</span>
            <RowState
              tone={down ? 'bad' : 'good'}
              word={down ? words.down : words.up}
              meaning={down ? words.downNext : undefined}
            />
          </li>
        ))}
      </ul>
    </Group>
  );
}
