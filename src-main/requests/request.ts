import type { ActionAnswer, CreatedRecord } from '../domain/erp-action.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { RequestKind, VisitEvent } from '../domain/visit-event.ts';

/**
 * How a request stands.
 *
 * `sent`: it may be on its way. `not-sent`: the ERP saw nothing, the same customer may try again.
 * `unclear`: nobody knows whether the ERP did it; nothing repeats it by itself.
 */
export type RequestState = 'sent' | 'not-sent' | 'done' | 'refused' | 'unclear';

/** What the ERP said to a request. */
export type RequestAnswer =
  | { readonly outcome: 'done'; readonly remoteId?: string; readonly remarks?: string }
  | { readonly outcome: 'refused'; readonly remarks?: string }
  | { readonly outcome: 'unknown'; readonly remarks?: string }
  | { readonly outcome: 'not-sent' };

/** What a customer asks the company for: something that must not be done twice. */
export interface RequestOrder {
  readonly visitId: string;
  readonly kind: RequestKind;
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** What it is about, so that the same is never asked twice in a visit: an id or a hash, no personal data. */
  readonly subject: string;
  /** What the customer accepted before, and when (wall time, milliseconds). */
  readonly terms?: { readonly version: string; readonly acceptedAt: number };
  /** Sends it, once. @param id of the request, for an ERP that recognises repeats by it (`Idempotency-Key`) */
  readonly send: (id: string) => Promise<RequestAnswer>;
  /** Asks the ERP whether it was done after all; `undefined`: that cannot be told. Must only read. */
  readonly verify?: () => Promise<ProvenRequest | undefined>;
  /** What happened when it is done; called and written in the transaction that makes it true. */
  readonly eventOf: (done: DoneRequest) => VisitEvent;
}

/** Proof that a request was done. */
export interface ProvenRequest {
  readonly remoteId?: string;
}

export interface DoneRequest extends ProvenRequest {
  readonly requestId: string;
}

/** What became of a request, for the customer. */
export interface RequestResult {
  readonly outcome: 'done' | 'refused' | 'unclear' | 'not-sent';
  readonly requestId: string;
  /** What the customer names it by at the counter. */
  readonly protocol: string;
  /** Its id in the ERP, where that told one. */
  readonly remoteId?: string;
  /** The ERP's own words: one line, bounded, without numbers that could be a person's. */
  readonly remarks?: string;
}

/** A request for a person to look at. */
export interface UnclearRequest {
  readonly id: string;
  readonly protocol: string;
  readonly kind: RequestKind;
  readonly erp: string;
  /** Id of the service in the ERP, where it is about one. */
  readonly serviceId?: string;
  readonly remarks?: string;
  /** Wall time, milliseconds. */
  readonly askedAt: number;
}

/** An earlier request that was done, or may have been. */
export interface PastRequest {
  /** `unclear`: nobody has found out yet, neither the kiosk nor a person. */
  readonly state: 'done' | 'unclear';
  /** Wall time, milliseconds. */
  readonly at: number;
  readonly protocol: string;
}

/** What a room that sends requests needs of the desk. */
export interface Requests {
  perform(order: RequestOrder): Promise<RequestResult>;
  /** The last one of the kind about this subject, in any visit. */
  lastOf(kind: RequestKind, erp: string, subject: string): PastRequest | undefined;
}

/** An answer of the kind that carries a status. One that says that it was so before is as good as done. */
export function answerOfAction(answer: ActionAnswer): RequestAnswer {
  const remarks = answer.said === undefined ? {} : { remarks: answer.said };
  switch (answer.outcome) {
    case 'accepted':
    case 'already-settled':
      return { outcome: 'done', ...remarks };
    case 'refused':
    case 'unknown':
      return { outcome: answer.outcome, ...remarks };
    case 'not-sent':
      return { outcome: 'not-sent' };
  }
}

/** An answer of the kind that carries what was made. */
export function answerOfCreation(answer: Result<CreatedRecord, RemoteFailure>): RequestAnswer {
  if (answer.ok) {
    const { id, remarks } = answer.value;
    return {
      outcome: 'done',
      ...(id !== undefined && { remoteId: id }),
      ...(remarks !== undefined && { remarks }),
    };
  }
  switch (answer.error.kind) {
    case 'not-sent':
      return { outcome: 'not-sent' };
    case 'refused':
      // A redirect is no answer at all: a form may well be taken before it sends its user elsewhere.
      return { outcome: answer.error.status < 400 ? 'unknown' : 'refused' };
    case 'no-answer':
    case 'server-error':
    case 'malformed':
      return { outcome: 'unknown' };
  }
}
