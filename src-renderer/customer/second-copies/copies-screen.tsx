import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyCard } from '../../../src-main/contract/second-copies-screen.ts';
import { formatDate } from '../../i18n/format.ts';
import { Amount } from '../../ui/amount.tsx';
import cards from '../../ui/card-button.module.css';
import { Heading } from '../../ui/heading.tsx';
import { Bill } from '../../ui/illustrations/bill.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { Scene } from '../../ui/scene.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { usePages } from '../../ui/use-pages.ts';
import type { ScreenProps } from '../screen-props.ts';
import { Unread } from '../unread.tsx';
import { copyTitle } from './copy-title.ts';
import styles from './second-copies.module.css';

const copiesPerPage = 4;

/** So few that there is room for a drawing. */
const fewCopies = 2;

/** The fiscal notes, or the yearly declarations, of this customer. */
export function CopiesScreen({ screen }: ScreenProps<'copies'>): ReactElement {
  const { t } = useTranslation();
  const { copies, paper, unreadable } = screen;
  const page = usePages(copies, copiesPerPage);
  if (copies.length === 0) return <NoCopies screen={screen} />;
  const few = copies.length <= fewCopies;
  return (
    <ScreenFrame
      layout={few ? 'halves' : 'wide'}
      back
      middle={
        <div className={`${styles.middle} ${page.total > 1 ? styles.besideTurner : ''}`}>
          <Heading
            title={t(`secondCopies.kind.${paper}`)}
            lead={unreadable === undefined ? t('copies.lead') : undefined}
          />
          <Unread companies={unreadable} />
          {few && unreadable === undefined ? (
            <Scene>
              <Bill mark="check" />
            </Scene>
          ) : null}
        </div>
      }
      touch={
        <>
          <ul className={`${styles.list} ${few ? '' : styles.many} ${page.total > 1 ? styles.paged : ''}`}>
            {page.items.map((copy) => (
              <li key={copy.id}>
                <Copy copy={copy} />
              </li>
            ))}
          </ul>
          <PageTurner page={page} />
        </>
      }
    />
  );
}

function Copy({ copy }: { readonly copy: CopyCard }): ReactElement {
  const { t } = useTranslation();
  const { id, date, amountCents, companyName } = copy;
  return (
    <IntentButton
      intent={{ type: 'choose-copy', copyId: id }}
      testId={`copy-${id}`}
      className={`${cards.card} ${styles.card}`}
    >
      <span className={styles.row}>
        <span className={styles.title}>{copyTitle(copy, t)}</span>
        <ChevronRight className={styles.arrow} aria-hidden="true" />
      </span>
      <span className={`${styles.row} ${styles.facts}`}>
        <span className={styles.about}>
          {[date === undefined ? undefined : formatDate(date), companyName].filter(Boolean).join(' · ')}
        </span>
        {amountCents === undefined ? null : <Amount cents={amountCents} size="card" />}
      </span>
    </IntentButton>
  );
}

function NoCopies({ screen }: ScreenProps<'copies'>): ReactElement {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        <Statement
          picture={<Bill mark="check" />}
          title={t(`copies.none.${screen.paper}`)}
          lead={t('copies.noneLead')}
        >
          <Unread companies={screen.unreadable} />
        </Statement>
      }
    />
  );
}
