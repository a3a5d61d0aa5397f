import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyCard } from '../../../src-main/contract/second-copies-screen.ts';
import { formatDate } from '../../i18n/format.ts';
import { Amount } from '../../ui/amount.tsx';
import cards from '../../ui/card-button.module.css';
import { Bill } from '../../ui/illustrations/bill.tsx';
import { IntentButton } from '../../ui/intent-button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { ListScreen } from '../list-screen.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { Unread } from '../unread.tsx';
import { copyTitle } from './copy-title.ts';
import styles from './second-copies.module.css';

/** The fiscal notes, or the yearly declarations, of this customer. */
export function CopiesScreen({ screen }: ScreenProps<'copies'>): ReactElement {
  const { t } = useTranslation();
  const { copies, paper, unreadable } = screen;
  if (copies.length === 0) return <NoCopies screen={screen} />;
  return (
    <ListScreen
      title={t(`secondCopies.kind.${paper}`)}
      lead={t('copies.lead')}
      unreadable={unreadable}
      picture={<Bill mark="check" />}
      items={copies}
      draw={(copy) => <Copy copy={copy} />}
      styles={styles}
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
