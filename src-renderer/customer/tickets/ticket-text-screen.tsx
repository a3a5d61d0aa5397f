import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextQuestion } from '../../ui/text-entry/text-question.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** One question of a ticket, answered by typing. */
export function TicketTextScreen({ screen }: ScreenProps<'ticket-text'>): ReactElement {
  const { t } = useTranslation();
  const { question, entry, error } = screen;
  return (
    <TextQuestion
      entry={entry}
      title={t(`ticket.text.${question}.title`)}
      label={t(`ticket.text.${question}.label`)}
      hint={
        question === 'message'
          ? t('ticket.text.message.hint', { count: entry.maxLength - [...entry.text].length })
          : t(`ticket.text.${question}.hint`)
      }
      error={error && t(`ticket.error.${question}.${error}`)}
    />
  );
}
