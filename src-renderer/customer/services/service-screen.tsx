import { CircleSlash, HandCoins, Handshake, Lock } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Houses } from '../../ui/illustrations/houses.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './service-screen.module.css';

type Props = ScreenProps<'service'>;

/** One service; of a blocked one also why, and the ways to have it back. */
export function ServiceScreen({ screen }: Props): ReactElement {
  const { blocked } = screen.service;
  return (
    <ScreenFrame
      layout={blocked ? 'halves' : 'wide'}
      back
      middle={
        <div className={styles.middle}>
          <Facts screen={screen} />
          {blocked ? null : (
            <div className={styles.picture}>
              <Houses />
            </div>
          )}
        </div>
      }
      {...(blocked && { touch: <WaysBack screen={screen} /> })}
    />
  );
}

function Facts({ screen: { service } }: Props): ReactElement {
  const { t } = useTranslation();
  const rows = [
    { label: t('service.company'), text: service.company },
    { label: t('service.address'), text: service.address },
    { label: t('service.plan'), text: service.plan },
    { label: t('service.situation'), text: service.situation },
  ];
  return (
    <section className={styles.facts}>
      <Heading title={service.name} />
      <dl className={styles.rows}>
        {rows.map(({ label, text }) =>
          text === undefined ? null : (
            <div key={label} className={styles.row}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function WaysBack({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { owed, unlock } = screen;
  const payable = owed !== undefined && owed.count > 0;
  return (
    <div className={styles.ways}>
      <div className={styles.why} role="status">
        <p className={styles.blocked}>
          <Lock className={styles.icon} aria-hidden="true" />
          {t('service.blocked')}
        </p>
        <Owed screen={screen} />
      </div>
      {payable ? (
        <Button
          intent={{ type: 'pay-owed' }}
          testId="action-pay-owed"
          look="primary"
          icon={HandCoins}
          hint={t('service.payHint')}
        >
          {t('service.pay')}
        </Button>
      ) : null}
      {unlock === 'offered' ? (
        <Button
          intent={{ type: 'ask-unlock' }}
          testId="action-ask-unlock"
          look={payable ? 'secondary' : 'primary'}
          icon={Handshake}
          hint={t('service.unlockHint')}
        >
          {t('service.unlock')}
        </Button>
      ) : (
        <NoUnlock screen={screen} />
      )}
    </div>
  );
}

function Owed({ screen: { owed } }: Props): ReactElement {
  const { t } = useTranslation();
  if (owed === undefined) return <p>{t('service.owedUnknown')}</p>;
  if (owed.count === 0) return <p>{t('service.nothingOwed')}</p>;
  return (
    <p className={styles.owed} data-testid="owed">
      {t(owed.overdue ? 'service.owedOverdue' : 'service.owedOpen', { count: owed.count })}
      <Amount cents={owed.totalCents} size="card" />
    </p>
  );
}

function NoUnlock({ screen: { unlock, protocol } }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (unlock === 'none' || unlock === 'offered') return null;
  return (
    <p className={styles.not} data-testid={`no-unlock-${unlock}`}>
      <CircleSlash className={styles.icon} aria-hidden="true" />
      <span>
        <strong>{t('service.without')}</strong>
        {unlock === 'unclear'
          ? t('service.why.unclear', { protocol: protocol ?? '' })
          : t(`service.why.${unlock}`)}
      </span>
    </p>
  );
}
