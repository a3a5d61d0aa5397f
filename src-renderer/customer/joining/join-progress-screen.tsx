import { ArrowRight, BadgeCheck, CircleX, Hourglass, SearchX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinProgress } from '../../../src-main/contract/join-screen.ts';
import { formatDate } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { PageTurner } from '../../ui/page-turner.tsx';
import { ScreenFrame } from '../../ui/screen-frame.tsx';
import { Statement } from '../../ui/statement.tsx';
import { usePages } from '../../ui/use-pages.ts';
import type { ScreenProps } from '../screen-props.ts';
import styles from './joining.module.css';

const perPage = 2;

/** How far each request has come. */
export function JoinProgressScreen({ screen }: ScreenProps<'join-progress'>): ReactElement {
  const { t } = useTranslation();
  const { requests } = screen;
  const page = usePages(requests, perPage);
  return (
    <ScreenFrame
      layout="wide"
      back
      middle={
        requests.length === 0 ? (
          <Statement
            icon={SearchX}
            tone="caution"
            title={t('join.progress.none.title')}
            lead={t('join.progress.none.lead')}
          />
        ) : (
          <div className={`${styles.middle} ${page.total > 1 ? styles.aboveTurner : ''}`}>
            <Heading title={t('join.progress.title', { count: requests.length })} />
            <ul className={styles.requests}>
              {page.items.map((request) => (
                <li
                  key={request.protocol}
                  className={styles.request}
                  data-testid={`request-${request.protocol}`}
                >
                  <Request request={request} />
                </li>
              ))}
            </ul>
          </div>
        )
      }
      touch={<PageTurner page={page} />}
      primary={
        <Button intent={{ type: 'done' }} testId="action-done" look="primary" icon={ArrowRight} iconAfter>
          {t('common.continue')}
        </Button>
      }
    />
  );
}

const icons = { waiting: Hourglass, approved: BadgeCheck, refused: CircleX } as const;

function Request({ request }: { readonly request: JoinProgress }): ReactElement {
  const { t } = useTranslation();
  const { kind, madeOn, protocol, state, status, meaning = 'waiting', reason, companyName } = request;
  const Icon = icons[meaning];
  return (
    <>
      <p className={styles.label}>
        {t('join.progress.madeOn', {
          kind: t(`join.progress.kind.${kind}`),
          date: formatDate(madeOn),
          protocol,
        })}
      </p>
      <p className={styles.meaning}>
        <Icon className={styles.onwards} aria-hidden="true" />
        {state === 'asked' ? t(`join.progress.meaning.${meaning}`) : t(`join.progress.state.${state}`)}
      </p>
      {status === undefined ? null : <p>{t('join.progress.inWords', { status })}</p>}
      {reason === undefined ? null : <p>{t('join.progress.reason', { reason })}</p>}
      <p className={styles.label}>{companyName}</p>
    </>
  );
}
