import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocumentMark } from '../../../src-main/attendance/joining/document-mark.ts';
import { ErpJoin } from '../../../src-main/attendance/joining/erp-join.ts';
import type { JoinCustomer, JoinRequest } from '../../../src-main/attendance/joining/join-desk.ts';
import type { JoinErpRules } from '../../../src-main/attendance/joining/join-erp.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { findRegistrations } from '../../../src-main/requests/registrations.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { type ErpBSimulator, startErpBSimulator } from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { fill } from '../../unit/attendance/joining/fill-form.ts';
import { anaCpf, formOf } from '../../unit/attendance/joining/join-people.ts';
import { openCounter, type ServiceCounter } from './counter.ts';

const { maria } = customers;
const AGREED_AT = Date.UTC(2026, 10, 21, 12);
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
  readonly desk: ErpJoin;
  readonly known: JoinCustomer;
  /** A form filled in by Ana, or by Maria who orders. */
  readonly request: (
    choices?: Readonly<Record<string, string>>,
    known?: JoinCustomer,
  ) => Promise<JoinRequest>;
}

async function openOffice(
  contract: 'a' | 'b',
  rules: Partial<JoinErpRules> & { readonly heldByPendingMessages?: boolean } = {},
): Promise<Office> {
  const { heldByPendingMessages = false, ...erpRules } = rules;
  const document = contract === 'a' ? maria.document : customersB.maria.document;
  const place =
    contract === 'a'
      ? ({ contract, url: a.url, erpId: maria.id } as const)
      : ({ contract, url: b.url, erpId: customersB.maria.id } as const);
  const counter = await openCounter(document, { [contract]: place }, mapping);
  const { care, requests, database, customer, visitId, log } = counter;
  const known = { customer, document };
  const desk = new ErpJoin({
    erps: care,
    rulesOf: () => ({ products: [], cities: [], ...erpRules }),
    rules: formOf().rules,
    offer: { join: true, orders: true },
    heldByPendingMessages,
    requests,
    findRequests: (mark) => findRegistrations(database, mark),
    markOf: createDocumentMark('T01'),
    terminal: { id: 'T01', timeZone: 'America/Sao_Paulo' },
    clock: new ManualClock(),
    log,
  });
  return {
    counter,
    desk,
    known,
    request: async (choices, orderer) => {
      const form = await desk.prepare(orderer);
      if (!form.ok) throw new Error(form.error.kind);
      if (!form.value) throw new Error('nothing to choose from');
      const { draft } = fill(form.value, { reseller: contract === 'a' ? '8201' : '81901', ...choices });
      return { visitId, draft, form: form.value, agreedAt: AGREED_AT, ...(orderer && { known: orderer }) };
    },
  };
}

describe('somebody new at an ERP of contract A', () => {
  it('becomes a prospect under the accented wire names, once, and can ask after it', async () => {
    const { desk, counter, request } = await openOffice('a');
    const filled = await request();
    expect(await desk.send(filled)).toMatchObject({ outcome: 'done', kind: 'prospect' });
    expect(await desk.send(filled)).toMatchObject({ outcome: 'done' });
    expect(a.ledger.writes.map(({ operation }) => operation)).toEqual(['createProspect']);
    expect(a.ledger.writes[0]?.fields).toMatchObject({
      nome: 'Ana Conceição Lima',
      cnpj_cpf: anaCpf,
      cep: '95700000',
      endereco_instalação: 'Rua São João',
      bairro_instalação: 'Centro',
      cidade_instalação: 'Bento Gonçalves',
      uf_instalação: 'RS',
      id_vencimento: '8505',
      id_revendedor: '8201',
      id_origem: '8601',
      servicos: [{ id_servico: '8101' }],
    });
    expect(counter.events).toEqual([
      expect.objectContaining({ type: 'registration-made', kind: 'prospect', erp: 'a', remoteId: '5401' }),
    ]);
    expect(await desk.progress(anaCpf)).toEqual([
      expect.objectContaining({ state: 'asked', status: 'Inicial', meaning: 'waiting' }),
    ]);
    expect(await desk.progress(maria.document)).toEqual([]);
  });

  it('leaves nothing of a person in the requests or the log', async () => {
    const { desk, counter, request } = await openOffice('a');
    await desk.send(await request());
    const rows = JSON.stringify(findRegistrations(counter.database, await createDocumentMark('T01')(anaCpf)));
    const kept = `${rows}${JSON.stringify(counter.events)}${JSON.stringify(counter.log.entries)}`;
    expect(rows).toContain('prospect');
    for (const secret of ['Ana', anaCpf, 'ana.lima', '54987650001', 'São João']) {
      expect(kept).not.toContain(secret);
    }
  });

  it.each(['drop-after', 'hang'] as const)(
    'is in verification when the reply is lost (%s), and never sent again',
    async (kind) => {
      const { desk, counter, request } = await openOffice('a');
      a.setFaults([{ operation: 'createProspect', effect: { kind } }]);
      const filled = await request();
      expect(await desk.send(filled)).toMatchObject({ outcome: 'unclear' });
      a.setFaults([]);
      expect(await desk.send(filled)).toMatchObject({ outcome: 'unclear' });
      expect(a.ledger.writes.filter(({ operation }) => operation === 'createProspect')).toHaveLength(1);
      expect(counter.events).toEqual([
        expect.objectContaining({ type: 'request-unclear', kind: 'prospect' }),
      ]);
      expect(await desk.progress(anaCpf)).toEqual([expect.objectContaining({ state: 'unclear' })]);
    },
  );

  it('is not sent again by another visit after a crash before the answer', async () => {
    const { desk, counter, request } = await openOffice('a');
    a.setFaults([{ operation: 'createProspect', effect: { kind: 'drop-after' } }]);
    const filled = await request();
    const first = await desk.send(filled);
    a.setFaults([]);
    // As the boot of a process finds it that died while it waited.
    counter.database.run(`UPDATE requests SET state = 'sent'`, {});
    const again = { ...(await request({ street: 'R. São João' })), visitId: 'another visit' };
    expect(await desk.send(again)).toMatchObject({ outcome: 'already', protocol: first.protocol });
    expect(a.ledger.writes.filter(({ operation }) => operation === 'createProspect')).toHaveLength(1);
    counter.database.run(`UPDATE requests SET state = 'unclear', handled_at = 1`, {});
    expect(await desk.send({ ...again, visitId: filled.visitId })).toMatchObject({ outcome: 'done' });
  });

  it('is a lead outside the coverage, with the CEP in capitals and its state', async () => {
    const { desk, request } = await openOffice('a');
    expect(await desk.send(await request({ city: 'other' }))).toMatchObject({
      outcome: 'done',
      kind: 'lead',
    });
    expect(a.ledger.writes[0]).toMatchObject({
      operation: 'createLead',
      fields: { nome: 'Ana Conceição Lima', cidade: 'Pinto Bandeira', estado: 'RS', CEP: '95700000' },
    });
  });

  it('chooses only from what the settings offer, by id or by name', async () => {
    const { desk } = await openOffice('a', {
      products: ['telefonia FIXA'],
      cities: ['8701'],
      resellerId: '8201',
    });
    const form = await desk.prepare();
    expect(form.ok && form.value?.companies[0]?.products.map(({ id }) => id)).toEqual(['8102']);
  });

  it('reads a refusal and its reason', async () => {
    const { desk, request, counter } = await openOffice('a');
    a.setFaults([{ operation: 'createProspect', effect: { kind: 'status', status: 422 } }]);
    expect(await desk.send(await request())).toMatchObject({ outcome: 'refused' });
    expect(counter.events).toEqual([expect.objectContaining({ type: 'request-refused' })]);
    expect(await desk.progress(anaCpf)).toEqual([]);
  });
});

describe('somebody new at an ERP of contract B', () => {
  it('places an order that carries its own id, without the cities that B lacks', async () => {
    const { desk, request } = await openOffice('b');
    const filled = await request({ cityName: 'Bento Gonçalves' });
    expect(await desk.send(filled)).toMatchObject({ outcome: 'done', kind: 'order' });
    const [write] = b.ledger.writes;
    expect(write?.operation).toBe('create_order');
    const order = write?.args.order as { readonly id: string };
    expect(order).toMatchObject({
      customer: { name: 'Ana Conceição Lima', document: anaCpf },
      address: { city: 'Bento Gonçalves', state: 'RS' },
      dueDateId: '83907',
    });
    expect(order.id).toBe(write?.idempotencyKey);
  });

  it('is in verification when the reply is lost', async () => {
    const { desk, request } = await openOffice('b');
    b.setFaults([{ operation: 'create_order', effect: { kind: 'drop-after' } }]);
    expect(await desk.send(await request())).toMatchObject({ outcome: 'unclear', kind: 'order' });
    expect(b.ledger.writes).toHaveLength(1);
  });
});

describe('a customer who orders', () => {
  it('orders at contract A, which makes a ticket of it', async () => {
    const { desk, known, request } = await openOffice('a');
    expect(desk.takesOrders(known.customer)).toBe(true);
    expect(await desk.send(await request({}, known))).toMatchObject({ outcome: 'done', kind: 'order' });
    expect(a.ledger.writes[0]).toMatchObject({
      operation: 'createTicket',
      fields: { id_cliente: maria.id, assunto: 'Pedido' },
    });
    // A ticket's id is no prospect's: the ERP is not asked by it.
    expect(await desk.progress(maria.document)).toEqual([expect.objectContaining({ state: 'received' })]);
  });

  it('orders at contract B, and is held back there while something internal is pending', async () => {
    const { desk, known, request } = await openOffice('b', { heldByPendingMessages: true });
    expect(await desk.isHeld(known)).toBe(true);
    expect(await desk.isHeld({ ...known, document: customersB.single.document })).toBe(false);
    expect(await desk.send(await request({}, known))).toMatchObject({ outcome: 'done', kind: 'order' });
    expect(b.ledger.writes[0]?.operation).toBe('create_order_for_customer');
    b.setFaults([{ operation: 'get_pending_messages', effect: { kind: 'status', status: 500 } }]);
    expect(await desk.isHeld({ ...known, document: customersB.single.document })).toBe(true);
  });
});
