import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

const columns = [56, 98, 140];
const rows = [104, 138, 172];

/** A hand typing on a keypad. */
export function TypingHand(): ReactElement {
  return (
    <Illustration viewBox="16 6 288 270">
      <rect className={styles.paper} x="32" y="16" width="168" height="200" rx="24" />
      <rect className={styles.tint} x="54" y="38" width="124" height="44" rx="10" />
      {[72, 92, 112, 132].map((x) => (
        <circle key={x} className={styles.mark} cx={x} cy="60" r="6" />
      ))}
      {rows.flatMap((y) =>
        columns.map((x) => (
          <rect
            key={`${x}-${y}`}
            className={x === 140 && y === 138 ? styles.brand : styles.soft}
            x={x}
            y={y}
            width="34"
            height="24"
            rx="8"
            strokeWidth="4"
          />
        )),
      )}
      <g transform="translate(160 152) rotate(-32) scale(0.82)" strokeWidth="6">
        <path
          className={styles.paper}
          d="M-14 14a14 14 0 0 1 28 0v42c4-8 24-8 25 4 5-6 22-5 22 7 6-4 20-2 20 10v22c0 26-16 42-42 42H24c-20 0-30-8-40-26l-28-46c-6-12 8-22 18-13l12 12z"
        />
        <path d="M14 56v14M39 62v12M61 69v10" />
        <path className={styles.brand} d="M-4 138h84v30H-4z" />
      </g>
    </Illustration>
  );
}
