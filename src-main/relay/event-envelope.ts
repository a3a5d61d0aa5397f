import type { DomainEventType } from '../domain/domain-event.ts';
import type { VisitContact } from '../storage/visit-records.ts';
import type { Delivery } from './target.ts';

/** An event as other systems read it; docs/events.md describes it to their makers. */
export interface EventEnvelope {
  /** Stays the same on every try. */
  readonly id: string;
  readonly type: DomainEventType;
  readonly version: number;
  /** When it happened: ISO 8601, UTC. */
  readonly timestamp: string;
  /** The kiosk's name. */
  readonly terminal: string;
  /** Absent: it happened to the kiosk itself. */
  readonly visit?: EventVisit;
  /** The event's own fields: ids and amounts in cents, nothing of a person. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EventVisit {
  readonly id: string;
  readonly startedAt: string;
  /** Only where the receiver is to know, and once the customer was identified. */
  readonly customer?: VisitContact;
}

export function envelopeOf(delivery: Delivery, terminal: string, withCustomer: boolean): EventEnvelope {
  const { type, ...data } = delivery.event;
  const { visit } = delivery;
  return {
    id: delivery.eventId,
    type,
    version: delivery.version,
    timestamp: new Date(delivery.occurredAt).toISOString(),
    terminal,
    ...(visit && {
      visit: {
        id: visit.id,
        startedAt: new Date(visit.startedAt).toISOString(),
        ...(withCustomer && visit.contact && { customer: visit.contact }),
      },
    }),
    data,
  };
}
