import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { CustomerKey } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { CustomerService } from '../../domain/service.ts';
import type { CareMember, CareRow, ErpCare } from '../../erp/erp-care.ts';
import type { Log } from '../../logging/log.ts';
import {
  answerOfAction,
  type PastRequest,
  type ProvenRequest,
  type RequestResult,
  type Requests,
} from '../../requests/request.ts';
import type {
  OwnService,
  OwnServices,
  ServiceDesk,
  UnlockOffer,
  UnlockOrder,
  UnlockSituation,
  UnlockTerms,
} from './service-desk.ts';

const DAY_MS = 86_400_000;

/** When a service is enabled on trust, as the company wants it. */
export interface UnlockRules {
  /** As the customer reads them. */
  readonly terms: string;
  /** A service again only after so many days; 0: as often as they like. */
  readonly onceInDays: number;
  readonly maxOverdueInvoices?: number | undefined;
  readonly heldByPendingMessages: boolean;
}

export interface ErpServicesParts {
  readonly care: Pick<ErpCare, 'offers' | 'memberOf' | 'readAll'>;
  readonly requests: Requests;
  /** Absent where nothing is enabled on trust. */
  readonly unlock: UnlockRules | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Services in the ERPs. */
export class ErpServices implements ServiceDesk {
  readonly #parts: ErpServicesParts;
  readonly terms: UnlockTerms;

  constructor(parts: ErpServicesParts) {
    this.#parts = parts;
    const text = parts.unlock?.terms ?? '';
    this.terms = { text, version: createHash('sha256').update(text).digest('hex') };
  }

  isOffered(customer: KnownCustomer): boolean {
    return this.#parts.care.offers('listServices', customer);
  }

  async list(document: string, customer: KnownCustomer): Promise<Result<OwnServices, RemoteFailure>> {
    const { care } = this.#parts;
    const [all, blocked] = await Promise.all([
      care.readAll('listServices', customer, document, (gateway, who) => gateway.listServices(who)),
      care.readAll('listBlockedServices', customer, document, (gateway, who) =>
        gateway.listBlockedServices(who),
      ),
    ]);
    if (!all.ok) return all;
    if (!blocked.ok) return blocked;
    // Of a company that does not say which are blocked, nobody knows which are not.
    const known = all.value.rows.filter(({ companyName }) => !blocked.value.unreadable.includes(companyName));
    const services = together(known, blocked.value.rows);
    return success({
      services,
      unreadable: [...new Set([...all.value.unreadable, ...blocked.value.unreadable])],
      held: await this.#held(services, document),
    });
  }

  /** A disk that does not answer cannot say what was asked before: then nothing is offered. */
  unlockOffer(service: OwnService, situation: UnlockSituation): UnlockOffer {
    try {
      return this.#offerOf(service, situation);
    } catch (error) {
      this.#parts.log.warn('REQUESTS-NOT-READ', { reason: String(error) });
      return { state: 'not-offered' };
    }
  }

  unlock({ visitId, document, customer, service, acceptedAt }: UnlockOrder): Promise<RequestResult> {
    const { care, requests } = this.#parts;
    const { erp, id: serviceId } = service;
    const member = care.memberOf(erp);
    const who = { document, erpId: customer.erpIds.get(erp) ?? '' };
    return requests.perform({
      visitId,
      kind: 'trust-unlock',
      erp,
      subject: serviceId,
      terms: { version: this.terms.version, acceptedAt },
      send: async (id) =>
        member
          ? answerOfAction(await member.gateway.trustUnlock({ customer: who, serviceId }, id))
          : { outcome: 'not-sent' },
      ...(member && { verify: () => findUnlocked(member, who, serviceId) }),
      eventOf: ({ requestId }) => ({ type: 'service-unlocked', requestId, erp, serviceId }),
    });
  }

  #offerOf(service: OwnService, { overdueInvoices, held }: UnlockSituation): UnlockOffer {
    const { care, unlock } = this.#parts;
    const canUnlock = care.memberOf(service.erp)?.gateway.offers('trustUnlock') === true;
    if (!unlock || !service.blocked || !canUnlock) return { state: 'not-offered' };
    const past = this.#lastUnlock(service);
    if (past?.state === 'unclear') return { state: 'unclear', protocol: past.protocol };
    if (past && this.#isRecent(past, unlock)) return { state: 'recently' };
    return { state: debtAgainst(unlock, overdueInvoices) ?? (held ? 'held' : 'offered') };
  }

  #lastUnlock({ erp, id }: OwnService): PastRequest | undefined {
    return this.#parts.requests.lastOf('trust-unlock', erp, id);
  }

  #isRecent({ at }: PastRequest, { onceInDays }: UnlockRules): boolean {
    return this.#parts.clock.wallTime() - at < onceInDays * DAY_MS;
  }

  /** ERPs with a blocked service whose staff have something to look into first; one that cannot say so counts, too. */
  async #held(services: readonly OwnService[], document: string): Promise<ReadonlySet<string>> {
    const { care, unlock } = this.#parts;
    if (!unlock?.heldByPendingMessages) return new Set();
    const erps = [...new Set(services.filter(({ blocked }) => blocked).map(({ erp }) => erp))];
    const answers = await Promise.all(
      erps.map(async (erp) => {
        const gateway = care.memberOf(erp)?.gateway;
        if (!gateway?.offers('getPendingMessages')) return [];
        const texts = await gateway.getPendingMessages(document);
        return texts.ok && texts.value.length === 0 ? [] : [erp];
      }),
    );
    return new Set(answers.flat());
  }
}

/** What keeps so many overdue invoices from an unlock; nobody is told that they owe too much when that is not known. */
function debtAgainst(
  { maxOverdueInvoices: most }: UnlockRules,
  overdue: number | undefined,
): 'not-offered' | 'too-much-owed' | undefined {
  if (most === undefined) return undefined;
  if (overdue === undefined) return 'not-offered';
  return overdue > most ? 'too-much-owed' : undefined;
}

/** All services, blocked ones first; some ERPs list those nowhere else. */
function together(
  all: readonly CareRow<CustomerService>[],
  blocked: readonly CareRow<CustomerService>[],
): readonly OwnService[] {
  const known = new Set(all.map(nameOf));
  const names = new Set(blocked.map(nameOf));
  const hidden = blocked.filter((service) => !known.has(nameOf(service)));
  const services = [
    ...hidden.map((service) => ({ ...service, key: `blocked:${service.key}`, blocked: true })),
    ...all.map((service) => ({ ...service, blocked: names.has(nameOf(service)) })),
  ];
  return services.sort((one, other) => Number(other.blocked) - Number(one.blocked));
}

function nameOf({ erp, id }: CareRow<CustomerService>): string {
  return `${erp}:${id}`;
}

/** Proof that the ERP enabled it: among its services it is there, among the blocked ones no longer. */
async function findUnlocked(
  { gateway }: CareMember,
  who: CustomerKey,
  serviceId: string,
): Promise<ProvenRequest | undefined> {
  const [all, blocked] = await Promise.all([gateway.listServices(who), gateway.listBlockedServices(who)]);
  if (!all.ok || !blocked.ok) return undefined;
  const isThere = all.value.some(({ id }) => id === serviceId);
  const isBlocked = blocked.value.some(({ id }) => id === serviceId);
  return isThere && !isBlocked ? {} : undefined;
}
