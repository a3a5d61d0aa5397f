import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneOverQr } from '../ui/illustrations/phone-over-qr.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** While the charge is being taken back, so that nobody can pay it any more. */
export function CancellingPixScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      middle={
        <Waiting title={t('cancellingPix.title')} lead={t('cancellingPix.lead')} picture={<PhoneOverQr />} />
      }
    />
  );
}
