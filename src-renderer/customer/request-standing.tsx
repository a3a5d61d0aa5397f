import { CircleCheck, CircleX, Clock, type LucideIcon, TriangleAlert, Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStanding, TicketScreen } from '../../src-main/contract/ticket-screen.ts';
import { Message } from '../ui/message.tsx';
import styles from './request-standing.module.css';

/** One picture for each way in which something asked of the company can end; `mixed`: not the same everywhere. */
export const standingIcons: Readonly<Record<RequestStanding | 'mixed', LucideIcon>> = {
  done: CircleCheck,
  unclear: Clock,
  refused: CircleX,
  'not-sent': Unplug,
  mixed: TriangleAlert,
};

interface RequestNumberProps {
  readonly protocol: string;
  readonly paper: Extract<TicketScreen, { name: 'ticket-result' }>['paper'];
}

/** The number that a request goes by, and whether it comes on paper. */
export function RequestNumber({ protocol, paper }: RequestNumberProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.number}>
        <span className={styles.term}>{t('request.number')}</span>
        <strong className={styles.protocol} data-testid="protocol">
          {protocol}
        </strong>
      </p>
      <Message tone="info" testId={`protocol-paper-${paper}`}>
        {t(`request.paper.${paper}`)}
      </Message>
    </>
  );
}
