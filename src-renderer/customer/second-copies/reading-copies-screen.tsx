import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Bill } from '../../ui/illustrations/bill.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** While the company is asked for a list. */
export function ReadingCopiesScreen({ screen }: ScreenProps<'reading-copies'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <Waiting
          title={t(`copies.reading.${screen.kind}`)}
          lead={t('copies.readingLead')}
          picture={<Bill mark="check" />}
        />
      }
    />
  );
}
