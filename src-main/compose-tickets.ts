import { createContentMark } from './attendance/content-mark.ts';
import { ErpMyData } from './attendance/my-data/erp-my-data.ts';
import { ErpTickets } from './attendance/tickets/erp-tickets.ts';
import type { VisitParts } from './attendance/visit-parts.ts';
import type { ContactGuard } from './domain/contact-guard.ts';
import type { ErpCare } from './erp/erp-care.ts';
import type { Log } from './logging/log.ts';
import type { Requests } from './requests/request.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { VisitRecords } from './storage/visit-records.ts';

interface TicketParts {
  readonly settings: Settings;
  readonly care: ErpCare;
  readonly requests: Pick<Requests, 'perform'>;
  readonly contactGuard: ContactGuard;
  readonly visits: VisitRecords;
  readonly log: Log;
}

/** Tickets and contact data, where the settings offer them. */
export function createTickets(parts: TicketParts): Pick<VisitParts, 'tickets' | 'myData'> {
  const { settings, care: erps, requests, contactGuard: guard, visits, log } = parts;
  const { services, tickets } = settings.visit;
  const markOf = createContentMark();
  const { pendingTexts, ...rules } = tickets;
  const fixed = new Map(settings.erps.map((erp) => [erp.id, erp.tickets]));
  return {
    ...(services.tickets && {
      tickets: { desk: new ErpTickets({ erps, fixed, pendingTexts, requests, markOf, log }), rules },
    }),
    ...(offersMyData(settings) && {
      myData: new ErpMyData({
        erps,
        guard,
        requests,
        markOf,
        keepContact: (visitId, change) => visits.changeContact(visitId, change),
      }),
    }),
  };
}

/** A document alone proves nobody: whether it is enough for somebody's contact data is the technician's word. */
function offersMyData({ visit }: Settings): boolean {
  return visit.services.myData && (visit.secondFactor !== 'none' || visit.myData.withoutSecondFactor);
}
