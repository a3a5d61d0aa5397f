import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { Delivery } from '../../../src-main/relay/target.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import { openCrm, paid, salesforceTarget } from './salesforce-setup.ts';

let crm: CrmSimulator;
let http: HttpClient;

beforeEach(async () => {
  crm = await startCrmSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await crm.close();
  await http.close();
});

const file = (name: string) => ({
  title: name,
  fileName: `${name}.pdf`,
  read: () => Promise.resolve(new TextEncoder().encode(name)),
});
const attachments = [file('Comprovante c1'), file('Boleto 910003')];

/** More steps than fit one composite request. */
function longVisit(): Delivery {
  const opened = Array.from(
    { length: 30 },
    (_, index): VisitEvent => ({ type: 'invoice-opened', invoiceId: String(index) }),
  );
  const events: readonly VisitEvent[] = [
    { type: 'visit-started' },
    { type: 'customer-identified' },
    ...opened,
    paid,
    { type: 'visit-ended', reason: 'completed' },
  ];
  const history = events.map((event, index) => ({
    eventId: `00000000-${String(index).padStart(4, '0')}-4000-8000-000000000000`,
    version: 1,
    occurredAt: Date.UTC(2026, 10, 21, 12, 0, index),
    event,
  }));
  const contact = { document: '52998224725', name: 'Maria Silva', customerErpId: '7', phone: '54987654321' };
  const last = history.at(-1);
  if (!last) throw new Error('a visit without events');
  return { ...last, visit: { id: 'v1', startedAt: 0, contact }, history };
}

/** A kiosk that is killed at its `at`-th request: before it goes out, or before its answer is read. */
function mortal(client: HttpClient, at: number, moment: 'before' | 'after') {
  let count = 0;
  let tellDeath: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  const dead = (): Promise<never> => {
    tellDeath();
    return new Promise(() => undefined);
  };
  const mortalHttp: HttpClient = {
    async request(request) {
      count += 1;
      if (count < at) return client.request(request);
      if (moment === 'before') return dead();
      await client.request(request);
      return dead();
    },
    close: () => Promise.resolve(),
  };
  return { http: mortalHttp, died, requests: () => count };
}

function comparable() {
  const { cases, contacts, comments, files } = crm.ledger;
  return {
    cases: cases.map(({ externalId, fields }) => ({ externalId, fields })),
    contacts: contacts.map(({ id }) => id),
    comments: comments.map(({ fields }) => fields.CommentBody),
    files: files.map(({ fields }) => [fields.Title, fields.FirstPublishLocationId]),
  };
}

/** Requests of an undisturbed visit: token, Case, Contact twice, its making, two composites, two files. */
const ofOneVisit = 9;

describe('killed between any two requests, and told again by the next run', () => {
  it('an undisturbed visit takes as many requests as this test thinks', async () => {
    const life = mortal(http, Number.POSITIVE_INFINITY, 'before');
    const { target } = salesforceTarget(crm, life.http, { attachments });
    expect(await target.deliver(longVisit())).toMatchObject({ ok: true });
    expect(life.requests()).toBe(ofOneVisit);
    const told = comparable();
    expect([told.cases, told.contacts, told.comments, told.files].map((list) => list.length)).toEqual([
      1, 1, 34, 2,
    ]);
  });

  const moments = Array.from({ length: ofOneVisit }, (_, index) => index + 1).flatMap((at) => [
    [at, 'before'] as const,
    [at, 'after'] as const,
  ]);

  it.each(moments)('request %i, %s it took effect', async (at, moment) => {
    const life = mortal(http, at, moment);
    const { target: first } = salesforceTarget(crm, life.http, { attachments });
    void first.deliver(longVisit());
    await life.died;
    const { target: second } = salesforceTarget(crm, http, { attachments });
    expect(await second.deliver(longVisit())).toMatchObject({ ok: true });
    const once = comparable();
    expect([once.cases, once.contacts, once.comments, once.files].map((list) => list.length)).toEqual([
      1, 1, 34, 2,
    ]);
    expect(new Set(once.comments).size).toBe(34);
    expect(await second.deliver(longVisit())).toMatchObject({ ok: true });
    expect(comparable()).toEqual(once);
  });
});

describe('through the outbox, with one answer of each operation lost', () => {
  const effects = [
    ['the answer is lost', { kind: 'drop-after' }],
    ['a 500 comes although it worked', { kind: 'status', status: 500, acts: true }],
    ['HTML comes although it worked', { kind: 'garbage', garbage: 'html', acts: true }],
    ['nothing arrives', { kind: 'drop-before' }],
  ] as const;
  const operations = ['token', 'query', 'search', 'create', 'composite'] as const;

  it.each(operations.flatMap((operation) => effects.map((each) => [operation, ...each] as const)))(
    '%s: %s',
    async (operation, _name, effect) => {
      crm.setFaults([{ operation, times: 2, effect }]);
      const desk = openCrm(crm, http, { attachments });
      desk.visit({ phone: '54987654321' });
      await desk.until(() => expect(crm.ledger.files).toHaveLength(2));
      await desk.until(() => expect(desk.states()).toEqual(['delivered']));
      const told = comparable();
      expect([told.cases, told.contacts, told.comments, told.files].map((list) => list.length)).toEqual([
        1, 1, 4, 2,
      ]);
    },
  );
});
