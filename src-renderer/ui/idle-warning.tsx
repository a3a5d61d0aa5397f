import { Hand, LogOut } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Countdown } from '../../src-main/contract/screen.ts';
import { Button } from './button.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import { Overlay } from './overlay.tsx';

/** Asks whether anybody is still there. */
export function IdleWarning({ countdown }: { readonly countdown: Countdown }): ReactElement {
  const { t } = useTranslation();
  return (
    <Overlay
      title={t('idle.title')}
      testId="idle-warning"
      actions={
        <>
          <Button intent={{ type: 'more-time' }} testId="action-more-time" look="primary" icon={Hand}>
            {t('idle.moreTime')}
          </Button>
          <Button intent={{ type: 'leave' }} testId="action-idle-leave" look="secondary" icon={LogOut}>
            {t('common.leave')}
          </Button>
        </>
      }
    >
      <CountdownRing countdown={countdown} size="large" label={t('idle.lead')} />
    </Overlay>
  );
}
