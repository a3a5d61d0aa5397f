import { type ReactElement, useEffect, useState } from 'react';
import { formatTime } from '../i18n/format.ts';
import styles from './time-of-day.module.css';

const minuteMs = 60_000;

/** The time in a zone as hh:mm, drawn anew at each full minute. */
export function TimeOfDay({ timeZone }: { readonly timeZone: string }): ReactElement {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), minuteMs - (now.getTime() % minuteMs));
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <time className={styles.time} data-testid="time-of-day">
      {formatTime(now, timeZone)}
    </time>
  );
}
