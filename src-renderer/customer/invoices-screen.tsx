import { MapPin, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
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
  return (
    <ScreenFrame
      step="invoices"
      layout={few ? 'halves' : 'wide'}
      back={canGoBack}
      middle={
        <div
          className={`${styles.middle} ${few ? '' : styles.above} ${page.total > 1 ? styles.besideTurner : ''}`}
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
          <ul className={`${styles.list} ${few ? '' : styles.many} ${page.total > 1 ? styles.paged : ''}`}>
            {page.items.map((invoice) => (
              <li key={invoice.id}>
                <InvoiceSummary invoice={invoice} inactive={busy} roomy={few} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
    />
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
    />
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
