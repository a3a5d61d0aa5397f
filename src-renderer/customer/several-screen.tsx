import { Check, ListChecks, ListX, QrCode, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TickCard } from '../../src-main/contract/screen.ts';
import { formatBrl } from '../i18n/format.ts';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card-button.module.css';
import { DueDate } from '../ui/due-date.tsx';
import { Heading } from '../ui/heading.tsx';
import { IntentButton } from '../ui/intent-button.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { usePages } from '../ui/use-pages.ts';
import type { ScreenProps } from './screen-props.ts';
import styles from './several-screen.module.css';

type Props = ScreenProps<'several'>;

const invoicesPerPage = 4;

/** Ticks the invoices that are to be paid in one PIX; the sum stands on the button that pays it. */
export function SeveralScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { invoices, count, totalCents, allTicked } = screen;
  const page = usePages(invoices, invoicesPerPage);
  return (
    <ScreenFrame
      step="invoices"
      layout="wide"
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading className={styles.heading} title={t('several.title')} lead={t('several.lead')} />
          <News screen={screen} />
          <output className="visually-hidden" data-testid="several-sum">
            {t('several.sum', { count, amount: formatBrl(totalCents) })}
          </output>
        </div>
      }
      touch={
        <>
          <ul className={`${styles.list} ${page.total > 1 ? styles.paged : ''}`}>
            {page.items.map((invoice) => (
              <li key={invoice.id}>
                <Tick invoice={invoice} />
              </li>
            ))}
          </ul>
          <Button
            intent={{ type: allTicked ? 'tick-none' : 'tick-all' }}
            testId={allTicked ? 'action-tick-none' : 'action-tick-all'}
            look="secondary"
            icon={allTicked ? ListX : ListChecks}
          >
            {t(allTicked ? 'several.none' : 'several.all')}
          </Button>
          <PageTurner page={page} />
        </>
      }
      primary={<Pay screen={screen} />}
    />
  );
}

/** One invoice, all of it one box to tick. */
function Tick({ invoice }: { readonly invoice: TickCard }): ReactElement {
  const { t } = useTranslation();
  const { id, description, dueCents, ticked, hindrance, changed } = invoice;
  return (
    <IntentButton
      intent={{ type: 'tick-invoice', invoiceId: id }}
      testId={`tick-${id}`}
      className={`${cards.card} ${styles.card} ${ticked ? styles.ticked : ''}`}
      inactive={hindrance !== undefined}
      checked={ticked}
    >
      <span className={styles.box}>
        {ticked ? <Check className={styles.check} aria-hidden="true" /> : null}
      </span>
      <span className={styles.words}>
        <span className={styles.top}>
          <span className={styles.description}>{description}</span>
          {changed ? (
            <span className={styles.changed} data-testid={`changed-${id}`}>
              <TriangleAlert className={styles.icon} aria-hidden="true" />
              {t('several.changed')}
            </span>
          ) : null}
        </span>
        <span className={styles.terms}>
          {hindrance === undefined ? (
            <DueDate invoice={invoice} />
          ) : (
            <span className={styles.hindrance} data-testid={`hindrance-${hindrance}`}>
              {t(`several.hindrance.${hindrance}`)}
            </span>
          )}
          <span className={styles.amount}>
            <Amount cents={dueCents} size="card" />
          </span>
        </span>
      </span>
    </IntentButton>
  );
}

/** What turned out otherwise when the customer wanted to pay. */
function News({ screen }: Props): ReactElement | null {
  const { t } = useTranslation();
  const { invoices, settled = [] } = screen;
  const changed = invoices.filter((invoice) => invoice.changed === true).length;
  if (changed === 0 && settled.length === 0) return null;
  return (
    <p className={styles.news} role="alert" data-testid="several-news">
      <TriangleAlert className={styles.caution} aria-hidden="true" />
      <span>
        {changed === 0 ? null : t('several.amountsChanged', { count: changed })}{' '}
        {settled.length === 0
          ? null
          : t('several.settled', { count: settled.length, names: settled.join(', ') })}
      </span>
    </p>
  );
}

function Pay({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { count, totalCents, pix, withoutReceipt } = screen;
  const hint = withoutReceipt ? t('invoice.payPixWithoutReceipt') : t('several.payHint');
  return (
    <div className={styles.pay}>
      <Button
        intent={{ type: 'pay-pix' }}
        testId="action-pay-pix"
        look="primary"
        icon={QrCode}
        inactive={!pix.offered}
        hint={pix.offered ? hint : t(`several.pix.${pix.reason}`)}
      >
        {t('several.pay', { count, amount: formatBrl(totalCents) })}
      </Button>
    </div>
  );
}
