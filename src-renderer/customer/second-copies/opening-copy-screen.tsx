import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Bill } from '../../ui/illustrations/bill.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** While the document is fetched and drawn. */
export function OpeningCopyScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <Waiting
          title={t('copy.openingTitle')}
          lead={t('copy.openingLead')}
          picture={<Bill mark="check" />}
        />
      }
    />
  );
}
