import { Eye, Printer } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { copyTitle } from './copy-title.ts';
import styles from './second-copies.module.css';

/** One paper, and what can be done with it. */
export function CopyScreen({ screen }: ScreenProps<'copy'>): ReactElement {
  const { t } = useTranslation();
  const { copy, paper, canShow, slip, hasAddress } = screen;
  return (
    <ScreenFrame
      layout="halves"
      back
      middle={
        <section className={styles.paper}>
          <p className={styles.title}>{copyTitle(copy, t)}</p>
          <Facts screen={screen} />
        </section>
      }
      touch={
        <div className={styles.ways}>
          <Heading title={t(`copy.title.${paper}`)} />
          {canShow ? (
            <Button intent={{ type: 'show-copy' }} testId="action-show-copy" look="primary" icon={Eye}>
              {t('copy.show')}
            </Button>
          ) : null}
          {slip.offered ? (
            <Button
              intent={{ type: 'print-copy' }}
              testId="action-print-copy"
              look={canShow ? 'secondary' : 'primary'}
              icon={Printer}
              hint={t(hasAddress ? 'copy.printHint' : 'copy.printPlainHint')}
            >
              {t('copy.print')}
            </Button>
          ) : (
            <Message tone="info" testId="slip-not-offered">
              {t(slip.reason === 'printer' ? 'copy.noPaper' : 'copy.noPrinter')}
            </Message>
          )}
        </div>
      }
    />
  );
}

function Facts({ screen: { copy } }: ScreenProps<'copy'>): ReactElement {
  const { t } = useTranslation();
  const { date, protocol, companyName, amountCents } = copy;
  const rows = [
    { label: t('copy.postedOn'), value: date === undefined ? undefined : formatDate(date) },
    { label: t('copy.company'), value: companyName },
    { label: t('copy.protocol'), value: protocol },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {amountCents === undefined ? null : (
        <div className={styles.fact}>
          <dt>{t('copy.amount')}</dt>
          <dd>
            <Amount cents={amountCents} size="card" />
          </dd>
        </div>
      )}
    </dl>
  );
}
