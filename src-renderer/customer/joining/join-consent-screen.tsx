import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './joining.module.css';

/** What is agreed to, in the company's words; without a yes nothing is sent. */
export function JoinConsentScreen({ screen }: ScreenProps<'join-consent'>): ReactElement {
  const { t } = useTranslation();
  const { text, purpose } = screen;
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={styles.middle}>
          <Heading title={t(`join.consent.${purpose}.title`)} />
          <p className={styles.agreement} lang="pt-BR" data-testid="agreement">
            {text}
          </p>
        </div>
      }
      primary={
        <Button intent={{ type: 'agree' }} testId="action-agree" look="primary" icon={Check}>
          {t(`join.consent.${purpose}.agree`)}
        </Button>
      }
    />
  );
}
