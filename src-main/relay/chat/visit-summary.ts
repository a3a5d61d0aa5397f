import type { VisitRecords } from '../../storage/visit-records.ts';
import type { Delivery, RelayTarget } from '../target.ts';
import type { ChatAgent, ChatTerminal } from './chat-access.ts';
import type { ChatVariables } from './chat-variables.ts';
import { eventVariables } from './event-variables.ts';
import { fillVariables, unfilledIn } from './url-template.ts';

export interface VisitSummaryParts {
  readonly variables: ChatVariables;
  readonly visits: Pick<VisitRecords, 'wasFollowed'>;
  readonly agent: ChatAgent;
  readonly terminal: ChatTerminal;
}

/**
 * Keeps a summary of each customer's last visit in a variable of the platform, which its flows can read.
 * @param nameTemplate of the variable, with variables of events in it
 */
export function createVisitSummary(nameTemplate: string, parts: VisitSummaryParts): RelayTarget {
  const { variables, visits, agent, terminal } = parts;
  const valuesOf = ({ visit }: Delivery) =>
    visit?.contact ? eventVariables(visit, visit.contact, agent, terminal) : undefined;
  return {
    name: 'chat-summary',
    wants: (type) => type === 'visit-ended',
    concerns(delivery) {
      const values = valuesOf(delivery);
      if (!values) return { because: 'no contact: nobody was identified' };
      // The variable is of the last visit; this one waited too long.
      if (visits.wasFollowed(delivery.visit?.id ?? '')) {
        return { because: 'the customer has been here again since' };
      }
      const [missing] = unfilledIn(nameTemplate, values);
      return missing === undefined ? true : { because: `no $${missing}$ for the variable's name` };
    },
    deliver(delivery) {
      const name = fillVariables(nameTemplate, valuesOf(delivery) ?? {});
      return variables.save(name, JSON.stringify(summaryOf(delivery, terminal)));
    },
  };
}

/** Ids and amounts only: variables of the platform are open to all of the company's flows. */
export function summaryOf({ visit, history }: Delivery, terminal: ChatTerminal): Record<string, unknown> {
  const events = history.map(({ event }) => event);
  const end = events.findLast((event) => event.type === 'visit-ended');
  return {
    terminal: terminal.id,
    visit: visit?.id,
    startedAt: isoTime(visit?.startedAt),
    endedAt: isoTime(visit?.endedAt),
    reason: end?.reason,
    invoicesOpened: unique(
      events.flatMap((event) => (event.type === 'invoice-opened' ? [event.invoiceId] : [])),
    ),
    paid: events.flatMap((event) =>
      event.type === 'charge-paid' ? [{ invoiceIds: event.invoiceIds, amountCents: event.amountCents }] : [],
    ),
    boletosPrinted: unique(
      events.flatMap((event) => (event.type === 'slip-printed' ? [event.invoiceId] : [])),
    ),
    helpAsked: events.some(({ type }) => type === 'help-asked'),
    ticketsOpened: events.flatMap((event) =>
      event.type === 'ticket-opened' && event.ticketId !== undefined ? [event.ticketId] : [],
    ),
  };
}

function isoTime(wallTimeMs: number | undefined): string | undefined {
  return wallTimeMs === undefined ? undefined : new Date(wallTimeMs).toISOString();
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
