import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

interface BillProps {
  /** Something to pay, or nothing left. */
  readonly mark: 'amount' | 'check';
}

/** A bill, with the sign of money or a check mark on it. */
export function Bill({ mark }: BillProps): ReactElement {
  return (
    <Illustration viewBox="0 0 280 240">
      <path
        className={styles.tint}
        d="M96 34h126v180l-13-10-13 10-12-10-13 10-12-10-13 10-12-10-13 10-12-10-13 10z"
      />
      <path
        className={styles.paper}
        d="M66 16h126v196l-13-10-13 10-12-10-13 10-12-10-13 10-12-10-13 10-12-10-13 10z"
      />
      <path d="M88 50h52M88 74h80M88 98h80M88 122h44" />
      <rect className={styles.soft} x="88" y="144" width="80" height="30" rx="8" strokeWidth="4" />
      <circle className={styles.brand} cx="200" cy="150" r="40" />
      {mark === 'check' ? (
        <path className={styles.onBrand} d="M183 151l12 13 23-27" strokeWidth="8" />
      ) : (
        <path
          className={styles.onBrand}
          d="M214 138c-4-7-10-9-16-8-14 2-13 17 2 20s17 18 2 21c-8 1-15-2-18-9M200 120v60"
          strokeWidth="7"
        />
      )}
    </Illustration>
  );
}
