import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ErpServices, type UnlockRules } from '../../../src-main/attendance/services/erp-services.ts';
import type { OwnService } from '../../../src-main/attendance/services/service-desk.ts';
import type { KnownCustomer } from '../../../src-main/domain/customer-account.ts';
import { failure } from '../../../src-main/domain/result.ts';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import { ErpCare } from '../../../src-main/erp/erp-care.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { RequestDesk } from '../../../src-main/requests/request-desk.ts';
import { RequestJournal } from '../../../src-main/requests/request-journal.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { defaultErpToken, type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import {
  defaultErpBToken,
  type ErpBSimulator,
  startErpBSimulator,
} from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';
import { connectTestErp } from '../erp/connect-test-erp.ts';

const mapping = createMappingEngine({ timeBoundMs: 20_000 });
const anyRow = z.record(z.string(), z.unknown());
const day = 86_400_000;

const usual: UnlockRules = { terms: 'Três dias.', onceInDays: 30, heldByPendingMessages: false };

/** What the two simulators have in common here. */
interface Side {
  readonly erp: string;
  readonly operation: string;
  readonly blocked: string;
  readonly simulator: () => ErpSimulator | ErpBSimulator;
  readonly unlocks: () => number;
}

let a: ErpSimulator;
let b: ErpBSimulator;
let http: HttpClient;
let care: ErpCare;
let database: Database;
let clock: ManualClock;
let log: RecordingLog;
let events: VisitEvent[];

const sides: readonly Side[] = [
  {
    erp: 'erp-a',
    operation: 'trustUnlock',
    blocked: '6301',
    simulator: () => a,
    unlocks: () => a.ledger.writes.filter(({ operation }) => operation === 'trustUnlock').length,
  },
  {
    erp: 'erp-b',
    operation: 'trust_unlock',
    blocked: '73001',
    simulator: () => b,
    unlocks: () => b.ledger.writes.filter(({ operation }) => operation === 'trust_unlock').length,
  },
];

/** Maria of both ERPs: the same document, an id in each. */
const document = customers.maria.document;
const maria: KnownCustomer = {
  erpId: customers.maria.id,
  name: 'Maria',
  active: true,
  phones: [],
  erpIds: new Map([
    ['erp-a', customers.maria.id],
    ['erp-b', customersB.maria.id],
  ]),
  unreadable: [],
};

beforeEach(async () => {
  a = await startErpSimulator();
  b = await startErpBSimulator();
  http = createHttpClient();
  clock = new ManualClock();
  log = new RecordingLog();
  events = [];
  database = openTemporaryDatabase();
  createVisitRecords(database, clock).begin('v-1');
  const quiet = { http, log, mapping };
  const gatewayA = await connectTestErp({ baseUrl: a.url, auth: { token: defaultErpToken } }, quiet);
  const gatewayB = await connectTestErp(
    { profile: 'contract-b', baseUrl: b.url, auth: { token: defaultErpBToken } },
    quiet,
  );
  const isDown = () => false;
  care = new ErpCare(
    [
      { id: 'erp-a', companyName: 'Rede Horizonte', gateway: gatewayA, isDown },
      { id: 'erp-b', companyName: 'Vale Fibra', gateway: gatewayB, isDown },
    ],
    log,
  );
});
afterEach(async () => {
  await Promise.all([a.close(), b.close()]);
  await http.close();
});
afterAll(() => mapping.close());

/** The desk as the kiosk has it; another one over the same database is the kiosk after a restart. */
function openDesk(unlock: UnlockRules | undefined = usual) {
  const journal = new RequestJournal(database, clock, (_visit, event) => {
    events.push(event);
  });
  const requests = new RequestDesk(journal, log);
  return { requests, services: new ErpServices({ care, requests, unlock, clock, log }) };
}

async function blockedService({ erp, blocked }: Side, services: ErpServices): Promise<OwnService> {
  const list = await services.list(document, maria);
  const found = list.ok
    ? list.value.services.find((each) => each.erp === erp && each.id === blocked)
    : undefined;
  if (!found) throw new Error(`no service ${blocked}: ${JSON.stringify(list)}`);
  return found;
}

function orderOf(service: OwnService) {
  return { visitId: 'v-1', document, customer: maria, service, acceptedAt: clock.wallTime() };
}

const free = { overdueInvoices: 0, held: false };

describe('services of several ERPs', () => {
  it('are one list, blocked ones first, each in the words of its ERP', async () => {
    const list = await openDesk().services.list(document, maria);
    expect(
      list.ok && list.value.services.map(({ erp, id, situation, blocked }) => [erp, id, situation, blocked]),
    ).toEqual([
      ['erp-a', '6301', 'Suspenso por débito', true],
      ['erp-b', '73001', 'Bloqueado', true],
      ['erp-a', '6302', 'Ativo', false],
      ['erp-b', '73002', 'Ativo', false],
    ]);
  });

  it('name the company that does not answer, and are a failure when none does', async () => {
    a.setFaults([{ effect: { kind: 'status', status: 500 } }]);
    const some = await openDesk().services.list(document, maria);
    expect(some).toMatchObject({ ok: true, value: { unreadable: ['Rede Horizonte'] } });
    expect(some.ok && some.value.services.map(({ erp }) => erp)).toEqual(['erp-b', 'erp-b']);
    b.setFaults([{ effect: { kind: 'status', status: 500 } }]);
    expect(await openDesk().services.list(document, maria)).toMatchObject({ ok: false });
  });

  it('of a company that does not say which are blocked are not called free', async () => {
    const gateway = care.memberOf('erp-a')?.gateway;
    if (!gateway) throw new Error('no such ERP');
    const down = failure({ kind: 'no-answer', detail: 'time-out' } as const);
    vi.spyOn(gateway, 'listBlockedServices').mockResolvedValue(down);
    const list = await openDesk().services.list(document, maria);
    expect(list).toMatchObject({ ok: true, value: { unreadable: ['Rede Horizonte'] } });
    expect(list.ok && list.value.services.map(({ erp }) => erp)).toEqual(['erp-b', 'erp-b']);
  });

  it('are asked only where the customer is known', async () => {
    const onlyThere = { ...maria, erpIds: new Map([['erp-b', customersB.maria.id]]) };
    const list = await openDesk().services.list(document, onlyThere);
    expect(list.ok && new Set(list.value.services.map(({ erp }) => erp))).toEqual(new Set(['erp-b']));
    expect(a.ledger.requests.listServices).toBeUndefined();
  });
});

describe.each(sides)('a trust unlock at $erp', (side) => {
  it('is done once, recorded with its terms, and carries its key', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    expect(services.unlockOffer(service, free)).toEqual({ state: 'offered' });
    const [one, other] = await Promise.all([
      services.unlock(orderOf(service)),
      services.unlock(orderOf(service)),
    ]);
    expect(one.outcome).toBe('done');
    expect(other).toEqual(one);
    expect(side.unlocks()).toBe(1);
    expect(side.simulator().ledger.writes.at(-1)).toMatchObject({ idempotencyKey: one.requestId });
    expect(database.all('SELECT * FROM requests', anyRow)).toMatchObject([
      { state: 'done', erp: side.erp, subject: side.blocked, terms: services.terms.version },
    ]);
    expect(events).toEqual([
      { type: 'service-unlocked', requestId: one.requestId, erp: side.erp, serviceId: side.blocked },
    ]);
    const after = await services.list(document, maria);
    const again = after.ok ? after.value.services.find(({ id }) => id === side.blocked) : undefined;
    expect(again?.blocked).toBe(false);
  });

  it.each(['drop-after', 'garbage'] as const)(
    'whose reply is lost (%s) is found done, and not sent twice',
    async (kind) => {
      const { services } = openDesk();
      const service = await blockedService(side, services);
      const effect = kind === 'garbage' ? ({ kind, garbage: 'html', acts: true } as const) : { kind };
      side.simulator().setFaults([{ operation: side.operation, effect }]);
      expect(await services.unlock(orderOf(service))).toMatchObject({ outcome: 'done' });
      expect(side.unlocks()).toBe(1);
    },
  );

  it('lost on the way there is unclear, and done when a later look finds it', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    const { simulator, operation } = side;
    simulator().setFaults([{ operation, effect: { kind: 'act-later', delayMs: 3_600_000, reply: 'drop' } }]);
    const first = await services.unlock(orderOf(service));
    expect(first.outcome).toBe('unclear');
    expect(services.unlockOffer(service, free)).toEqual({ state: 'unclear', protocol: first.protocol });
    simulator().actPostponed();
    expect(await services.unlock(orderOf(service))).toMatchObject({
      outcome: 'done',
      requestId: first.requestId,
    });
    expect(side.unlocks()).toBe(1);
    expect(events.map(({ type }) => type)).toEqual(['request-unclear', 'service-unlocked']);
  });

  it('answered in free text is what the ERP’s lists say (G.5)', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    side.simulator().behave({ unlock: 'vague' });
    const first = await services.unlock(orderOf(service));
    expect(first).toMatchObject({ outcome: 'unclear', remarks: 'Solicitação registrada' });
    expect(side.unlocks()).toBe(1);

    createVisitRecords(database, clock).begin('v-2');
    side.simulator().behave({ unlock: 'vague-done' });
    expect(await services.unlock({ ...orderOf(service), visitId: 'v-2' })).toMatchObject({ outcome: 'done' });
  });

  it('that the ERP refuses stays refused', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    side.simulator().behave({ unlock: 'refused' });
    expect(await services.unlock(orderOf(service))).toMatchObject({ outcome: 'refused' });
    expect(await services.unlock(orderOf(service))).toMatchObject({ outcome: 'refused' });
    expect(side.unlocks()).toBe(1);
    expect(events).toMatchObject([{ type: 'request-refused', kind: 'trust-unlock', erp: side.erp }]);
    expect(services.unlockOffer(service, free).state).toBe('offered');
  });

  it('is not sent to an ERP that cannot be reached', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    await side.simulator().close();
    expect(await services.unlock(orderOf(service))).toMatchObject({ outcome: 'not-sent' });
    expect(services.unlockOffer(service, free).state).toBe('offered');
  });

  it('killed between sending and knowing is in doubt after the restart, and never sent again', async () => {
    const { services } = openDesk();
    const service = await blockedService(side, services);
    side.simulator().setFaults([{ operation: side.operation, effect: { kind: 'hang' } }]);
    const arrived = new Promise<void>((resolve) => {
      side.simulator().onRequest(() => {
        if (side.unlocks() > 0) resolve();
      });
    });
    const lost = services.unlock(orderOf(service));
    await arrived;
    const next = openDesk();
    next.requests.start();
    expect(next.services.unlockOffer(service, free).state).toBe('unclear');
    expect(await next.services.unlock(orderOf(service))).toMatchObject({ outcome: 'unclear' });
    expect(side.unlocks()).toBe(1);
    await side.simulator().close();
    await lost;
  });
});

describe('the offer of a trust unlock', () => {
  const [side] = sides;
  if (!side) throw new Error('no side');

  it('is not made for a service that works, nor where the company does not want it', async () => {
    const service = await blockedService(side, openDesk().services);
    expect(openDesk().services.unlockOffer({ ...service, blocked: false }, free).state).toBe('not-offered');
    const { services } = openDesk();
    const without = new ErpServices({ care, requests: openDesk().requests, unlock: undefined, clock, log });
    expect(without.unlockOffer(service, free).state).toBe('not-offered');
    expect(services.unlockOffer(service, free).state).toBe('offered');
  });

  it('is made once in so many days', async () => {
    const { services } = openDesk({ ...usual, onceInDays: 2 });
    const service = await blockedService(side, services);
    await services.unlock(orderOf(service));
    expect(services.unlockOffer(service, free).state).toBe('recently');
    clock.setWallTime(clock.wallTime() + 2 * day);
    expect(services.unlockOffer(service, free).state).toBe('offered');
  });

  it.each([
    [0, 'offered'],
    [1, 'offered'],
    [2, 'too-much-owed'],
    // Nobody knows that it is too much: what the customer reads is that it could not be read.
    [undefined, 'not-offered'],
  ])('with %s overdue invoices of at most 1 is %s', async (overdueInvoices, state) => {
    const { services } = openDesk({ ...usual, maxOverdueInvoices: 1 });
    const service = await blockedService(side, services);
    expect(services.unlockOffer(service, { overdueInvoices, held: false }).state).toBe(state);
  });

  it('is held by internal pending texts, which go nowhere', async () => {
    const { services } = openDesk({ ...usual, heldByPendingMessages: true });
    const withPending = customersB.maria;
    const list = await services.list(withPending.document, maria);
    const held = list.ok ? [...list.value.held] : undefined;
    const texts = b.ledger.requests.get_pending_messages;
    expect(texts).toBe(1);
    expect(held).toEqual(['erp-b']);
    expect(JSON.stringify(log.entries)).not.toContain('Equipamento');
  });

  it('is held where the ERP cannot say whether there are any', async () => {
    b.setFaults([{ operation: 'get_pending_messages', effect: { kind: 'status', status: 500 } }]);
    const list = await openDesk({ ...usual, heldByPendingMessages: true }).services.list(document, maria);
    expect(list.ok && [...list.value.held]).toEqual(['erp-b']);
  });
});
