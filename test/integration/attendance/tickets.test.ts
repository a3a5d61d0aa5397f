import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ErpTickets } from '../../../src-main/attendance/tickets/erp-tickets.ts';
import type { TicketStanding, TicketWords } from '../../../src-main/attendance/tickets/ticket-desk.ts';
import type { FixedTicketParts } from '../../../src-main/attendance/tickets/ticket-erp.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { type ErpBSimulator, startErpBSimulator } from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { openCounter, type ServiceCounter } from './counter.ts';

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
  readonly tickets: ErpTickets;
  send(words: TicketWords): Promise<TicketStanding>;
}

async function openOffice(
  erps: readonly ('a' | 'b')[],
  settings: Partial<FixedTicketParts> & { readonly pendingTexts?: boolean } = {},
): Promise<Office> {
  const { pendingTexts = false, ...fixed } = settings;
  const places = {
    a: { contract: 'a', url: a.url, erpId: maria.id },
    b: { contract: 'b', url: b.url, erpId: customersB.maria.id },
  } as const;
  const counter = await openCounter(
    maria.document,
    Object.fromEntries(erps.map((id) => [id, places[id]])),
    mapping,
  );
  const { care, requests, markOf, log, visitId, customer } = counter;
  const parts = { erps: care, fixed: new Map(erps.map((id) => [id, { types: [], ...fixed }])), pendingTexts };
  const tickets = new ErpTickets({ ...parts, requests, markOf, log });
  const send = (words: TicketWords) => tickets.send({ visitId, document: maria.document, customer, words });
  return { counter, tickets, send };
}

async function offerOf({ tickets, counter }: Office) {
  const offer = await tickets.prepare(maria.document, counter.customer);
  if (!offer.ok) throw new Error(offer.error.kind);
  return offer.value;
}

/** What Maria says, about the first thing that she is offered. */
async function wordsFor(office: Office, change: Partial<TicketWords> = {}): Promise<TicketWords> {
  const [place] = (await offerOf(office)).places;
  if (!place) throw new Error('nothing is offered');
  return { place, subject: 'Sem conexão', message: 'Caiu ontem à noite', ...change };
}

/** Bodies of the tickets that an ERP received. */
const ticketsOf = {
  a: () => a.ledger.writes.map(({ fields }) => fields),
  b: () => b.ledger.writes.map(({ args }) => args),
};

const loseAnswer = {
  a: () => a.setFaults([{ operation: 'createTicket', effect: { kind: 'drop-after' } }]),
  b: () => b.setFaults([{ operation: 'create_ticket', effect: { kind: 'drop-after' } }]),
};

const refuse = {
  a: () => a.setFaults([{ operation: 'createTicket', effect: { kind: 'status', status: 422 } }]),
  b: () => b.setFaults([{ operation: 'create_ticket', effect: { kind: 'status', status: 422 } }]),
};

describe('what a ticket can be about', () => {
  it('is what the ERPs list, each company with its own', async () => {
    const offer = await offerOf(await openOffice(['a', 'b']));
    expect(offer.places.map(({ erp, service }) => [erp, service?.id])).toEqual([
      ['a', '6301'],
      ['a', '6302'],
      ['a', undefined],
      ['b', expect.any(String)],
      ...offer.places.slice(4).map(({ service }) => ['b', service?.id]),
    ]);
    expect(offer.lists.get('a')).toMatchObject({
      types: [{ id: '8801', name: 'Sem conexão' }],
      departments: [{ id: '8401' }, { id: '8402' }],
    });
    // Contract B has no such lists.
    expect(offer.lists.get('b')).toEqual({ types: [], departments: [] });
    expect(offer.contacts).toEqual([
      { kind: 'phone', value: '5554987654321' },
      { kind: 'phone', value: '5434521000' },
      { kind: 'email', value: 'maria@example.com' },
    ]);
  });

  it('lacks the company that cannot be asked now, and names it', async () => {
    const office = await openOffice(['a', 'b']);
    expect((await offerOf(office)).unreadable).toEqual([]);
    a.setFaults([{ operation: 'listTicketTypes', effect: { kind: 'status', status: 503 } }]);
    const { places, unreadable } = await offerOf(office);
    expect(new Set(places.map(({ erp }) => erp))).toEqual(new Set(['b']));
    expect(unreadable).toEqual(['a']);
    expect(office.counter.log.codes).toContain('ERP-PARTLY-UNAVAILABLE');
  });

  it('is less where the settings say it', async () => {
    const fixed = await offerOf(await openOffice(['a'], { departmentId: '8402', types: ['Mudança'] }));
    expect(fixed.lists.get('a')).toEqual({ types: [], departments: [] });
    expect(a.ledger.requests.listDepartments).toBeUndefined();
    const named = await offerOf(await openOffice(['a'], { types: ['Sem conexão'] }));
    expect(named.lists.get('a')?.types).toHaveLength(1);
  });

  it('leaves out a company that cannot be asked, and fails when none can', async () => {
    a.setFaults([{ operation: 'listTicketTypes', effect: { kind: 'status', status: 503 } }]);
    const office = await openOffice(['a', 'b']);
    expect((await offerOf(office)).places.every(({ erp }) => erp === 'b')).toBe(true);
    expect(office.counter.log.codes).toContain('ERP-PARTLY-UNAVAILABLE');
    const alone = await openOffice(['a']);
    expect(await alone.tickets.prepare(maria.document, alone.counter.customer)).toMatchObject({ ok: false });
  });

  it('does without services and contacts that cannot be read', async () => {
    a.setFaults([
      { operation: 'listServices', effect: { kind: 'drop-before' } },
      { operation: 'getCustomer', effect: { kind: 'drop-before' } },
    ]);
    expect(await offerOf(await openOffice(['a']))).toMatchObject({ places: [{ key: 'a:' }], contacts: [] });
  });
});

describe.each(['a', 'b'] as const)('a ticket at the ERP of contract %s', (contract) => {
  it('is opened with all that was said and what the settings fix; its number is the ERP’s', async () => {
    const office = await openOffice([contract], { employeeId: '8301' });
    const words = await wordsFor(office, {
      typeId: '8801',
      departmentId: '8402',
      contact: { kind: 'phone', value: '54987651111' },
    });
    const number = contract === 'a' ? '5601' : '76001';
    expect(await office.send(words)).toMatchObject({ outcome: 'done', protocol: number });
    expect(ticketsOf[contract]()).toEqual([
      {
        ...(contract === 'a' ? { id_cliente: maria.id } : { customer_document_number: maria.document }),
        id_servico: words.place.service?.id,
        id_tipo_de_atendimento: '8801',
        id_departamento: '8402',
        id_funcionario: '8301',
        telefone: '54987651111',
        assunto: 'Sem conexão',
        mensagem: 'Caiu ontem à noite',
      },
    ]);
    expect(office.counter.events).toEqual([
      { type: 'ticket-opened', requestId: expect.any(String), erp: contract, ticketId: number },
    ]);
  });

  it('whose answer was lost is in verification, and goes out once however often it is asked for', async () => {
    const office = await openOffice([contract]);
    const words = await wordsFor(office);
    loseAnswer[contract]();
    const first = await office.send(words);
    expect(first).toMatchObject({ outcome: 'unclear', protocol: expect.stringMatching(/^[0-9A-F]{10}$/) });
    (contract === 'a' ? a : b).setFaults([]);
    expect(await office.send(words)).toEqual(first);
    expect(ticketsOf[contract]()).toHaveLength(1);
    expect(office.counter.events.map(({ type }) => type)).toEqual(['request-unclear']);
    // Something else is another ticket.
    expect(await office.send({ ...words, message: 'E também o telefone' })).toMatchObject({
      outcome: 'done',
    });
  });

  it('that is refused says so, and is not asked for again', async () => {
    const office = await openOffice([contract]);
    const words = await wordsFor(office);
    refuse[contract]();
    expect(await office.send(words)).toMatchObject({ outcome: 'refused' });
    expect(await office.send(words)).toMatchObject({ outcome: 'refused' });
    expect(ticketsOf[contract]()).toHaveLength(1);
    expect(office.counter.events.map(({ type }) => type)).toEqual(['request-refused']);
  });

  it('leaves nothing of its words in the log, nor in what is kept of requests', async () => {
    const office = await openOffice([contract]);
    const contact = { kind: 'email', value: 'segredo@example.com' } as const;
    loseAnswer[contract]();
    await office.send(await wordsFor(office, { subject: 'Meu segredo', message: 'Um segredo', contact }));
    const { log, database, events } = office.counter;
    const rows = database.all('SELECT * FROM requests', z.looseObject({ id: z.string() }));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, log.entries, events])).not.toMatch(/segredo/i);
  });
});

it('carries the internal pending texts for staff, where the settings want it', async () => {
  const office = await openOffice(['b'], { pendingTexts: true });
  await office.send(await wordsFor(office));
  expect(ticketsOf.b()[0]).toMatchObject({
    mensagem:
      'Caiu ontem à noite\n\n[Pendências internas]\n- Equipamento não devolvido: roteador\n- Endereço a confirmar',
  });
  b.setFaults([{ operation: 'get_pending_messages', effect: { kind: 'drop-before' } }]);
  expect(await office.send(await wordsFor(office, { message: 'Outra' }))).toMatchObject({ outcome: 'done' });
  expect(ticketsOf.b()[1]).toMatchObject({ mensagem: 'Outra' });
});

it('that never reached the ERP may be sent again', async () => {
  const office = await openOffice(['a']);
  const words = await wordsFor(office);
  await a.close();
  expect(await office.send(words)).toMatchObject({ outcome: 'not-sent' });
  expect(office.counter.events).toEqual([]);
  expect(await office.send(words)).toMatchObject({ outcome: 'not-sent' });
});
