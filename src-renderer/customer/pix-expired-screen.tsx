import { Hourglass, QrCode } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The charge ran out before anybody paid it. */
export function PixExpiredScreen({ screen }: ScreenProps<'pix-expired'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      back
      middle={
        <Statement icon={Hourglass} tone="caution" title={t('pixExpired.title')} lead={t('pixExpired.lead')}>
          <Message tone="info" testId="already-paid">
            {t('pixExpired.alreadyPaid')}
          </Message>
          <p>
            {t('pixExpired.amount')} <Amount cents={screen.amountCents} size="row" testId="amount" />
          </p>
        </Statement>
      }
      primary={
        <Button intent={{ type: 'retry' }} testId="action-retry" look="primary" icon={QrCode}>
          {t('pixExpired.again')}
        </Button>
      }
    />
  );
}
