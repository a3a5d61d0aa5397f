import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './overlay.module.css';

interface OverlayProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
  /** What can be touched. */
  readonly actions: ReactNode;
}

/** A question or a notice over whatever is on the screen; what lies under it cannot be touched. */
export function Overlay({ title, testId, children, actions }: OverlayProps): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className={styles.veil}>
      <div
        className={styles.panel}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={id}
        data-testid={testId}
      >
        <h1 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {children}
        <div className={styles.actions}>{actions}</div>
      </div>
    </div>
  );
}
