import { House } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { CountdownRing } from '../ui/countdown-ring.tsx';
import { Attendant } from '../ui/illustrations/attendant.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Statement } from '../ui/statement.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Says goodbye and goes home by itself. */
export function ThanksScreen({ screen }: ScreenProps<'thanks'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <Statement
          picture={<Attendant />}
          title={t('thanks.title')}
          lead={screen.paid ? t('thanks.paid') : t('thanks.visited')}
        >
          <CountdownRing countdown={screen.countdown} size="medium" label={t('thanks.closes')} />
        </Statement>
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={House}>
          {t('thanks.done')}
        </Button>
      }
    />
  );
}
