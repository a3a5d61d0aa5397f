import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.ts';
import styles from './brand-mark.module.css';

/** The company's logo, or its name where it set none. */
export function BrandMark(): ReactElement {
  const { t } = useTranslation();
  const { logo, companyName } = useVisit().view.brand;
  if (logo === undefined)
    return (
      <p className={styles.name} data-brand-mark>
        {companyName}
      </p>
    );
  return (
    <img
      className={styles.logo}
      src={logo}
      alt={t('common.logoOf', { company: companyName })}
      data-brand-mark
    />
  );
}
