import { ArrowRight, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { RequestNumber, standingIcons } from '../request-standing.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** What became of the ticket, and the number that it goes by. */
export function TicketResultScreen({ screen }: ScreenProps<'ticket-result'>): ReactElement {
  const { t } = useTranslation();
  const { standing, protocol, paper } = screen;
  const sent = standing !== 'not-sent';
  return (
    <ScreenFrame
      layout="wide"
      back={!sent}
      middle={
        <Statement
          icon={standingIcons[standing]}
          tone={standing === 'done' ? 'brand' : 'caution'}
          title={t(`ticket.result.${standing}.title`)}
          lead={t(`ticket.result.${standing}.lead`)}
        >
          {sent ? <RequestNumber protocol={protocol} paper={paper} /> : null}
        </Statement>
      }
      primary={
        sent ? (
          <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
            {t('common.continue')}
          </Button>
        ) : (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="primary" icon={RefreshCw}>
            {t('request.again')}
          </Button>
        )
      }
    />
  );
}
