import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './progress.module.css';

const steps = ['identify', 'invoices', 'pay', 'finish'] as const;

/** The four parts of a visit, as the customer sees them. */
export type Step = (typeof steps)[number];

/** Where in the visit the customer is: "2 de 4 · Faturas" over a bar of four. */
export function Progress({ step }: { readonly step: Step }): ReactElement {
  const { t } = useTranslation();
  const current = steps.indexOf(step) + 1;
  return (
    <div className={styles.progress} data-testid="progress">
      <p className={styles.words}>
        <span>{t('common.step', { current, total: steps.length })}</span>
        <span aria-hidden="true">·</span>
        <strong>{t(`steps.${step}`)}</strong>
      </p>
      <span className={styles.bar} aria-hidden="true">
        {steps.map((name, index) => (
          <span key={name} className={`${styles.part} ${index < current ? styles.reached : ''}`} />
        ))}
      </span>
    </div>
  );
}
