import { Hash } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.ts';
import { IntentButton } from './intent-button.tsx';
import keys from './key.module.css';
import styles from './letter-keyboard.module.css';
import { Touchable } from './touchable.tsx';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A to Z in their own order, which everybody knows, and the way back to digits only. */
export function LetterKeyboard({ inactive }: { readonly inactive: boolean }): ReactElement {
  const { t } = useTranslation();
  const { send } = useVisit();
  return (
    <fieldset className={styles.keyboard} aria-label={t('keypad.letters')} data-testid="letter-keyboard">
      {letters.map((letter) => (
        <Touchable
          key={letter}
          testId={`key-${letter}`}
          className={`${keys.key} ${styles.key}`}
          fires="on-touch"
          inactive={inactive}
          onTouch={() => send({ type: 'key', key: letter })}
        >
          {letter}
        </Touchable>
      ))}
      <IntentButton
        intent={{ type: 'toggle-letters' }}
        testId="action-toggle-letters"
        className={`${keys.key} ${styles.key} ${styles.hide}`}
        inactive={inactive}
      >
        <Hash className={styles.icon} aria-hidden="true" />
        {t('document.hideLetters')}
      </IntentButton>
    </fieldset>
  );
}
