import type { ReactElement, ReactNode } from 'react';
import styles from './scene.module.css';

/** A drawing in whatever room is left between what is said and what is touched. */
export function Scene({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.scene}>{children}</div>;
}
