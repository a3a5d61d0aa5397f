import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Intent } from '../../src-main/contract/intent.ts';
import styles from './button.module.css';
import { IntentButton } from './intent-button.tsx';

interface ButtonProps {
  readonly intent: Intent;
  readonly testId: string;
  readonly look: 'primary' | 'secondary';
  readonly icon?: LucideIcon;
  /** An arrow onwards stands after its word. */
  readonly iconAfter?: boolean;
  readonly hint?: string;
  readonly inactive?: boolean;
  readonly children: ReactNode;
}

/** A large action with its icon and word, and a line of explanation where there is one. */
export function Button(props: ButtonProps): ReactElement {
  const { look, icon: Icon, iconAfter = false, hint, children, ...rest } = props;
  return (
    <IntentButton
      {...rest}
      className={`${styles.button} ${styles[look]} ${iconAfter ? styles.iconAfter : ''}`}
    >
      {Icon === undefined ? null : <Icon className={styles.icon} aria-hidden="true" />}
      <span className={styles.words}>
        <span className={styles.word}>{children}</span>
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </span>
    </IntentButton>
  );
}
