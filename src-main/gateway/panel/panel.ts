import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clock.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import { type CustomerBook, type OpenAccount, openAccount } from '../customer-book.ts';
import type { VisitHistory } from '../visit-history.ts';
import type { Who } from '../who.ts';
import type { Answer } from '../wire/answer.ts';
import { type PanelContent, panelPage } from './panel-page.ts';

export interface PanelParts {
  readonly customers: CustomerBook;
  readonly visits: VisitHistory;
  readonly clock: Pick<Clock, 'wallTime'>;
  /** IANA name. */
  readonly timeZone: string;
  readonly companyName: string;
  readonly framedBy: readonly string[];
}

export interface Panel {
  show(who: Who): Promise<Answer>;
  /** What the address of a panel says that is no more. */
  expired(): Answer;
}

const MOST_VISITS = 5;

/** The page that the chat platform shows beside a conversation. */
export function createPanel(parts: PanelParts): Panel {
  const { customers, visits, clock, timeZone, companyName, framedBy } = parts;
  const page = (content: Partial<PanelContent>): Answer => {
    const now = clock.wallTime();
    const today = calendarDateAt(now, timeZone);
    return panelPage({ ...content, now, today, timeZone, companyName, framedBy });
  };
  return {
    async show(who) {
      if (who.kind === 'nobody') return page({ note: who.reason });
      const { document, by } = who;
      const account = await openAccount(customers, document);
      return page({ document, by, ...shownOf(account), visits: visits.lastVisits(document, MOST_VISITS) });
    },
    expired: () => page({ note: 'expired' }),
  };
}

function shownOf(account: Result<OpenAccount | undefined, RemoteFailure>): Partial<PanelContent> {
  if (!account.ok) return { note: 'unavailable' };
  return account.value ? { account: account.value } : { note: 'unknown' };
}
