import { protocolOf } from '../domain/protocol.ts';
import { withoutPersonalNumbers } from '../domain/text.ts';
import type { RequestKind } from '../domain/visit-event.ts';
import type { Log } from '../logging/log.ts';
import type {
  PastRequest,
  ProvenRequest,
  RequestAnswer,
  RequestOrder,
  RequestResult,
  RequestState,
  Requests,
  UnclearRequest,
} from './request.ts';
import type { RequestEnd, RequestJournal, RequestRow } from './request-journal.ts';

const LONGEST_REMARKS = 160;
const LONGEST_LIST = 200;

/**
 * Has the ERP do what a customer asks for, never twice: each wish is a row before the ERP hears of it, goes out once,
 * and what became of it is written together with its event. A lost reply is looked into by reading; what stays unclear
 * is left to a person.
 */
export class RequestDesk implements Requests {
  readonly #journal: RequestJournal;
  readonly #log: Log;
  /** What is under way, by the id of its row: a second press waits for the same answer. */
  readonly #underWay = new Map<string, Promise<RequestResult>>();

  constructor(journal: RequestJournal, log: Log) {
    this.#journal = journal;
    this.#log = log;
  }

  /** Takes up what an earlier run left open: what it had sent is unclear now. @throws when the disk does not take it */
  start(): void {
    const count = this.#journal.doubtSent();
    if (count > 0) this.#log.warn('REQUEST-UNCLEAR', { count });
  }

  /** Waits for the answers that are on their way. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  /** @throws when it cannot be written down, and then nothing was sent */
  async perform(order: RequestOrder): Promise<RequestResult> {
    const { row, isNew } = this.#journal.open(order);
    const underWay = this.#underWay.get(row.id);
    if (underWay) return underWay;
    if (!isNew && row.state === 'not-sent') this.#journal.sendAgain(row.id);
    const course = isNew || row.state === 'not-sent' ? this.#send(row, order) : this.#recall(row, order);
    this.#underWay.set(row.id, course);
    try {
      return await course;
    } finally {
      this.#underWay.delete(row.id);
    }
  }

  /** What a person must look at, the oldest first. */
  listUnclear(): readonly UnclearRequest[] {
    return this.#journal.listUnclear(LONGEST_LIST).map(({ id, kind, erp, subject, remarks, createdAt }) => ({
      id,
      protocol: protocolOf(id),
      kind,
      erp,
      ...(kind === 'trust-unlock' && { serviceId: subject }),
      ...(remarks !== undefined && { remarks }),
      askedAt: createdAt,
    }));
  }

  /** A person has looked at it. @returns false when it was not waiting for one */
  close(id: string, reason: string): boolean {
    return this.#journal.markHandled(id, reason);
  }

  lastOf(kind: RequestKind, erp: string, subject: string): PastRequest | undefined {
    return this.#journal.lastOf(kind, erp, subject);
  }

  async #send(row: RequestRow, order: RequestOrder): Promise<RequestResult> {
    const answer = await this.#ask(row, order);
    const end = answer.outcome === 'unknown' ? await this.#lookInto(order, answer) : endOf(answer);
    return this.#close(row, order, end);
  }

  /** It was asked for before in this visit: the same answer again, unless it can be told by now what became of it. */
  async #recall(row: RequestRow, order: RequestOrder): Promise<RequestResult> {
    if (row.state === 'done' || row.state === 'refused') return resultOf(row, { ...row, state: row.state });
    return this.#close(row, order, await this.#lookInto(order, row));
  }

  /** A defect of ours is no proof that nothing went out. */
  async #ask(row: RequestRow, { send }: RequestOrder): Promise<RequestAnswer> {
    try {
      return await send(row.id);
    } catch (error) {
      this.#log.error('REQUEST-FAILED', { request: row.id, kind: row.kind, reason: String(error) });
      return { outcome: 'unknown' };
    }
  }

  async #lookInto({ verify }: RequestOrder, said: { readonly remarks?: string }): Promise<RequestEnd> {
    const remarks = said.remarks === undefined ? {} : { remarks: said.remarks };
    const proven = await this.#prove(verify);
    return proven ? { state: 'done', ...proven } : { state: 'unclear', ...remarks };
  }

  async #prove(verify: RequestOrder['verify']): Promise<ProvenRequest | undefined> {
    try {
      return await verify?.();
    } catch (error) {
      this.#log.error('REQUEST-FAILED', { reason: String(error) });
      return undefined;
    }
  }

  /** What cannot be written down stays `sent` on disk, and so is unclear: also to the customer. */
  #close(row: RequestRow, { eventOf }: RequestOrder, said: RequestEnd): RequestResult {
    const end = clean(said);
    const { id: request, kind, erp } = row;
    if (end.state === 'unclear') this.#log.warn('REQUEST-UNCLEAR', { request, kind, erp });
    try {
      const { remoteId } = end;
      const done = { requestId: row.id, ...(remoteId !== undefined && { remoteId }) };
      this.#journal.close(row, end, () => eventOf(done));
      return resultOf(row, end);
    } catch (error) {
      this.#log.error('REQUEST-NOT-WRITTEN', { request, kind, erp, reason: String(error) });
      return resultOf(row, { state: 'unclear' });
    }
  }
}

function endOf(answer: Exclude<RequestAnswer, { outcome: 'unknown' }>): RequestEnd {
  const { outcome: state, ...rest } = answer;
  return { state, ...rest };
}

function clean({ remarks, ...end }: RequestEnd): RequestEnd {
  const line = remarks === undefined ? '' : withoutPersonalNumbers(remarks, LONGEST_REMARKS).trim();
  return line === '' ? end : { ...end, remarks: line };
}

interface Standing {
  readonly state: Exclude<RequestState, 'sent'>;
  readonly remoteId?: string;
  readonly remarks?: string;
}

function resultOf({ id: requestId }: RequestRow, { state, remoteId, remarks }: Standing): RequestResult {
  return {
    outcome: state,
    requestId,
    protocol: protocolOf(requestId),
    ...(remoteId !== undefined && { remoteId }),
    ...(remarks !== undefined && { remarks }),
  };
}
