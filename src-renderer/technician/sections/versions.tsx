import type { ReactElement } from 'react';
import type { KioskState } from '../../../src-main/contract/technician.ts';
import { Group } from '../kit/group.tsx';
import { stateWords } from '../words/state-words.ts';
import styles from './sections.module.css';

/** What the program is made of. */
export function Versions({ versions }: { readonly versions: KioskState['versions'] }): ReactElement {
  return (
    <Group title={stateWords.versions.title} testId="versions">
      <ul className={styles.facts}>
        {versions.map(({ name, version }) => (
          <li key={name} className={styles.fact}>
            <span>{name}</span>
            <span className={styles.strong}>{version}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
