import type { ReactElement } from 'react';
import { useMoments } from '../kit/use-moments.ts';
import styles from './sections.module.css';

/** A time in a table: the day above the time, neither of them cut. */
export function MomentCell({ at }: { readonly at: number }): ReactElement {
  const momentOf = useMoments();
  return (
    <span className={styles.cell}>
      {momentOf(at)
        .split(', ')
        .map((part) => (
          <span key={part} className={styles.whole}>
            {part}
          </span>
        ))}
    </span>
  );
}
