import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperTrouble } from './paper-trouble.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The receipt did not come out again, or nobody knows whether it did. */
export function ReceiptTroubleScreen({ screen }: ScreenProps<'receipt-trouble'>): ReactElement {
  const { t } = useTranslation();
  const { trouble, canRetry, waits } = screen;
  const ended = trouble === 'uncertain' && !canRetry;
  return (
    <PaperTrouble
      words="receiptTrouble"
      trouble={trouble}
      canRetry={canRetry}
      waits={waits}
      {...(ended && { lead: t('receiptTrouble.uncertainEnough') })}
    />
  );
}
