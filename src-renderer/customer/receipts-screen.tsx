import { Check, Printer, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptCard } from '../../src-main/contract/screen.ts';
import { formatDate } from '../i18n/format.ts';
import { Amount } from '../ui/amount.tsx';
import cards from '../ui/card-button.module.css';
import { Heading } from '../ui/heading.tsx';
import { Bill } from '../ui/illustrations/bill.tsx';
import { IntentButton } from '../ui/intent-button.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Scene } from '../ui/scene.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { usePages } from '../ui/use-pages.ts';
import styles from './receipts-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

const receiptsPerPage = 4;

/** So few that there is room for a drawing. */
const fewReceipts = 2;

/** The receipts of what this customer paid here, to be printed again. */
export function ReceiptsScreen({ screen }: ScreenProps<'receipts'>): ReactElement {
  const { t } = useTranslation();
  const { receipts, canPrint } = screen;
  const page = usePages(receipts, receiptsPerPage);
  const few = receipts.length <= fewReceipts;
  return (
    <ScreenFrame
      layout={few ? 'halves' : 'wide'}
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading
            className={styles.heading}
            title={t('receipts.title')}
            lead={t(canPrint ? 'receipts.lead' : 'receipts.enough')}
          />
          {few ? (
            <Scene>
              <Bill mark="check" />
            </Scene>
          ) : null}
        </div>
      }
      touch={
        <>
          <ul
            className={`${styles.list} ${few ? styles.few : styles.many} ${page.total > 1 ? styles.paged : ''}`}
          >
            {page.items.map((receipt) => (
              <li key={receipt.id}>
                <Receipt receipt={receipt} inactive={!canPrint} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
    />
  );
}

interface ReceiptProps {
  readonly receipt: ReceiptCard;
  readonly inactive: boolean;
}

/** One receipt, all of it one button. */
function Receipt({ receipt, inactive }: ReceiptProps): ReactElement {
  const { t } = useTranslation();
  const { id, paidOn, amountCents, descriptions, paper } = receipt;
  return (
    <IntentButton
      intent={{ type: 'choose-receipt', receiptId: id }}
      testId={`receipt-${id}`}
      className={`${cards.card} ${styles.card}`}
      inactive={inactive}
    >
      <span className={styles.row}>
        <span className={styles.description}>{descriptions.join(' · ')}</span>
        <Printer className={styles.print} aria-hidden="true" />
      </span>
      <span className={`${styles.row} ${styles.payment}`}>
        <span className={styles.paid}>
          <Check className={styles.icon} aria-hidden="true" />
          {t('receipts.paidOn', { date: formatDate(paidOn) })}
        </span>
        <span className={styles.amount}>
          <Amount cents={amountCents} size="card" />
        </span>
      </span>
      {paper === 'printed' ? null : (
        <span className={styles.doubt} data-testid={`receipt-paper-${paper}`}>
          <TriangleAlert className={styles.icon} aria-hidden="true" />
          {t(`receipts.paper.${paper}`)}
        </span>
      )}
    </IntentButton>
  );
}
