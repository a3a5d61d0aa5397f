import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './button.module.css';

export interface ButtonProps {
  readonly testId: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** `primary`: the one thing to do next; `danger`: takes something away. */
  readonly look?: 'primary' | 'plain' | 'danger' | 'dark';
  readonly icon?: LucideIcon;
  readonly inactive?: boolean;
  /** Shows that it is at work; it does nothing meanwhile. */
  readonly busy?: boolean;
  /** Only the icon is seen; the words are for a screen reader. */
  readonly iconOnly?: boolean;
  /** For a button that opens and shuts something. */
  readonly expanded?: boolean;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly id?: string;
}

/** A dense button, 56 px high. */
export function Button(props: ButtonProps): ReactElement {
  const { testId, onPress, children, look = 'plain', icon: Icon, inactive = false, busy = false } = props;
  const { iconOnly = false, expanded, pressed, id } = props;
  const dead = inactive || busy;
  return (
    <button
      type="button"
      id={id}
      className={`${styles.button} ${styles[look]} ${iconOnly ? styles.iconOnly : ''}`}
      data-testid={testId}
      // Main is told of it as of any touch: somebody is there.
      data-local=""
      aria-disabled={dead || undefined}
      aria-busy={busy || undefined}
      aria-expanded={expanded}
      aria-pressed={pressed}
      onClick={dead ? undefined : onPress}
    >
      {Icon === undefined ? null : <Icon className={styles.icon} aria-hidden="true" />}
      <span className={iconOnly ? 'visually-hidden' : styles.word}>{children}</span>
    </button>
  );
}
