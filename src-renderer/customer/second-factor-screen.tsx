import { ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../ui/heading.tsx';
import { Keypad } from '../ui/keypad.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { type SlotGroup, Slots } from '../ui/slots.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { SubmitButton } from '../ui/submit-button.tsx';
import { usePhysicalKeys } from '../ui/use-physical-keys.ts';
import type { ScreenProps } from './screen-props.ts';
import styles from './second-factor-screen.module.css';

type Props = ScreenProps<'second-factor'>;

/** Asks for something that only the customer knows before any amount is shown. */
export function SecondFactorScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { question, entry, length, canSubmit, busy, error } = screen;
  const digits = entry.replaceAll(/\D/g, '');
  usePhysicalKeys(!busy);
  return (
    <ScreenFrame
      step="identify"
      layout="keypad"
      back
      middle={
        <div className={styles.middle}>
          <Heading
            title={
              question === 'birth-date'
                ? t('secondFactor.birth-date.title')
                : t('secondFactor.phone-last-digits.title', { count: length })
            }
          />
          <p className={styles.reason}>
            <ShieldCheck className={styles.shield} aria-hidden="true" />
            {t(`secondFactor.${question}.lead`)}
          </p>
          <Slots
            label={t(`secondFactor.${question}.label`)}
            digits={digits}
            groups={useSlotGroups(screen)}
            spoken={t('secondFactor.typed', { count: digits.length })}
            wrong={error !== undefined}
          />
          <Help screen={screen} />
        </div>
      }
      touch={<Keypad inactive={busy} />}
      primary={<SubmitButton inactive={busy || !canSubmit} />}
    />
  );
}

function useSlotGroups({ question, length }: Props['screen']): readonly SlotGroup[] {
  const { t } = useTranslation();
  if (question === 'phone-last-digits') return [{ length }];
  return [
    { length: 2, caption: t('secondFactor.day') },
    { length: 2, caption: t('secondFactor.month') },
    { length: 4, caption: t('secondFactor.year') },
  ];
}

function Help({ screen }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (screen.busy) {
    return (
      <p className={styles.reason} role="status" data-testid="searching">
        <Spinner /> {t('secondFactor.checking')}
      </p>
    );
  }
  if (screen.error === undefined) return null;
  return (
    <Message tone="error" testId={`error-${screen.error}`}>
      {t(`secondFactor.error.${screen.error}`)}{' '}
      {screen.error === 'wrong' ? t('secondFactor.triesLeft', { count: screen.triesLeft }) : null}
    </Message>
  );
}
