import { ArrowRight, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** The company does not want this change; its own words say why. */
export function ContactForbiddenScreen({ screen }: ScreenProps<'contact-forbidden'>): ReactElement {
  const { t } = useTranslation();
  const { reason } = screen;
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Statement
          icon={CircleX}
          tone="caution"
          title={t('myData.forbidden.title')}
          lead={t('myData.forbidden.lead')}
        >
          {reason === '' ? null : (
            <Message tone="info" testId="contact-reason">
              {t('myData.forbidden.reason', { reason })}
            </Message>
          )}
        </Statement>
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('myData.saved.others')}
        </Button>
      }
    />
  );
}
