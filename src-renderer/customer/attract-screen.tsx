import { ArrowRight, Clock, FileSearch, Phone, TriangleAlert, UserPlus } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../src-main/contract/screen.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Heading } from '../ui/heading.tsx';
import { PaperOut } from '../ui/illustrations/paper-out.tsx';
import { PhoneOverQr } from '../ui/illustrations/phone-over-qr.tsx';
import { TypingHand } from '../ui/illustrations/typing-hand.tsx';
import { IntentButton } from '../ui/intent-button.tsx';
import { LanguageRow } from '../ui/language-row.tsx';
import { TimeOfDay } from '../ui/time-of-day.tsx';
import { useVisit } from '../visit-context.ts';
import styles from './attract-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

/** Invites whoever passes by, tells what one can do here and honestly what does not work today. */
export function AttractScreen({ screen }: ScreenProps<'attract'>): ReactElement {
  const { t } = useTranslation();
  const { brand } = useVisit().view;
  const closed = screen.notices.includes('closed');
  useEnterToStart(!closed);
  return (
    <div className={styles.attract} data-testid="screen-attract">
      <header className={styles.header}>
        <BrandMark />
        <TimeOfDay timeZone={screen.timeZone} />
      </header>
      <main className={styles.poster}>
        <div className={styles.drift}>
          <Heading className={styles.heading} title={t('attract.title')} lead={t('attract.lead')} />
          <ul className={styles.offers}>
            <li className={styles.offer}>
              <TypingHand />
              <span>{t('attract.see')}</span>
            </li>
            {screen.hidden?.includes('pix') ? null : (
              <li className={styles.offer}>
                <PhoneOverQr />
                <span>{t('attract.pix')}</span>
              </li>
            )}
            {screen.hidden?.includes('slip') ? null : (
              <li className={styles.offer}>
                <PaperOut />
                <span>{t('attract.slip')}</span>
              </li>
            )}
          </ul>
        </div>
        <div className={styles.action}>
          {closed ? <Closed screen={screen} /> : <Beginning screen={screen} />}
          <LanguageRow />
          {brand.supportPhone === undefined ? null : (
            <p className={styles.support} data-testid="support-phone">
              <Phone className={styles.phone} aria-hidden="true" />
              {t('common.support', { phone: brand.supportPhone })}
            </p>
          )}
        </div>
      </main>
    </div>
  );
}

/** The way in, with what does not work today. */
function Beginning({ screen: { notices, offersJoin } }: ScreenProps<'attract'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {noticeKeys(notices).map((notice) => (
        <p key={notice} className={styles.notice} role="status" data-testid={`notice-${notice}`}>
          <TriangleAlert className={styles.noticeIcon} aria-hidden="true" />
          {t(`attract.notice.${notice}`)}
        </p>
      ))}
      <div className={`${styles.ways} ${offersJoin === true ? styles.several : ''}`}>
        <IntentButton intent={{ type: 'start' }} testId="action-start" className={styles.start}>
          {t('attract.start')}
          <span className={styles.arrow}>
            <ArrowRight aria-hidden="true" />
          </span>
        </IntentButton>
        {offersJoin === true ? <JoinOffers /> : null}
      </div>
    </>
  );
}

/** For whoever is no customer yet, and for whoever asked to be one here. */
function JoinOffers(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <IntentButton intent={{ type: 'join' }} testId="action-join" className={styles.other}>
        <UserPlus className={styles.otherIcon} aria-hidden="true" />
        {t('join.enter')}
      </IntentButton>
      <IntentButton intent={{ type: 'ask-progress' }} testId="action-ask-progress" className={styles.other}>
        <FileSearch className={styles.otherIcon} aria-hidden="true" />
        {t('join.askProgress')}
      </IntentButton>
    </>
  );
}

/** Nothing else matters while nobody can begin. */
function Closed({ screen }: ScreenProps<'attract'>): ReactElement {
  const { t } = useTranslation();
  const { opensAt: time = '', opensOn } = screen;
  return (
    <p className={styles.notice} role="status" data-testid="notice-closed">
      <Clock className={styles.noticeIcon} aria-hidden="true" />
      {opensOn === undefined
        ? t('attract.closed.today', { time })
        : t('attract.closed.later', { time, day: t(`attract.closed.day.${opensOn}`) })}
    </p>
  );
}

type NoticeKey = Exclude<Notice, 'closed'> | 'printer-and-pix';

/** One advice must not send the customer to what another notice says is broken. */
function noticeKeys(all: readonly Notice[]): readonly NoticeKey[] {
  const notices = all.filter((notice) => notice !== 'closed');
  if (notices.includes('erp-unavailable')) return ['erp-unavailable'];
  if (notices.includes('printer-unavailable') && notices.includes('pix-unavailable')) {
    return ['printer-and-pix'];
  }
  return notices;
}

/** Someone at a keyboard begins with Enter, without having to find the button first. */
function useEnterToStart(mayStart: boolean): void {
  const { send } = useVisit();
  useEffect(() => {
    if (!mayStart) return;
    const handleKey = (event: KeyboardEvent): void => {
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (event.key === 'Enter' && !event.repeat && !onButton) send({ type: 'start' });
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [send, mayStart]);
}
