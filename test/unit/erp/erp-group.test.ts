import { describe, expect, it } from 'vitest';
import type { Contract, Customer } from '../../../src-main/domain/customer.ts';
import type { KnownCustomer, OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import type { Invoice } from '../../../src-main/domain/invoice.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import { ErpGroup, type GroupMember } from '../../../src-main/erp/erp-group.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const document = '52998224725';
const unreachable: RemoteFailure = { kind: 'no-answer', detail: 'time-out' };
const refused: RemoteFailure = { kind: 'refused', status: 404, detail: '' };

const maria: Customer = { erpId: 'A-7', name: 'Maria da Silva', active: true, phones: [] };

function invoice(id: string, dueDate: string): Invoice {
  return {
    id,
    customerName: maria.name,
    contractIds: [],
    description: '',
    dueDate,
    originalCents: 100,
    dueCents: 100,
    interestCents: 0,
    fineCents: 0,
    discountCents: 0,
    slip: { sound: false, problem: 'absent' },
  };
}

/** One ERP: what it answers to each question, and which questions it was asked. */
class Erp implements GroupMember {
  readonly id: string;
  readonly companyName: string;
  readonly asked: string[] = [];
  customer: Result<Customer | undefined, RemoteFailure> = success(maria);
  contracts: Result<readonly Contract[], RemoteFailure> = success([]);
  invoices: Result<readonly Invoice[], RemoteFailure> = success([]);
  down = false;
  givesPdf = false;

  constructor(id: string, companyName: string) {
    this.id = id;
    this.companyName = companyName;
  }

  readonly gateway: GroupMember['gateway'] = {
    getCustomer: () => this.#answer('customer', this.customer),
    listContracts: () => this.#answer('contracts', this.contracts),
    listOpenInvoices: (_document, contractId) =>
      this.#answer(`invoices ${contractId ?? 'all'}`, this.invoices),
    offers: (operation) => operation === 'getInvoicePdf' && this.givesPdf,
    getInvoicePdf: ({ id }) => this.#answer(`pdf ${id}`, success(new Uint8Array([1]))),
  };

  isDown(): boolean {
    return this.down;
  }

  fail(error: RemoteFailure = unreachable): void {
    this.customer = failure(error);
    this.contracts = failure(error);
    this.invoices = failure(error);
  }

  async #answer<T>(question: string, answer: T): Promise<T> {
    this.asked.push(question);
    await Promise.resolve();
    return answer;
  }
}

function two() {
  const a = new Erp('a', 'Rede Horizonte');
  const b = new Erp('b', 'Vale Fibra');
  const log = new RecordingLog();
  return { a, b, log, group: new ErpGroup([a, b], log) };
}

async function found(group: ErpGroup): Promise<KnownCustomer> {
  const customer = await group.findCustomer(document);
  if (!customer.ok || !customer.value) throw new Error('not found');
  return customer.value;
}

describe('one ERP', () => {
  it('is as if there were no group: its own ids, its own labels, its own failures', async () => {
    const erp = new Erp('a', 'Rede Horizonte');
    const log = new RecordingLog();
    const group = new ErpGroup([erp], log);
    erp.contracts = success([{ id: '1', label: 'Rua A' }]);
    erp.invoices = success([invoice('9', '2026-12-01'), invoice('8', '2026-11-01')]);
    const customer = await found(group);
    const account = await group.openAccount(document, customer);
    expect(account).toMatchObject({
      ok: true,
      value: {
        contracts: [{ erp: 'a', key: '1', id: '1', label: 'Rua A' }],
        invoices: [{ key: '9' }, { key: '8' }],
        unreadable: [],
      },
    });
    erp.fail();
    expect(await group.findCustomer(document)).toEqual(failure(unreachable));
    expect(await group.openAccount(document, customer)).toEqual(failure(unreachable));
    expect(await group.listOpenInvoices(document, customer)).toEqual(failure(unreachable));
    expect(log.codes).toEqual([]);
  });

  it('without contracts has one list', async () => {
    const erp = new Erp('a', 'Rede Horizonte');
    const group = new ErpGroup([erp], new RecordingLog());
    erp.contracts = failure(refused);
    const account = await group.openAccount(document, await found(group));
    expect(account).toMatchObject({ ok: true, value: { contracts: [] } });
  });
});

describe('a customer', () => {
  it.each<[string, string[], string[]]>([
    ['both', [], ['a', 'b']],
    ['the first', ['b'], ['a']],
    ['the second', ['a'], ['b']],
  ])('known to %s is asked for there from then on', async (_name, ignorant, knowing) => {
    const world = two();
    for (const erp of [world.a, world.b]) {
      if (ignorant.includes(erp.id)) erp.customer = success(undefined);
    }
    const customer = await found(world.group);
    expect([...customer.erpIds.keys()]).toEqual(knowing);
    await world.group.openAccount(document, customer);
    const asked = [world.a, world.b].filter((erp) => erp.asked.includes('invoices all')).map(({ id }) => id);
    expect(asked).toEqual(knowing);
    expect(customer.unreadable).toEqual([]);
  });

  it('known to none is not found', async () => {
    const { a, b, group } = two();
    a.customer = success(undefined);
    b.customer = success(undefined);
    expect(await group.findCustomer(document)).toEqual(success(undefined));
  });

  it('is never "not found" while an ERP fails: that one may know them', async () => {
    const { a, b, group } = two();
    a.customer = success(undefined);
    b.fail();
    expect(await group.findCustomer(document)).toEqual(failure(unreachable));
  });

  it('found in one while another fails: goes on, names the company, tells the log', async () => {
    const { a, group, log } = two();
    a.fail();
    const customer = await found(group);
    expect(customer.unreadable).toEqual(['Rede Horizonte']);
    expect([...customer.erpIds.keys()]).toEqual(['b']);
    expect(log.entries).toMatchObject([
      { code: 'ERP-PARTLY-UNAVAILABLE', fields: { erp: 'a', kind: 'no-answer' } },
    ]);
  });

  it('keeps the id of each ERP apart, and learns from a later one what an earlier does not tell', async () => {
    const { b, group } = two();
    b.customer = success({
      ...maria,
      erpId: 'B-1',
      name: 'MARIA',
      birthDate: '1980-01-02',
      phones: ['19911112222'],
    });
    const customer = await found(group);
    expect(customer).toMatchObject({
      name: 'Maria da Silva',
      birthDate: '1980-01-02',
      phones: ['19911112222'],
    });
    expect(Object.fromEntries(customer.erpIds)).toEqual({ a: 'A-7', b: 'B-1' });
  });

  it('proves themselves by the answer of one ERP, not by that of any', async () => {
    const { a, b, group } = two();
    a.customer = success({ ...maria, birthDate: '1980-01-02', phones: ['19911112222'] });
    b.customer = success({ ...maria, birthDate: '1999-09-09', phones: ['19988887777'] });
    expect(await found(group)).toMatchObject({ birthDate: '1980-01-02', phones: ['19911112222'] });
  });

  it('is asked for everywhere at once', async () => {
    const { a, b, group } = two();
    void group.findCustomer(document);
    await Promise.resolve();
    expect([a.asked, b.asked]).toEqual([['customer'], ['customer']]);
  });
});

describe('an account', () => {
  it('lists what both have, oldest first, and no two things under one name', async () => {
    const { a, b, group } = two();
    a.invoices = success([invoice('1', '2026-12-01')]);
    b.invoices = success([invoice('1', '2026-11-01'), invoice('2', '2026-12-24')]);
    a.contracts = success([{ id: '5', label: 'Rua A' }]);
    b.contracts = success([{ id: '5', label: 'Rua B' }]);
    const account = await group.openAccount(document, await found(group));
    if (!account.ok) throw new Error('failed');
    const { invoices, contracts } = account.value;
    expect(invoices.map(({ erp, id }) => `${erp} ${id}`)).toEqual(['b 1', 'a 1', 'b 2']);
    expect(new Set(invoices.map(({ key }) => key)).size).toBe(3);
    expect(contracts.map(({ label }) => label)).toEqual(['Rede Horizonte · Rua A', 'Vale Fibra · Rua B']);
    expect(new Set(contracts.map(({ key }) => key)).size).toBe(2);
  });

  it('of a customer of one company says nothing of the other', async () => {
    const { a, b, group } = two();
    b.customer = success(undefined);
    a.contracts = success([{ id: '5', label: 'Rua A' }]);
    const account = await group.openAccount(document, await found(group));
    expect(account).toMatchObject({ value: { contracts: [{ label: 'Rua A' }], unreadable: [] } });
  });

  it('offers an ERP without contracts as a whole beside those of another', async () => {
    const { a, b, group } = two();
    a.contracts = success([{ id: '5', label: 'Rua A' }]);
    b.contracts = failure(refused);
    const customer = await found(group);
    const account = await group.openAccount(document, customer);
    const choice = account.ok ? account.value.contracts[1] : undefined;
    expect(choice).toEqual({ erp: 'b', key: 'b:', label: 'Vale Fibra' });
    await group.listOpenInvoices(document, customer, choice);
    expect(b.asked.at(-1)).toBe('invoices all');
    expect(a.asked.at(-1)).not.toBe('invoices all 5');
  });

  it.each(['contracts', 'invoices'] as const)(
    'goes on without an ERP whose %s cannot be read, and says whose',
    async (what) => {
      const { a, b, group, log } = two();
      const customer = await found(group);
      a.invoices = success([invoice('1', '2026-12-01')]);
      b.invoices = success([invoice('2', '2026-12-01')]);
      b[what] = failure(unreachable);
      const account = await group.openAccount(document, customer);
      expect(account).toMatchObject({
        ok: true,
        value: { invoices: [{ id: '1' }], unreadable: ['Vale Fibra'] },
      });
      expect(log.codes).toEqual(['ERP-PARTLY-UNAVAILABLE']);
    },
  );

  it('fails when nothing could be read', async () => {
    const { a, b, group } = two();
    const customer = await found(group);
    a.fail();
    b.fail();
    expect(await group.openAccount(document, customer)).toEqual(failure(unreachable));
    expect(await group.listOpenInvoices(document, customer)).toEqual(failure(unreachable));
  });

  it('asks only the ERP of the contract that was chosen', async () => {
    const { a, b, group } = two();
    b.contracts = success([{ id: '5', label: 'Rua B' }]);
    const customer = await found(group);
    const account = await group.openAccount(document, customer);
    const choice = account.ok ? account.value.contracts.find(({ erp }) => erp === 'b') : undefined;
    a.asked.length = 0;
    await group.listOpenInvoices(document, customer, choice);
    expect(a.asked).toEqual([]);
    expect(b.asked.at(-1)).toBe('invoices 5');
  });
});

it('is down only when every ERP is', () => {
  const { a, b, group } = two();
  a.down = true;
  expect(group.isDown()).toBe(false);
  b.down = true;
  expect(group.isDown()).toBe(true);
});

describe('the PDF of an invoice', () => {
  it('comes from the ERP that the invoice is in, and from no other', async () => {
    const { a, b, group } = two();
    b.givesPdf = true;
    const [own, others, gone] = ['a', 'b', 'gone'].map((erp) => ({
      ...invoice('9', '2026-12-01'),
      erp,
      key: `${erp}:9`,
    })) as [OpenInvoice, OpenInvoice, OpenInvoice];
    expect([own, others].map((each) => group.mayHavePdf(each))).toEqual([false, true]);
    expect(group.mayHavePdf({ ...own, pdfUrl: 'https://example.com/1.pdf' })).toBe(true);
    expect(await group.getInvoicePdf(others, document)).toMatchObject({ ok: true });
    expect([a.asked, b.asked]).toEqual([[], ['pdf 9']]);
    expect(await group.getInvoicePdf(gone, document)).toMatchObject({ ok: false });
  });
});
