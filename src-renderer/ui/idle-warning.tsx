import { Hand, LogOut } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Countdown } from '../../src-main/contract/screen.ts';
import { Button } from './button.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import styles from './idle-warning.module.css';

/** Asks whether anybody is still there, over whatever is on the screen; what lies under it cannot be touched. */
export function IdleWarning({ countdown }: { readonly countdown: Countdown }): ReactElement {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className={styles.veil}>
      <div
        className={styles.panel}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="idle-title"
        data-testid="idle-warning"
      >
        <h1 id="idle-title" ref={title} tabIndex={-1}>
          {t('idle.title')}
        </h1>
        <CountdownRing countdown={countdown} size="large" label={t('idle.lead')} />
        <div className={styles.actions}>
          <Button intent={{ type: 'more-time' }} testId="action-more-time" look="primary" icon={Hand}>
            {t('idle.moreTime')}
          </Button>
          <Button intent={{ type: 'leave' }} testId="action-idle-leave" look="secondary" icon={LogOut}>
            {t('common.leave')}
          </Button>
        </div>
      </div>
    </div>
  );
}
