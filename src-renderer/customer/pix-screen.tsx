import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../ui/amount.tsx';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { Heading } from '../ui/heading.tsx';
import { Message } from '../ui/message.tsx';
import { QrSymbol } from '../ui/qr-symbol.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { ReceiveMessage } from './messages/receive-message.tsx';
import styles from './pix-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

const steps = ['pix.step1', 'pix.step2', 'pix.step3'] as const;

/** The QR code and all that the payer needs beside it. No customer's name: the screen stands in public. */
export function PixScreen({ screen }: ScreenProps<'pix'>): ReactElement {
  const { t } = useTranslation();
  const { amountCents, qr, payeeName, countdown, message } = screen;
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      back
      middle={
        <div className={`${styles.pix} ${message === undefined ? '' : styles.withMessage}`}>
          <div className={styles.what}>
            <Heading title={t('pix.title')} />
            <Amount cents={amountCents} size="large" testId="amount" />
          </div>
          <div className={styles.code}>
            <QrSymbol qr={qr} label={t('pix.qr')} />
          </div>
          <div className={styles.beside}>
            {payeeName === undefined ? null : (
              <p className={styles.payee}>
                {t('pix.checkPayee')} <strong data-testid="payee-name">{payeeName}</strong>
              </p>
            )}
            <ol className={styles.steps}>
              {steps.map((step, index) => (
                <li key={step} className={styles.step}>
                  <span className={styles.number} aria-hidden="true">
                    {index + 1}
                  </span>
                  {t(step)}
                </li>
              ))}
            </ol>
          </div>
          <div className={styles.time}>
            <CountdownRing countdown={countdown} size="medium" label={t('pix.remaining')} />
            <Notices screen={screen} />
          </div>
        </div>
      }
      primary={message === undefined ? undefined : <ReceiveMessage content={message} />}
    />
  );
}

function Notices({ screen }: ScreenProps<'pix'>): ReactElement {
  const { t } = useTranslation();
  if (screen.connectionTrouble) {
    return (
      <Message tone="caution" testId="connection-trouble">
        {t('pix.connectionTrouble')}
      </Message>
    );
  }
  if (screen.confirmedByErp) {
    return (
      <Message tone="info" testId="confirmed-by-erp">
        {t('pix.confirmedByErp')}
      </Message>
    );
  }
  return (
    <p className={styles.waiting} role="status" data-testid="waiting-payment">
      {t('pix.waiting')}
    </p>
  );
}
