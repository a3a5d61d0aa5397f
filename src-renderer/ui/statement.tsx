import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Heading } from './heading.tsx';
import styles from './statement.module.css';

interface StatementProps {
  /** An icon in a disc of its tone, or a drawing of our own. */
  readonly icon?: LucideIcon;
  readonly picture?: ReactNode;
  readonly tone?: 'caution' | 'brand';
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

/** The middle of a screen that tells something: a picture, what happened, what to do. */
export function Statement(props: StatementProps): ReactElement {
  const { icon: Icon, picture, tone = 'brand', title, lead, children } = props;
  return (
    <div className={styles.statement}>
      {Icon === undefined ? null : (
        <span className={`${styles.disc} ${styles[tone]}`}>
          <Icon className={styles.icon} aria-hidden="true" />
        </span>
      )}
      {picture === undefined ? null : <div className={styles.picture}>{picture}</div>}
      <div className={styles.words}>
        <Heading title={title} lead={lead} />
        {children}
      </div>
    </div>
  );
}
