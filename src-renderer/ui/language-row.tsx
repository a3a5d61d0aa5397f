import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.ts';
import { LanguageButton } from './display-panel.tsx';
import styles from './language-row.module.css';
import { VisitTools } from './visit-tools.tsx';

/** On the attract screen: whoever reads no Portuguese finds their language without opening anything. */
export function LanguageRow(): ReactElement | null {
  const { t } = useTranslation();
  const { display } = useVisit().view;
  if (display === undefined) return null;
  return (
    <div className={styles.row}>
      {display.languages.length > 1 ? (
        <fieldset className={styles.languages} aria-label={t('display.languages')}>
          {display.languages.map((language) => (
            <LanguageButton key={language} language={language} chosen={language === display.language} />
          ))}
        </fieldset>
      ) : null}
      <VisitTools />
    </div>
  );
}
