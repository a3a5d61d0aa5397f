import type { ReactElement } from 'react';
import { amountParts } from '../i18n/format.ts';
import styles from './amount.module.css';

interface AmountProps {
  readonly cents: number;
  readonly size: 'row' | 'card' | 'large' | 'huge';
  readonly testId?: string;
}

/** An amount in reais; when large, the whole part leads and currency and cents stand smaller beside it. */
export function Amount({ cents, size, testId }: AmountProps): ReactElement {
  const { sign, currency, whole, fraction } = amountParts(cents);
  return (
    <span className={`${styles.amount} ${styles[size]}`} data-testid={testId}>
      <span className={styles.small}>
        {sign}
        {currency}{' '}
      </span>
      {whole}
      <span className={styles.small}>{fraction}</span>
    </span>
  );
}
