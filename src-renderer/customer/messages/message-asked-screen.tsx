import { ArrowRight, MessageCircle, MessageCircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { PixRuns } from './pix-runs.tsx';
import { stepOf } from './step-of.ts';

/** The message is on its way, or could not be taken. Whether it arrives nobody knows yet, so nothing claims it. */
export function MessageAskedScreen({ screen }: ScreenProps<'message-asked'>): ReactElement {
  const { t } = useTranslation();
  const { content, phone, outcome, countdown } = screen;
  const failed = outcome === 'failed';
  return (
    <ScreenFrame
      step={stepOf(content)}
      layout="wide"
      back
      middle={
        <Statement
          icon={failed ? MessageCircleX : MessageCircle}
          tone={failed ? 'caution' : 'brand'}
          title={t(failed ? 'message.asked.failedTitle' : 'message.asked.title')}
          lead={failed ? t('message.asked.failedLead') : t('message.asked.lead', { phone })}
        >
          {failed ? null : <p>{t('message.asked.late')}</p>}
          <PixRuns countdown={countdown} />
        </Statement>
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
      {...(failed && { code: 'MESSAGE-NOT-TAKEN' })}
    />
  );
}
