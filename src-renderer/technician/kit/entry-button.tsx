import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './file-dialog.module.css';

interface EntryButtonProps {
  readonly testId: string;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint?: string;
  readonly inactive?: boolean;
  readonly onPress: () => void;
}

/** A drive, folder or file to choose, as a row of a list. */
export function EntryButton(props: EntryButtonProps): ReactElement {
  const { testId, icon: Icon, title, hint, inactive = false, onPress } = props;
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        data-testid={testId}
        data-local=""
        aria-disabled={inactive || undefined}
        onClick={inactive ? undefined : onPress}
      >
        <Icon className={styles.entryIcon} aria-hidden="true" />
        <span className={styles.entryTitle}>{title}</span>
        {hint === undefined ? null : <span className={styles.entryHint}>{hint}</span>}
      </button>
    </li>
  );
}
