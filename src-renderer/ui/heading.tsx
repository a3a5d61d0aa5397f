import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import styles from './heading.module.css';

interface HeadingProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly className?: string | undefined;
}

/** What the screen asks or tells. It takes the focus, so that speech and the Tab key start there on each screen. */
export function Heading({ title, lead, className }: HeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={`${styles.heading} ${className ?? ''}`}>
      <h1 ref={heading} tabIndex={-1} data-testid="title">
        {title}
      </h1>
      {lead === undefined ? null : (
        <p className={styles.lead} data-testid="lead">
          {lead}
        </p>
      )}
    </div>
  );
}
