import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-turner.module.css';
import { Touchable } from './touchable.tsx';
import type { Page } from './use-pages.ts';

/** "Anterior", "1 de 50", "Próxima"; nothing when there is one page only. */
export function PageTurner({ page }: { readonly page: Page<unknown> }): ReactElement {
  return <div className={styles.place}>{page.total === 1 ? null : <Turner page={page} />}</div>;
}

function Turner({ page }: { readonly page: Page<unknown> }): ReactElement {
  const { t } = useTranslation();
  const { current, total, turn } = page;
  return (
    <nav className={styles.turner} aria-label={t('pages.label')}>
      <Touchable
        testId="page-previous"
        className={styles.arrow}
        fires="on-release"
        local
        inactive={current === 1}
        onTouch={() => turn(-1)}
      >
        <ChevronLeft className={styles.icon} aria-hidden="true" />
        {t('pages.previous')}
      </Touchable>
      <p className={styles.position} role="status" data-testid="page-position">
        {t('pages.position', { current, total })}
      </p>
      <Touchable
        testId="page-next"
        className={styles.arrow}
        fires="on-release"
        local
        inactive={current === total}
        onTouch={() => turn(1)}
      >
        {t('pages.next')}
        <ChevronRight className={styles.icon} aria-hidden="true" />
      </Touchable>
    </nav>
  );
}
