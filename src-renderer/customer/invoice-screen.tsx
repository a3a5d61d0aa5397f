import { CircleSlash, FileText, Printer, QrCode } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionState, InvoiceCard, PixActionState } from '../../src-main/contract/screen.ts';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { DueDate } from '../ui/due-date.tsx';
import { Heading } from '../ui/heading.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import styles from './invoice-screen.module.css';
import { ReceiveMessage } from './messages/receive-message.tsx';
import type { ScreenProps } from './screen-props.ts';

/** One invoice and the ways to settle it. */
export function InvoiceScreen({ screen }: ScreenProps<'invoice'>): ReactElement {
  const { t } = useTranslation();
  const { invoice, pix, slip, boleto, message } = screen;
  const outcome = boleto.offered ? 'ways' : outcomeOf(pix, slip);
  return (
    <ScreenFrame
      step="pay"
      layout="halves"
      back
      middle={
        <div className={`${styles.middle} ${message === undefined ? '' : styles.withMessage}`}>
          <Bill invoice={invoice} />
        </div>
      }
      touch={
        <div className={`${styles.ways} ${message === undefined ? '' : styles.withMessage}`}>
          <Heading title={t(`invoice.title.${outcome}`)} />
          <PixWay screen={screen} />
          <SlipWay screen={screen} />
          {boleto.offered ? (
            <Button
              intent={{ type: 'show-boleto' }}
              testId="action-show-boleto"
              look="secondary"
              icon={FileText}
              hint={t(boleto.onA4 ? 'invoice.showBoletoA4Hint' : 'invoice.showBoletoHint')}
            >
              {t('invoice.showBoleto')}
            </Button>
          ) : null}
          {outcome === 'none' ? (
            <p className={styles.neither} role="status" data-testid="neither-offered">
              {t('invoice.neither')}
            </p>
          ) : null}
        </div>
      }
      primary={
        message === undefined ? undefined : (
          <ReceiveMessage content={message} hint={t(`message.receiveHint.${message}`)} />
        )
      }
    />
  );
}

function PixWay({ screen: { pix, withoutReceipt } }: ScreenProps<'invoice'>): ReactElement {
  const { t } = useTranslation();
  if (!pix.offered) {
    return (
      <NotOffered
        title={t('invoice.withoutPix')}
        reason={t(`invoice.pix.${pix.reason}`)}
        testId="pix-not-offered"
      />
    );
  }
  return (
    <Button
      intent={{ type: 'pay-pix' }}
      testId="action-pay-pix"
      look="primary"
      icon={QrCode}
      hint={t(withoutReceipt ? 'invoice.payPixWithoutReceipt' : 'invoice.payPixHint')}
    >
      {t('invoice.payPix')}
    </Button>
  );
}

/** Nothing where the boleto comes out on A4 instead. */
function SlipWay({
  screen: { pix, slip, slipContents, boleto },
}: ScreenProps<'invoice'>): ReactElement | null {
  const { t } = useTranslation();
  if (slip.offered) {
    return (
      <Button
        intent={{ type: 'print-slip' }}
        testId="action-print-slip"
        look={pix.offered ? 'secondary' : 'primary'}
        icon={Printer}
        hint={t(`invoice.printSlipHint.${slipContents}`)}
      >
        {t(`invoice.printSlip.${slipContents}`)}
      </Button>
    );
  }
  if (boleto.onA4 && boleto.offered) return null;
  return (
    <NotOffered
      title={t('invoice.withoutSlip')}
      reason={t(`invoice.slip.${slip.reason}`)}
      testId="slip-not-offered"
    />
  );
}

function Bill({ invoice }: { readonly invoice: InvoiceCard }): ReactElement {
  const { t } = useTranslation();
  const rows = [
    { label: t('amounts.original'), cents: invoice.originalCents },
    { label: t('amounts.interest'), cents: invoice.interestCents },
    { label: t('amounts.fine'), cents: invoice.fineCents },
    { label: t('amounts.discount'), cents: -invoice.discountCents },
  ].filter((row, index) => index === 0 || row.cents !== 0);
  return (
    <section className={styles.bill}>
      <p className={styles.description}>{invoice.description}</p>
      <DueDate invoice={invoice} />
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <dt>{row.label}</dt>
            <dd>
              <Amount cents={row.cents} size="row" />
            </dd>
          </div>
        ))}
        <div className={styles.total}>
          <dt>{t('amounts.total')}</dt>
          <dd>
            <Amount cents={invoice.dueCents} size="large" testId="amount" />
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface NotOfferedProps {
  readonly title: string;
  readonly reason: string;
  readonly testId: string;
}

function NotOffered({ title, reason, testId }: NotOfferedProps): ReactElement {
  return (
    <p className={styles.not} data-testid={testId}>
      <CircleSlash className={styles.icon} aria-hidden="true" />
      <span>
        <strong>{title}</strong>
        {reason}
      </span>
    </p>
  );
}

/** Whether there is a way to pay, none, or nothing to pay at all. */
function outcomeOf(pix: PixActionState, slip: ActionState): 'ways' | 'none' | 'settled' {
  if (pix.offered || slip.offered) return 'ways';
  return pix.reason === 'nothing-to-pay' ? 'settled' : 'none';
}
