import type { DomainEvent, DomainEventType } from '../domain/domain-event.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { VisitEvent } from '../domain/visit-event.ts';
import type { VisitRecord } from '../storage/visit-records.ts';

/** An event as it stands in the outbox. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  /** Stays the same on every try, so that a receiver can recognise a repeat. */
  readonly eventId: string;
  /** Version of the event's shape. */
  readonly version: number;
  /** Wall time, milliseconds. */
  readonly occurredAt: number;
  readonly event: E;
}

/** One event on its way to one target, with the visit it belongs to and all that happened in it so far. */
export interface Delivery extends RecordedEvent {
  /** Absent: it happened to the kiosk itself, in nobody's visit. */
  readonly visit?: VisitRecord;
  /** Of the visit, the event itself last; empty without a visit. */
  readonly history: readonly RecordedEvent<VisitEvent>[];
}

/** Nothing is told, for a reason that its row keeps. Holds nothing of a person. */
export interface NotTold {
  readonly because: string;
}

/** A system that is told what happened: a mapping from events to requests and nothing else. */
export interface RelayTarget {
  /** Unique and stable: rows in the database name it. */
  readonly name: string;
  wants(type: DomainEventType): boolean;
  /**
   * Whether there is anything to tell of a delivery that its type alone does not rule out; absent: always. What is not
   * sent says nothing of how the target is.
   */
  concerns?(delivery: Delivery): boolean | NotTold;
  /**
   * Tells it once; the dispatcher decides about repeats. What the target's answer means is the target's own matter:
   * one that says 200 and means no is a failure here.
   */
  deliver(delivery: Delivery): Promise<Result<void, RemoteFailure>>;
  /**
   * Asked after a failure that is no refusal: whether it is not repeated by itself, because each try may have had its
   * effect; a technician may repeat it. Absent: never.
   */
  givesUp?(delivery: Delivery, failure: RemoteFailure): boolean;
}
