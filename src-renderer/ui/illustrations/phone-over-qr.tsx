import type { ReactElement } from 'react';
import styles from './illustration.module.css';
import { Illustration } from './illustration.tsx';

/** A phone held over a QR code. */
export function PhoneOverQr(): ReactElement {
  return (
    <Illustration viewBox="0 0 280 240">
      <rect className={styles.paper} x="16" y="36" width="164" height="164" rx="20" />
      <g strokeWidth="8" strokeLinejoin="miter">
        <path d="M40 60h32v32H40zM124 60h32v32h-32zM40 144h32v32H40z" />
      </g>
      <path
        className={styles.ink}
        d="M90 58h14v14H90zM90 84h14v14H90zM104 98h14v14h-14zM36 106h14v14H36zM62 110h14v14H62zM84 120h14v14H84zM90 146h14v14H90zM104 166h14v14h-14z"
      />
      <g transform="translate(132 18) rotate(9)">
        <rect className={styles.paper} x="0" y="0" width="112" height="204" rx="22" />
        <rect className={styles.tint} x="13" y="24" width="86" height="146" rx="8" strokeWidth="4" />
        <path d="M48 12h16M50 187h12" />
        <g className={styles.mark}>
          <path d="M30 44h14v6H36v8h-6zM68 44h14v14h-6v-8h-8zM30 82h6v8h8v6H30zM76 82h6v14H68v-6h8z" />
        </g>
        <path className={styles.ink} d="M44 58h10v10H44zM60 58h8v8h-8zM44 74h8v8h-8zM58 72h10v10H58z" />
        <circle className={styles.brand} cx="56" cy="132" r="21" strokeWidth="4" />
        <path className={styles.onBrand} d="M46 132l7 8 13-15" />
      </g>
    </Illustration>
  );
}
