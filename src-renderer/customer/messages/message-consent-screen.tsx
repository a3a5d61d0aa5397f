import { MessageCircle, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './messages.module.css';
import { PixRuns } from './pix-runs.tsx';
import { stepOf } from './step-of.ts';

/** What is sent, to which number, and for what the number serves; nothing is sent without a yes. */
export function MessageConsentScreen({ screen }: ScreenProps<'message-consent'>): ReactElement {
  const { t } = useTranslation();
  const { content, phone, company, busy, countdown } = screen;
  return (
    <ScreenFrame
      step={stepOf(content)}
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t('message.consent.title', { phone })} />
          <div className={styles.consent} data-testid="consent">
            <p>{t(`message.consent.what.${content}`)}</p>
            <p>{t('message.consent.use', { company })}</p>
          </div>
          {busy ? (
            <p className={styles.searching} role="status" data-testid="sending">
              <Spinner /> {t('message.consent.sending')}
            </p>
          ) : (
            <PixRuns countdown={countdown} />
          )}
        </div>
      }
      touch={
        <Button
          intent={{ type: 'decline' }}
          testId="action-decline"
          look="secondary"
          icon={X}
          inactive={busy}
        >
          {t('message.consent.decline')}
        </Button>
      }
      primary={
        <Button
          intent={{ type: 'agree' }}
          testId="action-agree"
          look="primary"
          icon={MessageCircle}
          inactive={busy}
        >
          {t('message.consent.agree')}
        </Button>
      }
    />
  );
}
