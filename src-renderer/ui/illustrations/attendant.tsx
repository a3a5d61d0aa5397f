import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

/** An attendant with a headset and a speech bubble. */
export function Attendant(): ReactElement {
  return (
    <Illustration viewBox="0 0 280 240">
      <path className={styles.brand} d="M34 226c0-46 30-72 74-72s74 26 74 72z" />
      <path className={styles.paper} d="M84 140h48v22c0 12-10 22-24 22s-24-10-24-22z" />
      <circle className={styles.paper} cx="108" cy="94" r="50" />
      <path className={styles.ink} d="M57 92c-4-66 98-72 102 0-22-2-40-10-54-28-10 16-26 26-48 28z" />
      <path d="M50 96c-2-76 114-80 116 0" />
      <rect className={styles.tint} x="40" y="88" width="22" height="38" rx="11" />
      <rect className={styles.tint} x="154" y="88" width="22" height="38" rx="11" />
      <path d="M165 126c0 18-14 26-36 26" />
      <circle className={styles.ink} cx="124" cy="152" r="8" />
      <path d="M92 116c8 10 24 10 32 0" />
      <path
        className={styles.paper}
        d="M194 24h52a20 20 0 0 1 20 20v30a20 20 0 0 1-20 20h-30l-22 20 2-22a20 20 0 0 1-18-20V44a20 20 0 0 1 16-20z"
      />
      <path d="M200 50h44M200 68h28" />
    </Illustration>
  );
}
