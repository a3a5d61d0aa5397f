import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Countdown } from '../../../src-main/contract/screen.ts';
import { CountdownRing } from '../../ui/countdown-ring.tsx';

/** The time that is left for a PIX that waits to be paid meanwhile. */
export function PixRuns({ countdown }: { readonly countdown: Countdown | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (countdown === undefined) return null;
  return <CountdownRing countdown={countdown} size="medium" label={t('message.pixRuns')} />;
}
