import { Check, Hourglass, Printer } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type StatementLine,
  type StatementMonths,
  statementMonths,
} from '../../../src-main/contract/second-copies-screen.ts';
import { formatBrl, formatDate } from '../../i18n/format.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { Message } from '../../ui/message.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { usePages } from '../../ui/use-pages.ts';
import type { ScreenProps } from '../screen-props.ts';
import { Unread } from '../unread.tsx';
import styles from './second-copies.module.css';

const linesPerPage = 4;

/** What was owed and paid in the last months. */
export function StatementScreen({ screen }: ScreenProps<'statement'>): ReactElement {
  const { t } = useTranslation();
  const { lines, months, slip, unreadable } = screen;
  const page = usePages(lines, linesPerPage);
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading
            className={styles.heading}
            title={t('secondCopies.kind.statement')}
            lead={unreadable === undefined ? <Totals screen={screen} /> : undefined}
          />
          <Unread companies={unreadable} />
        </div>
      }
      touch={
        <div className={styles.statement}>
          <Months chosen={months} />
          {lines.length === 0 ? (
            <p className={styles.nothing} role="status" data-testid="statement-empty">
              {t('statement.none')}
            </p>
          ) : (
            <ul className={`${styles.lines} ${page.total > 1 ? styles.pagedLines : ''}`}>
              {page.items.map((line) => (
                <li key={line.id}>
                  <Line line={line} />
                </li>
              ))}
            </ul>
          )}
          <PageTurner page={page} />
        </div>
      }
      primary={
        slip.offered ? (
          <Button intent={{ type: 'print-copy' }} testId="action-print-copy" look="primary" icon={Printer}>
            {t('statement.print')}
          </Button>
        ) : slip.reason === 'too-long' ? (
          <Message tone="info" testId="statement-too-long">
            {t('statement.tooLong')}
          </Message>
        ) : undefined
      }
    />
  );
}

/** Only of a whole statement: of a part they would mislead. */
function Totals({ screen: { paidCents, openCents } }: ScreenProps<'statement'>): ReactElement {
  const { t } = useTranslation();
  return <>{t('statement.totals', { paid: formatBrl(paidCents), open: formatBrl(openCents) })}</>;
}

/** How far back, at a touch. */
function Months({ chosen }: { readonly chosen: StatementMonths }): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.months} aria-label={t('statement.period')}>
      {statementMonths.map((months) => (
        <IntentButton
          key={months}
          intent={{ type: 'choose-months', months }}
          testId={`months-${months}`}
          className={`${styles.month} ${months === chosen ? styles.chosen : ''}`}
          chosen={months === chosen}
        >
          {months === 0 ? t('statement.all') : t('statement.months', { count: months })}
        </IntentButton>
      ))}
    </fieldset>
  );
}

function Line({ line }: { readonly line: StatementLine }): ReactElement {
  const { t } = useTranslation();
  const { description, dueDate, amountCents, paid, companyName } = line;
  const due = dueDate === undefined ? undefined : t('statement.due', { date: formatDate(dueDate) });
  const when = paid ? t('statement.paidOn', { date: formatDate(paid.on) }) : due;
  return (
    <article className={styles.line}>
      <span className={styles.row}>
        <span className={styles.title}>{description}</span>
        {amountCents === undefined ? null : <Amount cents={amountCents} size="row" />}
      </span>
      <span className={`${styles.row} ${styles.facts}`}>
        <span className={styles.about}>{[when, companyName].filter(Boolean).join(' · ')}</span>
        <span className={paid ? styles.paid : styles.open}>
          {paid ? (
            <Check className={styles.icon} aria-hidden="true" />
          ) : (
            <Hourglass className={styles.icon} aria-hidden="true" />
          )}
          {t(paid ? 'statement.paid' : 'statement.open')}
        </span>
      </span>
    </article>
  );
}
