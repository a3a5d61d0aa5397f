import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Countdown } from '../../src-main/contract/screen.ts';
import { minutesAndSeconds } from '../i18n/format.ts';
import styles from './countdown-ring.module.css';
import { useRemaining } from './use-remaining.ts';

const radius = 54;
const circumference = 2 * Math.PI * radius;

interface CountdownRingProps {
  readonly countdown: Countdown;
  readonly size: 'medium' | 'large';
  /** What the time is for, said before it. */
  readonly label: string;
}

/** The time that is left, as a ring that empties and in words. */
export function CountdownRing({ countdown, size, label }: CountdownRingProps): ReactElement {
  const { t } = useTranslation();
  const remaining = useRemaining(countdown);
  const share = countdown.totalMs > 0 ? Math.min(1, remaining / countdown.totalMs) : 0;
  const { minutes, seconds } = minutesAndSeconds(remaining);
  const words =
    minutes > 0
      ? t('duration.minutes', { minutes, seconds: String(seconds).padStart(2, '0') })
      : t('duration.seconds', { seconds });
  return (
    <div className={`${styles.countdown} ${styles[size]}`} role="timer" data-testid="countdown">
      <svg className={styles.ring} viewBox="0 0 120 120" aria-hidden="true">
        <circle className={styles.halo} cx="60" cy="60" r={radius} />
        <circle className={styles.track} cx="60" cy="60" r={radius} />
        <circle
          className={styles.rest}
          cx="60"
          cy="60"
          r={radius}
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - share)}
          transform="rotate(-90 60 60)"
        />
      </svg>
      <span className={styles.text}>
        <span className={styles.label}>{label} </span>
        <span className={`${styles.words} ${minutes > 0 ? styles.long : ''}`} data-testid="countdown-words">
          {words}
        </span>
      </span>
    </div>
  );
}
