import type { KioskEvent } from './kiosk-event.ts';
import type { VisitEvent } from './visit-event.ts';

/** Whatever other systems may be told: what happened in a visit, or to the kiosk itself. docs/events.md explains each. */
export type DomainEvent = VisitEvent | KioskEvent;

export type DomainEventType = DomainEvent['type'];

/** Version of the shapes of events; grows when a field of one goes or changes its meaning, not when one is added. */
export const EVENT_VERSION = 1;

/** Of each type of event, whether it tells of money: such events are kept until they were told, whatever room they take. */
const tellsOfMoney = {
  'visit-started': false,
  'customer-identified': false,
  'invoice-opened': false,
  'charge-created': true,
  'charge-paid': true,
  'charge-expired': true,
  'charge-cancelled': true,
  'refund-due': true,
  'refund-done': true,
  'write-off-done': true,
  'write-off-manual': true,
  'slip-printed': false,
  'receipt-printed': false,
  'paper-printed': false,
  'contact-saved': false,
  'message-asked': false,
  'help-asked': false,
  'ticket-opened': false,
  'service-unlocked': false,
  'registration-made': false,
  'request-refused': false,
  'request-unclear': false,
  'visit-ended': false,
  'printer-trouble': false,
  'printer-well': false,
} as const satisfies Readonly<Record<DomainEventType, boolean>>;

/** Every type of event, in the order in which a visit brings them. */
export const eventTypes = Object.keys(tellsOfMoney) as DomainEventType[];

export const moneyEventTypes: readonly DomainEventType[] = eventTypes.filter((type) => tellsOfMoney[type]);
