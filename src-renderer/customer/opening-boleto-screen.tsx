import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Bill } from '../ui/illustrations/bill.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** While the boleto is fetched or made. */
export function OpeningBoletoScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="pay"
      layout="wide"
      back
      middle={
        <Waiting
          title={t('openingBoleto.title')}
          lead={t('openingBoleto.lead')}
          picture={<Bill mark="amount" />}
        />
      }
    />
  );
}
