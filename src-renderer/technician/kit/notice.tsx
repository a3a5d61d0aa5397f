import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'good' | 'bad' | 'warning' | 'info';

const icons = { good: CircleCheck, bad: TriangleAlert, warning: TriangleAlert, info: Info } as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly testId?: string | undefined;
}

/** A line that tells how something went; a screen reader says it when it comes. */
export function Notice({ tone, children, testId }: NoticeProps): ReactElement {
  const Icon = icons[tone];
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      data-testid={testId}
      data-tone={tone}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
