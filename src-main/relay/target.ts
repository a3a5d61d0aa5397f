import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { VisitEvent, VisitEventType } from '../domain/visit-event.ts';
import type { VisitRecord } from '../storage/visit-records.ts';

/** An event as it stands in the outbox. */
export interface RecordedEvent {
  /** Stays the same on every try, so that a receiver can recognise a repeat. */
  readonly eventId: string;
  /** Wall time, milliseconds. */
  readonly occurredAt: number;
  readonly event: VisitEvent;
}

/** One event on its way to one target, with the visit it belongs to and all that happened in it so far. */
export interface Delivery extends RecordedEvent {
  readonly visit: VisitRecord;
  readonly history: readonly RecordedEvent[];
}

/** A system that is told what happened: a mapping from events to requests and nothing else. */
export interface RelayTarget {
  /** Unique and stable: rows in the database name it. */
  readonly name: string;
  wants(type: VisitEventType): boolean;
  /** Tells it once; the dispatcher decides about repeats. */
  deliver(delivery: Delivery): Promise<Result<void, RemoteFailure>>;
}
