import type { Clock } from '../../domain/clock.ts';
import type { DomainEventType } from '../../domain/domain-event.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';
import type { Database } from '../../storage/database.ts';
import type { VisitRecord } from '../../storage/visit-records.ts';
import type { Delivery, NotTold, RelayTarget } from '../target.ts';
import { CallBook, type KeptCall } from './call-book.ts';
import { callTimes } from './call-times.ts';
import { dialledNumber } from './dialled-number.ts';
import type { SeniorAccess } from './senior-access.ts';
import { SeniorClient } from './senior-client.ts';

/** Rows in the database name the target so. */
export const SENIOR_CRM = 'senior-crm';

export interface SeniorCrmParts {
  readonly database: Database;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** The terminal's, in which the CRM's agents read times. */
  readonly timeZone: string;
}

/** The target, and whose number the CRM says it is. */
export interface SeniorCrm extends RelayTarget {
  /** Who the CRM knows by the visit's number, for staff that is called; undefined when it names nobody, or not yet. */
  findCaller(visitId: string): { readonly name: string } | undefined;
}

/** After each of them a number may be known that was not before; the last one ends the call. */
const wanted: ReadonlySet<DomainEventType> = new Set([
  'customer-identified',
  'contact-saved',
  'message-asked',
  'help-asked',
  'visit-ended',
]);

/**
 * One call per visit at Senior CRM. The lookup makes the call's record, and nobody can ask whether it did: it is sent
 * once, and what is not known of it stays so. The end may be told again and again. Each delivery does what is missing
 * of the two, so one that a person sends again after the visit makes up for both.
 */
export function createSeniorCrm(access: SeniorAccess, parts: SeniorCrmParts): SeniorCrm {
  const clerk = new CallClerk(access, parts);
  return {
    name: SENIOR_CRM,
    wants: (type) => wanted.has(type),
    concerns(delivery) {
      const work = clerk.workOf(delivery);
      return 'because' in work ? work : true;
    },
    deliver: (delivery) => clerk.report(delivery),
    findCaller: (visitId) => clerk.findCaller(visitId),
  };
}

/** What a visit's call still lacks. */
type CallWork =
  | ({ readonly lacks: 'lookup' } & Lookup)
  | { readonly lacks: 'end'; readonly visit: EndedVisit; readonly call: ReadyCall };

interface Lookup {
  readonly visitId: string;
  /** As dialled. */
  readonly phone: string;
  /** The customer may have typed any number: whose it is they are not to learn. */
  readonly isTyped: boolean;
}

type EndedVisit = VisitRecord & { readonly endedAt: number };

/** A call that the CRM can be told the end of. */
type ReadyCall = Required<Pick<KeptCall, 'callId' | 'phone'>>;

class CallClerk {
  readonly #access: SeniorAccess;
  readonly #parts: SeniorCrmParts;
  readonly #client: SeniorClient;
  readonly #book: CallBook;

  constructor(access: SeniorAccess, parts: SeniorCrmParts) {
    this.#access = access;
    this.#parts = parts;
    this.#client = new SeniorClient(access, parts.http);
    this.#book = new CallBook(parts.database, parts.clock);
  }

  findCaller(visitId: string): { readonly name: string } | undefined {
    const name = this.#book.find(visitId)?.callerName;
    return name === undefined ? undefined : { name };
  }

  workOf({ visit, eventId }: Delivery): CallWork | NotTold {
    if (!visit) return { because: 'nobody was there' };
    const call = this.#book.find(visit.id);
    const mayAsk = call === undefined || (call.state === 'refused' && call.eventId === eventId);
    return mayAsk ? this.#lookupOf(visit) : endWork(visit, call);
  }

  async report(delivery: Delivery): Promise<Result<void, RemoteFailure>> {
    let work = this.workOf(delivery);
    if ('because' in work) return success(undefined);
    if (work.lacks === 'lookup') {
      const found = await this.#lookUp(work, delivery.eventId);
      if (!found.ok) return found;
      work = this.workOf(delivery);
    }
    return 'lacks' in work && work.lacks === 'end' ? this.#end(work.visit, work.call) : success(undefined);
  }

  #lookupOf({ id: visitId, contact }: VisitRecord): CallWork | NotTold {
    const known = [
      { phone: contact?.phone, isTyped: this.#book.hasChangedContact(visitId) },
      { phone: this.#book.typedPhone(visitId), isTyped: true },
    ].flatMap(({ phone, isTyped }) => (phone === undefined ? [] : [{ phone, isTyped }]));
    if (known.length === 0) return { because: 'no telephone is known' };
    for (const { phone, isTyped } of known) {
      const dialled = dialledNumber(this.#access.phoneMask, phone);
      if (dialled !== undefined) return { lacks: 'lookup', visitId, phone: dialled, isTyped };
    }
    return { because: 'the telephone is no Brazilian number' };
  }

  async #lookUp({ visitId, phone, isTyped }: Lookup, eventId: string): Promise<Result<void, RemoteFailure>> {
    if (!this.#book.ask(visitId, eventId, phone)) return success(undefined);
    const found = await this.#client.consult(phone);
    if (found.ok) {
      const { name, ...call } = found.value;
      this.#book.learn(visitId, { ...call, ...(name !== undefined && !isTyped && { name }) });
      return success(undefined);
    }
    if (certainlyNothing(found.error)) this.#book.refuse(visitId);
    else this.#parts.log.warn('SENIOR-CALL-UNKNOWN', { visitId, kind: found.error.kind });
    return found;
  }

  async #end(visit: EndedVisit, { callId, phone }: ReadyCall): Promise<Result<void, RemoteFailure>> {
    const { callType, agentExtension } = this.#access;
    const ended = await this.#client.end(callId, {
      ...callTimes(this.#access, this.#parts.timeZone, visit.startedAt, this.#endOf(visit)),
      telefone: phone,
      calltype: callType,
      agent: agentExtension,
    });
    if (ended.ok) this.#book.end(visit.id);
    return ended;
  }

  /** A crash is recorded when the kiosk is up again, maybe the next day. */
  #endOf({ id, endedAt, endReason }: EndedVisit): number {
    return (endReason === 'crashed' ? this.#book.lastSignOf(id) : undefined) ?? endedAt;
  }
}

function endWork(visit: VisitRecord, { state, callId, phone }: KeptCall): CallWork | NotTold {
  if (state === 'ended') return { because: 'the end was told already' };
  if (state === 'refused') return { because: 'the CRM made no call' };
  if (callId === undefined) return { because: 'the CRM was asked once and its call is not known' };
  const { endedAt } = visit;
  if (endedAt === undefined) return { because: 'the CRM was asked already' };
  if (phone === undefined) return { because: 'the telephone was erased' };
  return { lacks: 'end', visit: { ...visit, endedAt }, call: { callId, phone } };
}

/** Only then may it be asked once more, should the same delivery come again. */
function certainlyNothing({ kind }: RemoteFailure): boolean {
  return kind === 'not-sent' || kind === 'refused';
}
