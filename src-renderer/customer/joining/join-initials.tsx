import type { ReactElement } from 'react';
import type { JoinOption } from '../../../src-main/contract/join-screen.ts';
import keys from '../../ui/key.module.css';
import { Touchable } from '../../ui/touchable.tsx';
import styles from './joining.module.css';

/** The first letter of a name, without its accent: Á stands with A. */
export function initialOf(name: string): string {
  const [first = ''] = name.trim().normalize('NFD');
  return first.toUpperCase();
}

interface JoinInitialsProps {
  readonly options: readonly JoinOption[];
  readonly onInitial: (letter: string) => void;
}

/** The letters that some name begins with. */
export function JoinInitials({ options, onInitial }: JoinInitialsProps): ReactElement {
  const letters = [...new Set(options.map(({ title }) => initialOf(title ?? '')))].toSorted((one, other) =>
    one.localeCompare(other, 'pt-BR'),
  );
  return (
    <div className={styles.initials} data-testid="join-initials">
      {letters.map((letter) => (
        <Touchable
          key={letter}
          testId={`initial-${letter}`}
          className={`${keys.key} ${styles.initial}`}
          fires="on-release"
          local
          onTouch={() => onInitial(letter)}
        >
          {letter}
        </Touchable>
      ))}
    </div>
  );
}
