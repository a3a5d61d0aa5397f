import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './frame.module.css';

interface HeaderProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}

/** Dark, so that nobody takes this room for the customer's. */
export function Header({ icon: Icon, title, subtitle, children }: HeaderProps): ReactElement {
  return (
    <header className={styles.header}>
      <Icon className={styles.headerIcon} aria-hidden="true" />
      <div className={styles.headerWords}>
        <h1 className={styles.headerTitle}>{title}</h1>
        {subtitle === undefined ? null : (
          <p className={styles.headerSubtitle} data-testid="tech-terminal">
            {subtitle}
          </p>
        )}
      </div>
      {children}
    </header>
  );
}
