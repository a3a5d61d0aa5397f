import type { ReactElement, ReactNode } from 'react';
import styles from './illustration.module.css';

interface IllustrationProps {
  readonly viewBox: string;
  readonly children: ReactNode;
}

/** A drawing of our own in the brand's colours. It repeats what the words beside it say, so speech skips it. */
export function Illustration({ viewBox, children }: IllustrationProps): ReactElement {
  return (
    <svg className={styles.illustration} viewBox={viewBox} aria-hidden="true">
      {children}
    </svg>
  );
}
