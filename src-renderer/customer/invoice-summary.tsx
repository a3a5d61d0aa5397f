import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceCard } from '../../src-main/contract/screen.ts';
import { Amount } from '../ui/amount.tsx';
import cards from '../ui/card-button.module.css';
import { DueDate } from '../ui/due-date.tsx';
import { IntentButton } from '../ui/intent-button.tsx';
import styles from './invoice-summary.module.css';

interface InvoiceSummaryProps {
  readonly invoice: InvoiceCard;
  readonly inactive: boolean;
  /** One of few: more air around it. */
  readonly roomy: boolean;
}

/** One invoice of the list, all of it one button. */
export function InvoiceSummary({ invoice, inactive, roomy }: InvoiceSummaryProps): ReactElement {
  return (
    <IntentButton
      intent={{ type: 'choose-invoice', invoiceId: invoice.id }}
      testId={`invoice-${invoice.id}`}
      className={`${cards.card} ${styles.card} ${roomy ? styles.roomy : ''}`}
      inactive={inactive}
    >
      <span className={styles.top}>
        <span className={styles.description}>{invoice.description}</span>
        <ChevronRight className={styles.chevron} aria-hidden="true" />
      </span>
      <span className={styles.middle}>
        <DueDate invoice={invoice} />
        <span className={styles.amount}>
          <Amount cents={invoice.dueCents} size="card" />
        </span>
      </span>
      <Changes invoice={invoice} />
    </IntentButton>
  );
}

/** How the original amount became today's; nothing when they are the same. */
function Changes({ invoice }: { readonly invoice: InvoiceCard }): ReactElement | null {
  const { t } = useTranslation();
  const { originalCents, dueCents, interestCents, fineCents, discountCents } = invoice;
  const parts = [
    { label: t('amounts.interest'), cents: interestCents },
    { label: t('amounts.fine'), cents: fineCents },
    { label: t('amounts.discount'), cents: -discountCents },
  ].filter((part) => part.cents !== 0);
  if (parts.length === 0 && originalCents === dueCents) return null;
  return (
    <span className={styles.changes}>
      {[{ label: t('amounts.originalShort'), cents: originalCents }, ...parts].map((part) => (
        <span key={part.label} className={styles.change}>
          {part.label} <Amount cents={part.cents} size="row" />
        </span>
      ))}
    </span>
  );
}
