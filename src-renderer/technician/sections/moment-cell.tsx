import type { ReactElement } from 'react';
import { formatMoment } from '../kit/format-moment.ts';
import styles from './sections.module.css';

/** A time in a table: the day above the time, neither of them cut. */
export function MomentCell({ at }: { readonly at: number }): ReactElement {
  return (
    <span className={styles.cell}>
      {formatMoment(at)
        .split(', ')
        .map((part) => (
          <span key={part} className={styles.whole}>
            {part}
          </span>
        ))}
    </span>
  );
}
