import type { ReactElement, ReactNode } from 'react';
import { Heading } from './heading.tsx';
import { Spinner } from './spinner.tsx';
import styles from './waiting.module.css';

interface WaitingProps {
  readonly title: string;
  readonly lead: string;
  readonly picture: ReactNode;
  readonly children?: ReactNode;
}

/** The middle of a screen on which something is being done for the customer. */
export function Waiting({ title, lead, picture, children }: WaitingProps): ReactElement {
  return (
    <div className={styles.waiting}>
      <div className={styles.picture}>{picture}</div>
      <div className={styles.words} role="status">
        <Heading title={title} lead={lead} />
        {children}
        <span className={styles.dots}>
          <Spinner />
        </span>
      </div>
    </div>
  );
}
