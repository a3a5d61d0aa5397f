import { ArrowRight, Check, CircleCheck, Clock3 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptState } from '../../src-main/contract/screen.ts';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import styles from './paid-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

/** The moment to remember: green, a check, the amount; then the receipt on its way out. */
export function PaidScreen({ screen }: ScreenProps<'paid'>): ReactElement {
  const { t } = useTranslation();
  const { amountCents, receipt, writeOff } = screen;
  const WriteOffIcon = writeOff === 'done' ? CircleCheck : Clock3;
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <div className={styles.paid}>
          <div className={styles.moment}>
            <span className={styles.seal}>
              <Check className={styles.check} aria-hidden="true" />
            </span>
            <div className={styles.words} role="status">
              <Heading className={styles.heading} title={t('paid.title')} lead={t('paid.lead')} />
              <p className={styles.amount}>
                <Amount cents={amountCents} size="huge" testId="amount" />
              </p>
              <p className={styles.writeOff} data-testid={`write-off-${writeOff}`}>
                <WriteOffIcon className={styles.small} aria-hidden="true" />
                {t(`paid.writeOff.${writeOff}`)}
              </p>
            </div>
          </div>
          <div className={styles.receipt}>
            {receipt.state === 'none' ? null : <PrinterSlot print="receipt" paper={paperOf(receipt)} />}
            <p className={styles.receiptWords} role="status" data-testid={`receipt-${receipt.state}`}>
              <ReceiptWords receipt={receipt} />
            </p>
          </div>
        </div>
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
    />
  );
}

function paperOf(receipt: ReceiptState): 'coming' | 'out' | 'held' {
  switch (receipt.state) {
    case 'printing':
      return 'coming';
    case 'printed':
      return 'out';
    case 'waiting':
    case 'uncertain':
    case 'none':
      return 'held';
  }
}

function ReceiptWords({ receipt }: { readonly receipt: ReceiptState }): ReactElement {
  const { t } = useTranslation();
  if (receipt.state !== 'waiting') return <>{t(`paid.receipt.${receipt.state}`)}</>;
  return (
    <>
      <strong>{t(`paid.receipt.waiting.${receipt.trouble}`)}</strong> {t('paid.receipt.waitingCalm')}
    </>
  );
}
