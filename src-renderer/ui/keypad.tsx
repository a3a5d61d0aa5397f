import { Delete, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.ts';
import keys from './key.module.css';
import styles from './keypad.module.css';
import { Touchable } from './touchable.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** The ten digits as on a bank terminal; erase and clear differ from them and from each other by shape. */
export function Keypad({ inactive }: { readonly inactive: boolean }): ReactElement {
  const { t } = useTranslation();
  const { send } = useVisit();
  return (
    <fieldset className={styles.keypad} aria-label={t('keypad.label')}>
      {digits.map((digit) => (
        <Touchable
          key={digit}
          testId={`key-${digit}`}
          className={`${keys.key} ${styles.key} ${digit === '0' ? styles.zero : ''}`}
          fires="on-touch"
          inactive={inactive}
          onTouch={() => send({ type: 'key', key: digit })}
        >
          {digit}
        </Touchable>
      ))}
      <Touchable
        testId="key-clear"
        className={`${keys.key} ${styles.key} ${styles.clear}`}
        fires="on-touch"
        inactive={inactive}
        onTouch={() => send({ type: 'clear' })}
      >
        <X className={styles.icon} aria-hidden="true" />
        {t('keypad.clear')}
      </Touchable>
      <Touchable
        testId="key-erase"
        className={`${keys.key} ${styles.key} ${styles.erase}`}
        fires="on-touch"
        inactive={inactive}
        onTouch={() => send({ type: 'erase' })}
      >
        <svg className={styles.arrow} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d="M1 50L17 2h82v96H17z" vectorEffect="non-scaling-stroke" />
        </svg>
        <Delete className={styles.icon} aria-hidden="true" />
        <span className={styles.word}>{t('keypad.erase')}</span>
      </Touchable>
    </fieldset>
  );
}
