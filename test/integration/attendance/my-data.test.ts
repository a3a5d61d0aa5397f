import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ErpMyData } from '../../../src-main/attendance/my-data/erp-my-data.ts';
import type {
  MyDataAnswer,
  MyDataChange,
  MyDataRecords,
} from '../../../src-main/attendance/my-data/my-data-desk.ts';
import type { ContactGuard } from '../../../src-main/domain/contact-guard.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { type ErpBSimulator, startErpBSimulator } from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { allowing, openCounter, type ServiceCounter } from './counter.ts';

const { maria } = customers;
const mapping = createMappingEngine({ timeBoundMs: 20_000 });

let a: ErpSimulator;
let b: ErpBSimulator;

beforeEach(async () => {
  a = await startErpSimulator();
  b = await startErpBSimulator();
});

afterEach(async () => {
  await a.close();
  await b.close();
});

afterAll(() => mapping.close());

interface Office {
  readonly counter: ServiceCounter;
  read(): Promise<MyDataRecords>;
  /** Reads first, as the screen does, and remembers what was saved, as the visit does. */
  change(change: MyDataChange): Promise<MyDataAnswer>;
}

async function openOffice(erps: readonly ('a' | 'b')[], guard: ContactGuard = allowing): Promise<Office> {
  const places = {
    a: { contract: 'a', url: a.url, erpId: maria.id },
    b: { contract: 'b', url: b.url, erpId: customersB.maria.id },
  } as const;
  const chosen = Object.fromEntries(erps.map((id) => [id, places[id]]));
  const counter = await openCounter(maria.document, chosen, mapping);
  const { care, requests, markOf, visits, visitId, customer } = counter;
  const keepContact = visits.changeContact.bind(visits);
  const desk = new ErpMyData({ erps: care, guard, requests, markOf, keepContact });
  const { document } = maria;
  const changed: MyDataChange[] = [];
  const read = async () => {
    const records = await desk.read(document, customer);
    if (!records.ok) throw new Error(records.error.kind);
    return records.value;
  };
  return {
    counter,
    read,
    change: async (change) => {
      const owner = { visitId, document, customer, changed: [...changed] };
      const answer = await desk.save(owner, change, (await read()).records);
      if (answer.kind === 'sent' && answer.savings.some(({ outcome }) => outcome === 'done')) {
        changed.push(change);
      }
      return answer;
    },
  };
}

const email: MyDataChange = { field: 'email', value: 'segredo@example.com' };

const changesOf = {
  a: () => a.ledger.writes.map(({ fields }) => fields),
  b: () => b.ledger.writes.map(({ args }) => args),
};

const fault = {
  a: (kind: 'drop-after' | 'drop-before') => a.setFaults([{ operation: 'updateCustomer', effect: { kind } }]),
  b: (kind: 'drop-after' | 'drop-before') =>
    b.setFaults([{ operation: 'update_customer', effect: { kind } }]),
};

describe.each(['a', 'b'] as const)('contact data in the ERP of contract %s', (contract) => {
  const who = contract === 'a' ? { id_cliente: maria.id } : { customer_document_number: maria.document };

  it('are read, and of what changes only that is sent, in the field that it belongs to', async () => {
    const office = await openOffice([contract]);
    await office.change(email);
    await office.change({ field: 'phone', value: '54999990000' });
    await office.change({ field: 'phone', value: '5434529999' });
    await office.change({ field: 'whatsapp', value: '54999991111' });
    expect(changesOf[contract]()).toEqual([
      { ...who, email: 'segredo@example.com' },
      { ...who, telefone_celular: '54999990000' },
      { ...who, fone: '5434529999' },
      { ...who, whatsapp: '54999991111' },
    ]);
    expect(office.counter.events).toEqual([
      { type: 'contact-saved', fields: ['email'] },
      { type: 'contact-saved', fields: ['phone'] },
      { type: 'contact-saved', fields: ['phone'] },
      { type: 'contact-saved', fields: ['whatsapp'] },
    ]);
    expect((await office.read()).records[0]?.contacts).toContainEqual({ kind: 'email', value: email.value });
    // Whoever is told of it is told the new one.
    expect(office.counter.visits.find('visit-1')?.contact?.email).toBe(email.value);
  });

  it('are changed back, and once more to the same: each time the ERP is told', async () => {
    const office = await openOffice([contract]);
    const numbers = ['54999991111', '54999992222', '54999991111', '54999992222'];
    for (const value of numbers) {
      expect(await office.change({ field: 'whatsapp', value })).toMatchObject({
        savings: [{ outcome: 'done' }],
      });
    }
    expect(changesOf[contract]().map(({ whatsapp }) => whatsapp)).toEqual(numbers);
  });

  it('that are asked for twice go out once, also where no list tells that they are there', async () => {
    const office = await openOffice([contract]);
    const whatsapp: MyDataChange = { field: 'whatsapp', value: '54999991111' };
    const first = await office.change(whatsapp);
    expect(await office.change(whatsapp)).toEqual(first);
    expect(changesOf[contract]()).toHaveLength(1);
  });

  it('whose answer was lost are looked up: found, they are saved; nothing is sent twice', async () => {
    const office = await openOffice([contract]);
    fault[contract]('drop-after');
    expect(await office.change(email)).toMatchObject({ savings: [{ outcome: 'done' }] });
    expect(changesOf[contract]()).toHaveLength(1);
    expect(office.counter.events.map(({ type }) => type)).toEqual(['contact-saved']);
  });

  it('that may not have changed are in verification', async () => {
    const office = await openOffice([contract]);
    fault[contract]('drop-before');
    const first = await office.change(email);
    expect(first).toMatchObject({
      savings: [{ outcome: 'unclear', protocol: expect.stringMatching(/^\w{10}$/) }],
    });
    expect(await office.change(email)).toEqual(first);
    expect(changesOf[contract]()).toHaveLength(1);
    expect(office.counter.events.map(({ type }) => type)).toEqual(['request-unclear']);
  });

  it('leave nothing of what was typed in the log, the events or what is kept of requests', async () => {
    const office = await openOffice([contract]);
    fault[contract]('drop-before');
    await office.change(email);
    await office.change({ field: 'phone', value: '54999990000' });
    const { database, log, events } = office.counter;
    const rows = database.all('SELECT * FROM requests', z.looseObject({ id: z.string() }));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify([rows, log.entries, events])).not.toMatch(/segredo|9999/);
  });
});

it('a WhatsApp that was among the numbers before proves nothing by being there', async () => {
  const office = await openOffice(['a']);
  fault.a('drop-after');
  const known: MyDataChange = { field: 'whatsapp', value: '54987654321' };
  expect(await office.change(known)).toMatchObject({ savings: [{ outcome: 'unclear' }] });
});

it('a company that could not say who the customer is counts as unread', async () => {
  const office = await openOffice(['a', 'b']);
  const { care, requests, markOf, visits, customer } = office.counter;
  const keepContact = visits.changeContact.bind(visits);
  const desk = new ErpMyData({ erps: care, guard: allowing, requests, markOf, keepContact });
  const onlyThere = { ...customer, erpIds: new Map([['a', maria.id]]), unreadable: ['b'] };
  expect(await desk.read(maria.document, onlyThere)).toMatchObject({ value: { unreadable: ['b'] } });
});

it('an ERP that says no changes nothing and is told apart', async () => {
  a.behave({ actionStatus: 'Recusado' });
  const office = await openOffice(['a', 'b']);
  expect(await office.change(email)).toMatchObject({
    savings: [
      { companyName: 'a', outcome: 'refused' },
      { companyName: 'b', outcome: 'done' },
    ],
  });
  expect(office.counter.events.map(({ type }) => type).sort()).toEqual(['contact-saved', 'request-refused']);
});

it('a company that has it already is left alone', async () => {
  const office = await openOffice(['a', 'b']);
  await (await openOffice(['b'])).change(email);
  expect(await office.change(email)).toMatchObject({ savings: [{ companyName: 'a', outcome: 'done' }] });
  expect(changesOf.b()).toHaveLength(1);
});

it('a company that cannot be read is named and not changed', async () => {
  a.setFaults([{ operation: 'getCustomer', effect: { kind: 'drop-before' } }]);
  const office = await openOffice(['a', 'b']);
  expect(await office.read()).toMatchObject({ records: [{ erp: 'b' }], unreadable: ['a'] });
  await office.change(email);
  expect(changesOf.a()).toEqual([]);
  await expect((await openOffice(['a'])).read()).rejects.toThrow();
});

it.each([
  [
    'forbids it',
    success({ allowed: false, reason: 'E-mail de outro cliente' } as const),
    { kind: 'forbidden', reason: 'E-mail de outro cliente' },
  ],
  ['gives no answer', failure({ kind: 'no-answer', detail: '' } as const), { kind: 'not-now' }],
] as const)('nothing is sent when whoever is asked before %s', async (_what, permission, answer) => {
  const asked: unknown[] = [];
  const office = await openOffice(['a'], {
    mayChange(...question) {
      asked.push(question);
      return Promise.resolve(permission);
    },
  });
  expect(await office.change(email)).toEqual(answer);
  expect(asked).toEqual([['visit-1', { email: email.value }]]);
  expect([changesOf.a(), office.counter.events]).toEqual([[], []]);
});
