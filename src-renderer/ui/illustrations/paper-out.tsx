import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

/** A slip of paper coming out of the printer. */
export function PaperOut(): ReactElement {
  return (
    <Illustration viewBox="0 0 280 240">
      <path className={styles.tint} d="M62 30h156a26 26 0 0 1 26 26v48H36V56a26 26 0 0 1 26-26z" />
      <rect className={styles.brand} x="24" y="72" width="232" height="60" rx="18" />
      <circle className={styles.paper} cx="228" cy="93" r="7" strokeWidth="4" />
      <rect className={styles.ink} x="58" y="106" width="164" height="12" rx="6" />
      <path
        className={styles.paper}
        d="M74 112h132v104l-11 10-11-10-11 10-11-10-11 10-11-10-11 10-11-10-11 10-11-10-11 10-11-10z"
      />
      <path d="M92 136h58M92 154h38M166 136h22" />
      <path
        className={styles.ink}
        d="M92 170h5v28h-5zM101 170h3v28h-3zM109 170h7v28h-7zM121 170h3v28h-3zM128 170h3v28h-3zM136 170h8v28h-8zM149 170h3v28h-3zM157 170h5v28h-5zM166 170h3v28h-3zM174 170h3v28h-3zM181 170h7v28h-7z"
      />
    </Illustration>
  );
}
