import { FileCog, SlidersHorizontal, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './configuring-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

/** A totem that cannot serve yet: a word to the customer, the details to the technician. */
export function ConfiguringScreen({ screen }: ScreenProps<'configuring'>): ReactElement {
  const { t } = useTranslation();
  const { problems, settingsFile } = screen;
  return (
    <div className={styles.configuring} data-testid="screen-configuring">
      <header className={styles.header}>
        <BrandMark />
      </header>
      <main className={styles.main}>
        <div className={styles.told}>
          <span className={styles.disc}>
            <Wrench className={styles.wrench} aria-hidden="true" />
          </span>
          <Heading title={t('configuring.title')} lead={t('configuring.lead')} />
        </div>
        <section className={styles.technician} aria-labelledby="for-technician">
          <h2 id="for-technician" className={styles.subtitle}>
            {t('configuring.forTechnician')}
          </h2>
          <p className={styles.file}>
            <FileCog className={styles.fileIcon} aria-hidden="true" />
            <span>
              {t('configuring.file')}: <code data-testid="settings-file">{settingsFile}</code>
            </span>
          </p>
          <p className={styles.count}>
            {problems.length === 0
              ? t('configuring.noProblems')
              : t('configuring.problems', { count: problems.length })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll a long list */}
          <ul className={styles.problems} tabIndex={0} aria-label={t('configuring.forTechnician')}>
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`} className={styles.problem} data-testid="settings-problem">
                <code className={styles.field}>{field}</code>
                <span>{message}</span>
              </li>
            ))}
          </ul>
          <Button
            intent={{ type: 'technician' }}
            testId="action-technician"
            look="secondary"
            icon={SlidersHorizontal}
          >
            {t('configuring.open')}
          </Button>
        </section>
      </main>
    </div>
  );
}
