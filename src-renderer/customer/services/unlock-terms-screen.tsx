import { Check, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './unlock-terms-screen.module.css';

/** What a customer accepts before a service is enabled on trust; the terms are the company's own words. */
export function UnlockTermsScreen({ screen }: ScreenProps<'unlock-terms'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <Heading className={styles.heading} title={t('unlockTerms.title')} lead={t('unlockTerms.lead')} />
          <p className={styles.service}>
            {t('unlockTerms.service')}: <strong>{screen.service}</strong>
          </p>
          <p
            className={`${styles.terms} ${screen.terms.length > 300 ? styles.long : ''}`}
            lang="pt-BR"
            data-testid="terms"
          >
            {screen.terms}
          </p>
        </div>
      }
      touch={
        <div className={styles.ways}>
          <Button intent={{ type: 'agree' }} testId="action-agree" look="primary" icon={Check}>
            {t('unlockTerms.agree')}
          </Button>
          <Button intent={{ type: 'decline' }} testId="action-decline" look="secondary" icon={Undo2}>
            {t('unlockTerms.decline')}
          </Button>
        </div>
      }
    />
  );
}
