import type { ReactElement } from 'react';
import styles from './spinner.module.css';

/** Three dots that breathe one after the other; the words beside it say what is awaited. */
export function Spinner(): ReactElement {
  return (
    <span className={styles.spinner} aria-hidden="true">
      <span className={styles.dot} />
      <span className={styles.dot} />
      <span className={styles.dot} />
    </span>
  );
}
