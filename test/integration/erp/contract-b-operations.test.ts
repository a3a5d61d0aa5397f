import { describe, expect, it } from 'vitest';
import type { CustomerKey } from '../../../src-main/domain/customer.ts';
import type { ErpGateway, InvoiceKey } from '../../../src-main/erp/erp-gateway.ts';
import { erpOperations } from '../../../src-main/erp/erp-operation.ts';
import { writeFields } from '../../simulators/erp/write-fields.ts';
import { argumentsOf } from '../../simulators/erp-b/arguments.ts';
import type { ErpBSimulatorOptions } from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { everyOperation, ORDER, PROSPECT } from '../../unit/erp/profile/every-operation.ts';
import { setUpContractB } from './contract-b.ts';

const b = setUpContractB();
const { maria, company, alphanumericCompany, noneOpen, many, single, difficult } = customersB;
const MARIA: CustomerKey = { document: maria.document, erpId: maria.id };
const ok = (value: unknown) => ({ ok: true, value });

function keyOf(invoiceId: string): InvoiceKey {
  return { id: invoiceId, writeOffId: b.simulator.invoice(invoiceId).boletoId };
}

/** The only write that was sent. */
function sent(operation: string) {
  expect(b.simulator.ledger.writes.map((write) => write.operation)).toEqual([operation]);
  return b.simulator.ledger.writes[0];
}

async function openInvoice(invoiceId: string, customer: { document: string } = maria) {
  const invoices = await b.erp.listOpenInvoices(customer.document);
  const found = invoices.ok ? invoices.value.find(({ id }) => id === invoiceId) : undefined;
  if (!found) throw new Error(`no open invoice ${invoiceId}`);
  return found;
}

it('has the 13 functions, the eight without fields, and no other operation', () => {
  expect(erpOperations.filter((operation) => b.erp.offers(operation))).toHaveLength(21);
  expect(erpOperations.filter((operation) => !b.erp.offers(operation))).toEqual([
    'listContracts',
    'listStatements',
    'listDebtClearances',
    'createProspect',
    'updateProspect',
    'prospectStatus',
    'attachFiles',
    'listEmployees',
    'listDepartments',
    'listCities',
    'listTicketTypes',
    'listProspectStatuses',
  ]);
});

it('asks each of the 21 functions once by its name, with known arguments only', async () => {
  for (const call of Object.values(everyOperation)) await call(b.erp);
  const asked = Object.fromEntries(Object.keys(argumentsOf).map((name) => [name, 1]));
  expect(b.simulator.ledger.requests).toEqual(asked);
});

describe('get_customer', () => {
  it.each([
    ['a CPF', maria],
    ['a numeric CNPJ', company],
    ['an alphanumeric CNPJ', alphanumericCompany],
  ])('finds %s', async (_name, customer) => {
    expect(await b.erp.getCustomer(customer.document)).toMatchObject(
      ok({ erpId: customer.id, name: customer.name, active: true, contractId: customer.contractId }),
    );
  });

  it('brings what contract A’s customer has', async () => {
    expect(await b.erp.getCustomer(maria.document)).toEqual(
      ok({
        erpId: maria.id,
        name: maria.name,
        active: true,
        birthDate: '1985-03-15',
        registeredOn: '2022-04-10',
        phones: ['54987654321'],
        email: 'maria@example.com',
        contractId: '64001',
        address: 'Rua das Hortênsias - Bento Gonçalves/RS',
      }),
    );
  });

  it.each(['empty', 'null', 'none'] as const)('knows nobody when the answer is %s', async (nothing) => {
    await b.restart({ nothing });
    expect(await b.erp.getCustomer('11144477735')).toEqual(ok(undefined));
    await b.restart({ nothing, packing: 'text' });
    expect(await b.erp.getCustomer('11144477735')).toEqual(ok(undefined));
    expect(b.logged).toEqual([]);
  });
});

describe('list_open_invoices', () => {
  it('brings all 16 fields into the kiosk’s own words, oldest due date first', async () => {
    const invoices = await b.erp.listOpenInvoices(maria.document);
    const { overdue, withPixCode, withLink, plain, collection } = maria.invoices;
    expect(invoices.ok && invoices.value.map(({ id }) => id)).toEqual([
      overdue,
      withPixCode,
      withLink,
      plain,
      collection,
    ]);
    const books = b.simulator.invoice(overdue);
    expect(invoices.ok && invoices.value[0]).toEqual({
      id: overdue,
      writeOffId: books.boletoId,
      pdfId: books.boletoId,
      code: books.code,
      customerName: maria.name,
      contractIds: [],
      description: 'Plano Fibra 400 Mega',
      issueDate: books.issueDate,
      dueDate: books.dueDate,
      originalCents: 11_950,
      dueCents: 12_249,
      interestCents: 60,
      fineCents: 239,
      discountCents: 0,
      slip: { sound: true, boleto: expect.objectContaining({ kind: 'bank' }) },
      accountKey: 'carteira-1',
    });
    expect(invoices.ok && invoices.value[4]?.slip).toMatchObject({ boleto: { kind: 'collection' } });
  });

  it('brings one, none, or many', async () => {
    expect(await b.erp.listOpenInvoices(single.document)).toMatchObject(ok([{ id: single.invoices.plain }]));
    expect(await b.erp.listOpenInvoices(noneOpen.document)).toEqual(ok([]));
    const invoices = await b.erp.listOpenInvoices(many.document);
    expect(invoices.ok && invoices.value).toHaveLength(many.invoices.count);
  });

  it.each(['null', 'none'] as const)('takes %s for no invoices', async (nothing) => {
    await b.restart({ nothing });
    expect(await b.erp.listOpenInvoices(noneOpen.document)).toEqual(ok([]));
  });

  it('offers invoices with an unsound line, and tells of wrong sums', async () => {
    const invoices = await b.erp.listOpenInvoices(difficult.document);
    const slips = new Map(invoices.ok ? invoices.value.map(({ id, slip }) => [id, slip]) : []);
    expect(slips.get(difficult.invoices.noLine)).toEqual({ sound: false, problem: 'absent' });
    expect(slips.get(difficult.invoices.brokenLine)).toEqual({ sound: false, problem: 'wrong-check-digit' });
    expect(b.logged.map(([code]) => code)).toEqual(['ERP-TYPED-LINE-UNSOUND', 'ERP-AMOUNTS-DISAGREE']);
  });
});

describe('get_invoice', () => {
  it('finds one by the boleto’s id', async () => {
    const { plain } = maria.invoices;
    expect(await b.erp.getInvoice(keyOf(plain), maria.document)).toEqual(ok(await openInvoice(plain)));
    expect(await b.erp.getInvoice(keyOf(single.invoices.plain), maria.document)).toEqual(ok(undefined));
  });

  it('no longer finds a settled one, unless this ERP still does', async () => {
    const { plain } = maria.invoices;
    b.simulator.settleElsewhere(plain);
    expect(await b.erp.getInvoice(keyOf(plain), maria.document)).toEqual(ok(undefined));
    b.simulator.behave({ getInvoiceFindsSettled: true });
    expect(await b.erp.getInvoice(keyOf(plain), maria.document)).toMatchObject(ok({ id: plain }));
  });

  it('asks nothing without the boleto’s id', async () => {
    expect(await b.erp.getInvoice({ id: maria.invoices.plain }, maria.document)).toMatchObject({
      error: { kind: 'not-sent' },
    });
    expect(b.simulator.ledger.requests).toEqual({});
  });
});

describe('get_contacts and get_pending_messages', () => {
  it('brings e-mail and telephone', async () => {
    expect(await b.erp.getContacts(MARIA)).toEqual(
      ok([
        { kind: 'email', value: 'maria@example.com' },
        { kind: 'phone', value: '54987654321' },
      ]),
    );
    expect(await b.erp.getContacts({ document: noneOpen.document, erpId: noneOpen.id })).toEqual(ok([]));
  });

  it('brings texts for the staff, none, one or several', async () => {
    expect(await b.erp.getPendingMessages(maria.document)).toEqual(ok(maria.pendingMessages));
    expect(await b.erp.getPendingMessages(noneOpen.document)).toEqual(ok([]));
  });
});

describe('the lists without input', () => {
  it.each([
    [
      'listResellers',
      { id: '81901', name: 'Loja Norte', document: '33000167000101', email: 'norte@example.com' },
    ],
    ['listProducts', { id: '82901', name: 'Fibra 400 Mega' }],
    ['listDueDates', { id: '83907', name: 'dia 7' }],
    ['listOrigins', { id: '84901', name: 'Rádio' }],
  ] as const)('%s', async (operation, first) => {
    const entries = await b.erp[operation]();
    expect(entries.ok && entries.value[0]).toEqual(first);
  });
});

describe('orders and leads', () => {
  it('places an order', async () => {
    expect(await b.erp.createOrder(ORDER)).toEqual(ok({ id: '75001' }));
    expect(sent('create_order')).toMatchObject({
      idempotencyKey: 'order-1',
      args: {
        order: {
          id: 'order-1',
          customer: { name: 'Ana Nova', document: '11144477735', email: 'ana@example.com' },
          address: { street: 'Rua A', postalCode: '95700-010' },
          items: [{ productId: '8101', qty: 1, priceCents: 12_990 }],
          dueDateId: '8505',
          originId: '8601',
          resellerId: '8201',
          notes: 'Instalar à tarde',
        },
        message: 'Pedido do totem',
      },
    });
  });

  it('hears that an order was opened as a ticket', async () => {
    b.simulator.behave({ orderIsIssue: true, flags: 'word' });
    expect(await b.erp.createOrder(ORDER)).toEqual(ok({ id: '75001', asTicket: true }));
  });

  it('places an order of a customer', async () => {
    expect(await b.erp.createOrderForCustomer(ORDER, MARIA)).toEqual(ok({ id: '75002' }));
    expect(sent('create_order_for_customer')?.args).toMatchObject({
      order: { id: 'order-1' },
      message: 'Pedido do totem',
      customer_document_number: maria.document,
      wda_user: { id: maria.id, name: 'Ana Nova', document: maria.document, email: 'ana@example.com' },
    });
  });

  it.each(['empty', 'null', 'none'] as const)('leaves a lead, whose answer is %s', async (nothing) => {
    await b.restart({ nothing });
    expect(await everyOperation.createLead(b.erp)).toEqual(ok({}));
    const lead = sent('create_lead')?.args.lead;
    expect(Object.keys(Object(lead)).sort()).toEqual([...writeFields.createLead].sort());
  });
});

describe('the eight functions without fields, in the shape of contract A', () => {
  it('brings services, and those that are blocked by their own function', async () => {
    const blocked = {
      id: '73001',
      name: 'Fibra 400 Mega',
      situation: 'Bloqueado',
      priceCents: 11_950,
      planNumber: '1',
      address: 'Rua das Hortênsias, 120',
    };
    expect(await b.erp.listServices(MARIA)).toEqual(ok([blocked, expect.objectContaining({ id: '73002' })]));
    expect(await b.erp.listBlockedServices(MARIA)).toEqual(ok([blocked]));
    expect(b.simulator.ledger.requests).toMatchObject({ list_services: 1, list_blocked_services: 1 });
  });

  it('enables a blocked service on trust', async () => {
    const unlock = (serviceId: string) => b.erp.trustUnlock({ customer: MARIA, serviceId });
    expect(await unlock('73001')).toMatchObject({ outcome: 'accepted', detail: 'Liberado' });
    expect(b.simulator.ledger.writes[0]?.args).toEqual({
      customer_document_number: maria.document,
      id_servico: '73001',
    });
    expect(await unlock('73001')).toMatchObject({ outcome: 'already-settled' });
    expect(await unlock('73099')).toMatchObject({ outcome: 'refused' });
  });

  it.each(['printed', 'corrected'] as const)(
    'opens a ticket, its id under the %s name',
    async (ticketIdName) => {
      b.simulator.behave({ ticketIdName });
      expect(await everyOperation.createTicket(b.erp)).toEqual(ok({ id: '76001' }));
      expect(Object.keys(sent('create_ticket')?.args ?? {}).sort()).toEqual(
        [...argumentsOf.create_ticket].sort(),
      );
    },
  );

  it('edits only what changed of a customer', async () => {
    expect(await b.erp.updateCustomer(MARIA, { email: 'novo@example.com' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(sent('update_customer')?.args).toEqual({
      customer_document_number: maria.document,
      email: 'novo@example.com',
    });
  });

  it('brings fiscal notes, and one as PDF', async () => {
    const notes = await b.erp.listFiscalNotes(MARIA);
    expect(notes).toEqual(
      ok([
        {
          id: '74001',
          typeId: '22',
          number: '000.777',
          amountCents: 11_950,
          protocol: 'P74001',
          postedOn: '2026-10-07',
          identification: 'NFCom',
        },
      ]),
    );
    const pdf = await b.erp.getFiscalNotePdf({ id: '74001' }, MARIA);
    expect(pdf.ok && Buffer.from(pdf.value).toString('latin1')).toContain('%PDF-1.4');
    expect(await b.erp.getFiscalNotePdf({ id: '74099' }, MARIA)).toMatchObject({
      error: { kind: 'refused' },
    });
  });

  it('reads the names that contract A superseded too', async () => {
    const current = await b.erp.getCustomer(maria.document);
    const services = await b.erp.listBlockedServices(MARIA);
    await b.restart({ fieldNames: 'superseded' });
    const { contractId: _none, ...customer } = (current.ok ? current.value : undefined) ?? {};
    expect(await b.erp.getCustomer(maria.document)).toEqual(
      ok({ ...customer, address: 'Rua das Hortênsias - Bento Gonçalves/RS' }),
    );
    const { planNumber: _number, ...service } = (services.ok ? services.value[0] : undefined) ?? {};
    expect(await b.erp.listBlockedServices(MARIA)).toEqual(ok([service]));
  });
});

describe('vague formats', () => {
  async function readAll(erp: ErpGateway) {
    return Promise.all([
      erp.getCustomer(maria.document),
      erp.listOpenInvoices(maria.document),
      erp.getInvoice(keyOf(maria.invoices.overdue), maria.document),
      erp.getInvoicePdf(await openInvoice(maria.invoices.plain), maria.document),
      erp.getContacts(MARIA),
      erp.getPendingMessages(maria.document),
      erp.listFiscalNotes(MARIA),
      erp.listServices(MARIA),
      erp.listResellers(),
      erp.listProducts(),
      erp.listDueDates(),
      erp.listOrigins(),
    ]).then((answers) => JSON.parse(withoutPorts(JSON.stringify(answers))) as unknown);
  }

  const withoutPorts = (text: string) => text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1');

  it.each<[string, ErpBSimulatorOptions, Record<string, unknown>]>([
    ['JSON within a text', { packing: 'text' }, {}],
    ['JSON within a text, and None for what is absent', { packing: 'text', absentField: 'none' }, {}],
    ['null for what is absent', { absentField: 'null' }, {}],
    ['"None" for what is absent', { absentField: 'none' }, {}],
    ['absent fields left out', { absentField: 'missing' }, {}],
    ['flags of Python', { flags: 'python' }, {}],
    ['lists in objects', { listShape: 'object' }, {}],
    ['JSON numbers', { amountType: 'number' }, {}],
    ['Brazilian marks', { decimalMark: ',', thousandsMark: '.' }, { decimalMark: ',', thousandsMark: '.' }],
    ['Brazilian dates', { dateFormat: 'br' }, {}],
    ['dates with a time', { dateFormat: 'iso-time' }, {}],
    ['Brazilian dates with a time', { dateFormat: 'br-time' }, {}],
    [
      'a token in a header of its own',
      { tokenHeader: 'X-Api-Key', tokenScheme: '', token: 'k' },
      { auth: { header: 'X-Api-Key', scheme: '', token: 'k' } },
    ],
  ])('reads the same with %s', async (_name, options, settings) => {
    const expected = await readAll(b.erp);
    expect(JSON.stringify(expected)).not.toContain('"ok":false');
    await b.restart(options, settings);
    expect(await readAll(b.erp)).toEqual(expected);
  });

  it.each(['html', 'broken-json', 'double-brace'] as const)(
    'takes %s for a fault of the protocol, never for an empty answer',
    async (garbage) => {
      b.simulator.setFaults([{ effect: { kind: 'garbage', garbage, acts: true } }]);
      for (const answer of [
        await b.erp.getCustomer(maria.document),
        await b.erp.listOpenInvoices(maria.document),
        await b.erp.getInvoice(keyOf(maria.invoices.plain), maria.document),
        await b.erp.getContacts(MARIA),
        await b.erp.listServices(MARIA),
      ]) {
        expect(answer).toMatchObject({ ok: false, error: { kind: 'malformed' } });
      }
    },
  );

  it('leaves no document, name or token in log or failure', async () => {
    await b.restart({}, { auth: { token: 'wrong-token' } });
    const answers = [await b.erp.getCustomer(maria.document), await b.erp.listOpenInvoices(maria.document)];
    expect(answers.map(({ ok: fine }) => fine)).toEqual([false, false]);
    expect(JSON.stringify([b.logged, answers])).not.toMatch(/52998224725|wrong-token|Maria/);
  });

  it('sends what a new prospect is to no function: contract B has none for it', async () => {
    expect(await b.erp.createProspect(PROSPECT)).toMatchObject({ error: { kind: 'not-sent' } });
    expect(b.simulator.ledger.requests).toEqual({});
  });
});
