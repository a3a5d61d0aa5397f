import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Entry } from '../../ui/entry.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Message } from '../../ui/message.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { SubmitButton } from '../../ui/submit-button.tsx';
import { usePhysicalKeys } from '../../ui/use-physical-keys.ts';
import type { ScreenProps } from '../screen-props.ts';
import styles from './messages.module.css';
import { stepOf } from './step-of.ts';

/** Asks for DDD and mobile. */
export function MessageNumberScreen({ screen }: ScreenProps<'message-number'>): ReactElement {
  const { t } = useTranslation();
  const { content, entry, canSubmit, error } = screen;
  usePhysicalKeys(true);
  return (
    <ScreenFrame
      step={stepOf(content)}
      layout="keypad"
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t('message.number.title')} />
          <Entry
            label={t('message.number.label')}
            value={entry}
            empty={t('message.number.empty')}
            wrong={error !== undefined}
          />
          {error === undefined ? (
            <p className={styles.hint}>{t('message.number.hint')}</p>
          ) : (
            <Message tone="error" testId={`error-${error}`}>
              {t(`message.number.error.${error}`)}
            </Message>
          )}
        </div>
      }
      touch={<Keypad inactive={false} />}
      primary={<SubmitButton inactive={!canSubmit} />}
    />
  );
}
