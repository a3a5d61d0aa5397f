import { Send } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './ticket-review-screen.module.css';

/** All of the ticket once more, before it goes out. */
export function TicketReviewScreen({ screen }: ScreenProps<'ticket-review'>): ReactElement {
  const { t } = useTranslation();
  const { place, subject, message, contact, busy } = screen;
  return (
    <ScreenFrame
      layout="wide"
      back={!busy}
      middle={
        <div className={styles.middle}>
          <Heading title={t('ticket.review.title')} lead={t('ticket.review.lead')} />
          <dl className={styles.lines}>
            {place === undefined ? null : <Line term={t('ticket.review.place')} text={place} />}
            <Line term={t('ticket.review.subject')} text={subject} />
            <Line term={t('ticket.review.message')} text={message} long />
            <Line term={t('ticket.review.contact')} text={contact ?? t('ticket.review.noContact')} />
          </dl>
        </div>
      }
      primary={
        busy ? (
          <p className={styles.sending} role="status" data-testid="ticket-sending">
            <Spinner /> {t('ticket.review.sending')}
          </p>
        ) : (
          <Button intent={{ type: 'submit' }} testId="action-submit" look="primary" icon={Send}>
            {t('ticket.review.send')}
          </Button>
        )
      }
    />
  );
}

interface LineProps {
  readonly term: string;
  readonly text: string;
  /** As much of it as there is room for. */
  readonly long?: boolean;
}

function Line({ term, text, long = false }: LineProps): ReactElement {
  return (
    <div className={`${styles.line} ${long ? styles.long : ''}`}>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
