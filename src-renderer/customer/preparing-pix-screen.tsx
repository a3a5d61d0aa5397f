import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../ui/amount.tsx';
import { PhoneOverQr } from '../ui/illustrations/phone-over-qr.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { ScreenProps } from './screen-props.ts';

/** While the charge is being made. */
export function PreparingPixScreen({ screen }: ScreenProps<'preparing-pix'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      middle={
        <Waiting title={t('preparingPix.title')} lead={t('preparingPix.lead')} picture={<PhoneOverQr />}>
          <Amount cents={screen.amountCents} size="large" testId="amount" />
        </Waiting>
      }
    />
  );
}
