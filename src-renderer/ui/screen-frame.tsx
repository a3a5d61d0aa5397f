import { ArrowLeft, LogOut, Phone } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.ts';
import { AttendantButton } from './attendant-button.tsx';
import { BrandMark } from './brand-mark.tsx';
import { Button } from './button.tsx';
import { Progress, type Step } from './progress.tsx';
import styles from './screen-frame.module.css';
import { useEscape } from './use-escape.ts';
import { VisitTools } from './visit-tools.tsx';

interface ScreenFrameProps {
  readonly step?: Step;
  /** In landscape middle and touch stand side by side (`keypad`, `halves`) or one over the other (`wide`). */
  readonly layout: 'keypad' | 'halves' | 'wide';
  /** The one thing that this screen is about. */
  readonly middle: ReactNode;
  /** What is touched, within reach in the lower part. */
  readonly touch?: ReactNode;
  /** The main action. */
  readonly primary?: ReactNode;
  readonly back?: boolean;
  /** For the technician, small at the foot. */
  readonly code?: string;
}

/** The zones that every screen of a visit shares; "Sair", "Voltar" and "Chamar atendente" never change their places. */
export function ScreenFrame(props: ScreenFrameProps): ReactElement {
  const { step, layout, middle, touch, primary, back = false, code } = props;
  const { t } = useTranslation();
  const { screen, brand, attendant } = useVisit().view;
  useEscape(back);
  const withAttendant = attendant === undefined ? '' : styles.withAttendant;
  return (
    <div
      className={`${styles.frame} ${styles[layout]} ${withAttendant}`}
      data-testid={`screen-${screen.name}`}
    >
      <header className={styles.header}>
        <BrandMark />
        {step === undefined ? null : <Progress step={step} />}
      </header>
      <main className={styles.main}>
        <div className={styles.middle}>{middle}</div>
        {touch === undefined ? null : <div className={styles.touch}>{touch}</div>}
        {primary === undefined ? null : <div className={styles.primary}>{primary}</div>}
      </main>
      <footer className={styles.foot}>
        <div className={styles.back}>
          {back ? (
            <Button intent={{ type: 'back' }} testId="action-back" look="secondary" icon={ArrowLeft}>
              {t('common.back')}
            </Button>
          ) : null}
        </div>
        {attendant === undefined ? null : (
          <div className={styles.attendant}>
            <AttendantButton state={attendant} />
          </div>
        )}
        <VisitTools className={styles.tools} />
        <div className={styles.leave}>
          <Button intent={{ type: 'leave' }} testId="action-leave" look="secondary" icon={LogOut}>
            {t('common.leave')}
          </Button>
        </div>
        <p className={styles.notes}>
          {brand.supportPhone === undefined ? null : (
            <span className={styles.support} data-testid="support-phone">
              <Phone className={styles.phone} aria-hidden="true" />
              {t('common.support', { phone: brand.supportPhone })}
            </span>
          )}
          {code === undefined ? null : (
            <span className={styles.code} data-testid="technician-code">
              {t('problem.code', { code })}
            </span>
          )}
        </p>
      </footer>
    </div>
  );
}
