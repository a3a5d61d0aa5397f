import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './contact-confirm-screen.module.css';

/** What was typed in full, large enough to be compared with the card in one's hand. */
export function ContactConfirmScreen({ screen }: ScreenProps<'contact-confirm'>): ReactElement {
  const { t } = useTranslation();
  const { field, text, companies, busy } = screen;
  return (
    <ScreenFrame
      layout="wide"
      back={!busy}
      middle={
        <div className={styles.middle}>
          <Heading title={t('myData.confirm.title')} lead={t(`myData.confirm.lead.${field}`)} />
          <div className={styles.contact}>
            <span className={styles.field}>{t(`myData.field.${field}`)}</span>
            <strong className={field === 'email' ? styles.address : styles.number} data-testid="new-contact">
              {text}
            </strong>
          </div>
          {companies.length > 1 ? (
            <p className={styles.counts} data-testid="contact-companies">
              {t('myData.confirm.counts', { companies: companies.join(', ') })}
            </p>
          ) : null}
        </div>
      }
      primary={
        busy ? (
          <p className={styles.saving} role="status" data-testid="contact-saving">
            <Spinner /> {t('myData.confirm.saving')}
          </p>
        ) : (
          <Button intent={{ type: 'submit' }} testId="action-submit" look="primary" icon={Check}>
            {t('myData.confirm.save')}
          </Button>
        )
      }
    />
  );
}
