import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Attendant } from '../../ui/illustrations/attendant.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** What a ticket can be about is being read. */
export function TicketOpeningScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Waiting title={t('ticket.opening.title')} lead={t('ticket.opening.lead')} picture={<Attendant />} />
      }
    />
  );
}
