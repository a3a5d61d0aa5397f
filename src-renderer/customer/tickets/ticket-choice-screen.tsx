import {
  BellOff,
  CircleHelp,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  PenLine,
  Phone,
  Users,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketOption, TicketQuestion } from '../../../src-main/contract/ticket-screen.ts';
import { type Choice, ChoiceCards, choicesPerPage } from '../../ui/choice-card.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { Unread } from '../unread.tsx';
import styles from './ticket-choice-screen.module.css';

const ofQuestion: Readonly<Record<TicketQuestion, LucideIcon>> = {
  place: Globe,
  type: CircleHelp,
  department: Users,
  subject: MessageCircleQuestion,
  contact: Phone,
};

const ofKind: Readonly<Partial<Record<TicketOption['kind'], LucideIcon>>> = {
  'masked-email': Mail,
  email: Mail,
  phone: Phone,
  'masked-phone': Phone,
  none: BellOff,
  own: PenLine,
  general: MessageCircleQuestion,
};

/** One question of a ticket, answered with one touch. */
export function TicketChoiceScreen({ screen }: ScreenProps<'ticket-choice'>): ReactElement {
  const { t } = useTranslation();
  const { question, options, unreadable } = screen;
  const label = useLabel();
  const choices = options.map(
    (option): Choice => ({
      id: option.id,
      label: label(option),
      detail: option.detail,
      icon: ofKind[option.kind] ?? ofQuestion[question],
    }),
  );
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <>
          <Heading
            className={choices.length > choicesPerPage ? styles.besideTurner : undefined}
            title={t(`ticket.choice.${question}.title`)}
            lead={t(`ticket.choice.${question}.lead`)}
          />
          <Unread companies={unreadable} />
        </>
      }
      touch={<ChoiceCards choices={choices} />}
    />
  );
}

function useLabel(): (option: TicketOption) => string {
  const { t } = useTranslation();
  return ({ kind, text }) => {
    switch (kind) {
      case 'name':
      case 'masked-phone':
      case 'masked-email':
        return text ?? '';
      case 'general':
        return text === undefined
          ? t('ticket.option.general')
          : t('ticket.option.generalOf', { company: text });
      case 'own':
      case 'phone':
      case 'email':
      case 'none':
        return t(`ticket.option.${kind}`);
    }
  };
}
