import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './joining.module.css';

/** How far it still is: "Pergunta 3 de 14". */
export function JoinPlace({
  place,
}: {
  readonly place: { readonly current: number; readonly total: number };
}): ReactElement {
  const { t } = useTranslation();
  return (
    <p className={styles.place} data-testid="join-place">
      {t('join.place', place)}
    </p>
  );
}
