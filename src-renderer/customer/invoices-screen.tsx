import { ListChecks, MapPin, ReceiptText, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Bill } from '../ui/illustrations/bill.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Scene } from '../ui/scene.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Statement } from '../ui/statement.tsx';
import { usePages } from '../ui/use-pages.ts';
import { Waiting } from '../ui/waiting.tsx';
import { InvoiceSummary } from './invoice-summary.tsx';
import styles from './invoices-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

type Props = ScreenProps<'invoices'>;

const invoicesPerPage = 4;

/** So few that there is room for a drawing. */
const fewInvoices = 2;

/** The open invoices in the order in which main sends them. */
export function InvoicesScreen({ screen }: Props): ReactElement {
  if (screen.invoices.length > 0) return <InvoiceList screen={screen} />;
  return screen.busy ? <LoadingInvoices screen={screen} /> : <NoInvoices screen={screen} />;
}

function InvoiceList({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { customerName, contractLabel, invoices, canGoBack, busy } = screen;
  const page = usePages(invoices, invoicesPerPage);
  const few = invoices.length <= fewInvoices;
  const crowded = page.total > 1 && (screen.hasReceipts || screen.offersSeveral);
  return (
    <ScreenFrame
      step="invoices"
      layout={few ? 'halves' : 'wide'}
      back={canGoBack}
      middle={
        <div
          className={`${styles.middle} ${few ? '' : styles.above} ${page.total > 1 ? styles.besideTurner : ''} ${crowded ? styles.aboveCrowded : ''}`}
        >
          <Heading
            className={few ? undefined : styles.heading}
            title={t('invoices.title', { name: customerName })}
            lead={busy ? <Updating /> : t('invoices.lead', { count: invoices.length })}
          />
          <Contract label={contractLabel} />
          <Unreadable companies={screen.unreadable} />
          {few && screen.unreadable === undefined ? (
            <Scene>
              <Bill mark="amount" />
            </Scene>
          ) : null}
        </div>
      }
      touch={
        <>
          <ul
            className={`${styles.list} ${few ? '' : styles.many} ${page.total > 1 ? styles.paged : ''} ${crowded ? styles.crowded : ''}`}
          >
            {page.items.map((invoice) => (
              <li key={invoice.id}>
                <InvoiceSummary invoice={invoice} inactive={busy} roomy={few} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
      primary={screen.hasReceipts || screen.offersSeveral ? <Doors screen={screen} /> : undefined}
    />
  );
}

/** What else there is beside the invoices themselves. */
function Doors({ screen }: Props): ReactElement {
  const { hasReceipts, offersSeveral } = screen;
  if (!offersSeveral) return <PastReceipts />;
  if (!hasReceipts) return <SeveralTogether />;
  return (
    <div className={styles.doors}>
      <SeveralTogether short />
      <PastReceipts short />
    </div>
  );
}

interface DoorProps {
  /** One of two side by side. */
  readonly short?: boolean;
}

/** The way to where invoices are ticked. */
function SeveralTogether({ short = false }: DoorProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'show-several' }}
      testId="action-show-several"
      look="secondary"
      icon={ListChecks}
      {...(!short && { hint: t('invoices.severalHint') })}
    >
      {t('invoices.several')}
    </Button>
  );
}

function LoadingInvoices({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="invoices"
      layout="wide"
      back={screen.canGoBack}
      middle={
        <Waiting
          title={t('invoices.loadingTitle')}
          lead={t('invoices.loadingLead')}
          picture={<Bill mark="amount" />}
        >
          <Contract label={screen.contractLabel} />
        </Waiting>
      }
    />
  );
}

function NoInvoices({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      step="invoices"
      layout="wide"
      back={screen.canGoBack}
      middle={
        <Statement
          picture={<Bill mark="check" />}
          title={t('invoices.emptyTitle')}
          lead={t('invoices.emptyLead')}
        >
          <Contract label={screen.contractLabel} />
          <Unreadable companies={screen.unreadable} />
        </Statement>
      }
      primary={screen.hasReceipts ? <PastReceipts /> : undefined}
    />
  );
}

/** The way to the receipts of what was paid here before. */
function PastReceipts({ short = false }: DoorProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Button
      intent={{ type: 'show-receipts' }}
      testId="action-show-receipts"
      look="secondary"
      icon={ReceiptText}
      {...(!short && { hint: t('invoices.receiptsHint') })}
    >
      {t('invoices.receipts')}
    </Button>
  );
}

function Contract({ label }: { readonly label: string | undefined }): ReactElement | null {
  if (label === undefined) return null;
  return (
    <p className={styles.contract} data-testid="contract-label">
      <MapPin className={styles.pin} aria-hidden="true" />
      <span>{label}</span>
    </p>
  );
}

/** Nobody shall take a part of what they owe for all of it. */
function Unreadable({
  companies,
}: {
  readonly companies: readonly string[] | undefined;
}): ReactElement | null {
  const { t } = useTranslation();
  if (companies === undefined) return null;
  return (
    <p className={styles.unreadable} role="status" data-testid="unreadable">
      <TriangleAlert className={styles.caution} aria-hidden="true" />
      <span>{t('invoices.unreadable', { companies: companies.join(', ') })}</span>
    </p>
  );
}

function Updating(): ReactElement {
  const { t } = useTranslation();
  return (
    <span role="status" data-testid="updating">
      <Spinner /> {t('invoices.updating')}
    </span>
  );
}
