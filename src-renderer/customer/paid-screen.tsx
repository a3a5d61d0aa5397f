import type { TFunction } from 'i18next';
import { ArrowRight, Check, CircleCheck, Clock3, UserRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaidInvoice, ReceiptState, ServiceStanding } from '../../src-main/contract/screen.ts';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { PrinterSlot } from '../ui/printer-slot.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { ReceiveMessage } from './messages/receive-message.tsx';
import styles from './paid-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

const writeOffIcons = { done: CircleCheck, processing: Clock3, 'by-hand': UserRound } as const;

/** The moment to remember: green, a check, the amount; then the receipt on its way out. */
export function PaidScreen({ screen }: ScreenProps<'paid'>): ReactElement {
  const { t } = useTranslation();
  const { amountCents, receipt, writeOff, invoices = [], protocol, service, message } = screen;
  const WriteOffIcon = writeOffIcons[writeOff];
  return (
    <ScreenFrame
      step="finish"
      layout="wide"
      middle={
        <div className={`${styles.paid} ${message === undefined ? '' : styles.withMessage}`}>
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
                <span>
                  {invoices.length > 1
                    ? t(`paid.several.${writeOff}`, { count: invoices.length })
                    : t(`paid.writeOff.${writeOff}`)}
                  {protocol === undefined ? null : (
                    <strong className={styles.protocol} data-testid="protocol">
                      {t('paid.protocol', { protocol })}
                    </strong>
                  )}
                  {service === undefined ? null : (
                    <strong className={styles.protocol} data-testid={`service-${service.state}`}>
                      {serviceWords(service, t)}
                    </strong>
                  )}
                </span>
              </p>
              <Standings invoices={invoices} />
            </div>
          </div>
          <div className={styles.receipt}>
            {receipt.state === 'none' ? null : <PrinterSlot print="receipt" paper={paperOf(receipt)} />}
            <p className={styles.receiptWords} role="status" data-testid={`receipt-${receipt.state}`}>
              <ReceiptWords receipt={receipt} />
            </p>
            {message === undefined ? null : <ReceiveMessage content={message} />}
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

const mostShown = 3;

/** Which of several are not written off, as long as that is not the same of all; the paper names each. */
function Standings({ invoices }: { readonly invoices: readonly PaidInvoice[] }): ReactElement | null {
  const { t } = useTranslation();
  if (new Set(invoices.map(({ writeOff }) => writeOff)).size < 2) return null;
  const unfinished = (['by-hand', 'processing'] as const).flatMap((standing) =>
    invoices.filter(({ writeOff }) => writeOff === standing).map((invoice) => ({ ...invoice, standing })),
  );
  const shown = unfinished.slice(0, mostShown);
  const more = unfinished.length - shown.length;
  const done = invoices.length - unfinished.length;
  return (
    <ul className={styles.standings} data-testid="standings">
      {shown.map(({ id, description, amountCents, standing }) => {
        const Icon = writeOffIcons[standing];
        return (
          <li key={id} className={styles.standing} data-testid={`standing-${standing}`}>
            <Icon className={styles.small} aria-hidden="true" />
            <span className={styles.what}>{description}</span>
            <Amount cents={amountCents} size="row" />
            <strong>{t(`paid.standing.${standing}`)}</strong>
          </li>
        );
      })}
      {more === 0 ? null : <li>{t('paid.more', { count: more })}</li>}
      {done === 0 ? null : <li>{t('paid.rest', { count: done })}</li>}
    </ul>
  );
}

function serviceWords(service: ServiceStanding, t: TFunction): string {
  return service.state === 'back'
    ? t('paid.service.back')
    : t('paid.service.returning', { count: service.withinHours });
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
