import type { ReactElement } from 'react';
import styles from './entry.module.css';

interface EntryProps {
  readonly label: string;
  readonly value: string;
  /** Said to a screen reader while nothing was typed. */
  readonly empty: string;
  readonly wrong: boolean;
  /** In landscape: without its label, where letters leave no room. */
  readonly tight?: boolean;
}

/** What was typed so far, in one line as large as it fits. */
export function Entry({ label, value, empty, wrong, tight = false }: EntryProps): ReactElement {
  return (
    <div className={`${styles.entry} ${wrong ? styles.wrong : ''} ${tight ? styles.tight : ''}`}>
      <span className={styles.label} data-testid="entry-label">
        {label}
      </span>
      <output className={styles.value} aria-label={label} data-testid="entry">
        {value === '' ? <span className="visually-hidden">{empty}</span> : value}
        <span className={styles.caret} aria-hidden="true" />
      </output>
    </div>
  );
}
