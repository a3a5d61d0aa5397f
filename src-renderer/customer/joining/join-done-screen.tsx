import { ArrowRight, BadgeCheck, Hourglass, RotateCcw, TriangleAlert, UserRoundCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import type { ScreenProps } from '../screen-props.ts';
import styles from './joining.module.css';

type Props = ScreenProps<'join-done'>;

const icons = {
  done: BadgeCheck,
  unclear: Hourglass,
  refused: TriangleAlert,
  'not-sent': TriangleAlert,
  already: BadgeCheck,
  held: TriangleAlert,
  customer: UserRoundCheck,
} as const;

/** What became of it, and the number that it goes by. */
export function JoinDoneScreen({ screen }: Props): ReactElement {
  const { t } = useTranslation();
  const { outcome, kind, protocol, remarks } = screen;
  const words = outcome === 'done' ? (`join.done.done.${kind}` as const) : (`join.done.${outcome}` as const);
  return (
    <ScreenFrame
      layout="wide"
      middle={
        <Statement
          icon={icons[outcome]}
          tone={outcome === 'done' ? 'brand' : 'caution'}
          title={t(`${words}.title`)}
          lead={t(`${words}.lead`)}
        >
          {protocol === undefined ? null : <Protocol screen={screen} number={protocol} />}
          {remarks === undefined ? null : (
            <p className={styles.said} data-testid="remarks">
              {t('join.done.said', { words: remarks })}
            </p>
          )}
        </Statement>
      }
      touch={
        outcome === 'not-sent' ? (
          <Button intent={{ type: 'retry' }} testId="action-retry" look="secondary" icon={RotateCcw}>
            {t('join.done.retry')}
          </Button>
        ) : undefined
      }
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
    />
  );
}

function Protocol({ screen, number }: Props & { readonly number: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.protocol}>
      <p className={styles.label}>{t('join.done.protocol')}</p>
      <p className={styles.number} data-testid="protocol">
        {number}
      </p>
      <p className={styles.paper} role="status" data-testid={`paper-${screen.paper}`}>
        {t(`join.done.paper.${screen.paper}`)}
      </p>
    </div>
  );
}
