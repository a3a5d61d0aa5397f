import { CircleCheck, CircleSlash, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './sections.module.css';

/** `over`: nothing more will come of it, and nothing has to. */
export type RowTone = 'good' | 'waiting' | 'bad' | 'over';

const icons: Readonly<Record<RowTone, LucideIcon>> = {
  good: CircleCheck,
  waiting: Clock,
  bad: TriangleAlert,
  over: CircleSlash,
};
const looks = { good: styles.good, waiting: styles.warning, bad: styles.bad, over: styles.over };

interface RowStateProps {
  readonly tone: RowTone;
  readonly word: string;
  /** What it means and the next step. */
  readonly meaning?: string | undefined;
  /** As the other side put it, with how often it was tried. */
  readonly details?: readonly (string | undefined)[];
}

/** How a row stands: icon and word, then what it means. */
export function RowState({ tone, word, meaning, details = [] }: RowStateProps): ReactElement {
  const Icon = icons[tone];
  const small = details.filter((detail) => detail !== undefined && detail !== '').join(' · ');
  return (
    <span className={styles.cell}>
      <span className={`${styles.state} ${looks[tone]}`}>
        <Icon className={styles.stateIcon} aria-hidden="true" />
        {word}
      </span>
      {meaning === undefined ? null : <span>{meaning}</span>}
      {small === '' ? null : <span className={styles.code}>{small}</span>}
    </span>
  );
}
