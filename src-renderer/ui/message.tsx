import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './message.module.css';

const icons = { error: CircleAlert, caution: TriangleAlert, info: Info } satisfies Record<string, LucideIcon>;

interface MessageProps {
  /** `error` stops the customer and is announced at once; `caution` and `info` wait for a pause in the speech. */
  readonly tone: keyof typeof icons;
  readonly children: ReactNode;
  readonly testId: string;
}

/** A sentence set apart, with an icon beside it: never colour alone. */
export function Message({ tone, children, testId }: MessageProps): ReactElement {
  const Icon = icons[tone];
  return (
    <p
      className={`${styles.message} ${styles[tone]}`}
      role={tone === 'error' ? 'alert' : 'status'}
      data-testid={testId}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
