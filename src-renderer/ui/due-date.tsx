import { CalendarDays, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceCard } from '../../src-main/contract/screen.ts';
import { formatDate } from '../i18n/format.ts';
import styles from './due-date.module.css';

/** When an invoice is due; an overdue one says so in a word with an icon. */
export function DueDate({ invoice }: { readonly invoice: InvoiceCard }): ReactElement {
  const { t } = useTranslation();
  const date = formatDate(invoice.dueDate);
  if (invoice.overdue) {
    return (
      <span className={`${styles.due} ${styles.overdue}`} data-testid="overdue">
        <TriangleAlert className={styles.icon} aria-hidden="true" />
        {t('invoices.overdue', { date })}
      </span>
    );
  }
  return (
    <span className={styles.due}>
      <CalendarDays className={styles.icon} aria-hidden="true" />
      {t('invoices.due', { date })}
    </span>
  );
}
