import { Mail, MessageCircle, Phone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, ChoiceCards } from '../../ui/choice-card.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './my-data-screen.module.css';

/** How the company reaches the customer, masked; a touch changes one of them. */
export function MyDataScreen({ screen }: ScreenProps<'my-data'>): ReactElement {
  const { t } = useTranslation();
  const { phones, emails, companies, unreadable } = screen;
  // A number stays in one piece.
  const known = (values: readonly string[]): string =>
    values.map((value) => value.replaceAll(' ', '\u00a0')).join(' · ') || t('myData.none');
  const choices: readonly Choice[] = [
    { id: 'phone', label: t('myData.field.phone'), detail: known(phones), icon: Phone },
    {
      id: 'whatsapp',
      label: t('myData.field.whatsapp'),
      detail: t('myData.tellWhatsapp'),
      icon: MessageCircle,
    },
    { id: 'email', label: t('myData.field.email'), detail: known(emails), icon: Mail },
  ];
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t('myData.title')} lead={t('myData.lead')} />
          {companies.length > 1 ? (
            <p className={styles.counts} data-testid="my-data-companies">
              {t('myData.counts', { companies: companies.join(', ') })}
            </p>
          ) : null}
          {unreadable.length > 0 ? (
            <Message tone="caution" testId="my-data-unreadable">
              {t('myData.unreadable', { companies: unreadable.join(', ') })}
            </Message>
          ) : null}
        </div>
      }
      touch={<ChoiceCards choices={choices} />}
    />
  );
}
