import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

/** Two houses, one of them marked with a pin. */
export function Houses(): ReactElement {
  return (
    <Illustration viewBox="0 0 280 240">
      <path d="M12 216h256" />
      <path className={styles.tint} d="M150 216V112h100v104z" />
      <path className={styles.soft} d="M138 116l62-46 62 46z" />
      <path
        className={styles.paper}
        d="M170 134h24v26h-24zM208 134h24v26h-24zM188 216v-36h26v36z"
        strokeWidth="4"
      />
      <path className={styles.paper} d="M34 216v-92h112v92z" />
      <path className={styles.brand} d="M20 128l70-58 70 58z" />
      <path className={styles.tint} d="M52 146h28v28H52z" strokeWidth="4" />
      <path className={styles.soft} d="M98 216v-62h30v62z" strokeWidth="4" />
      <path className={styles.paper} d="M90 84c-22-26-34-38-34-54a34 34 0 0 1 68 0c0 16-12 28-34 54z" />
      <circle className={styles.brand} cx="90" cy="30" r="13" />
    </Illustration>
  );
}
