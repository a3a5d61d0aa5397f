import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import { erpOperations } from '../../../src-main/erp/erp-operation.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import {
  defaultErpToken,
  type ErpSimulator,
  type ErpSimulatorOptions,
  startErpSimulator,
} from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { writeFields } from '../../simulators/erp/write-fields.ts';
import { CUSTOMER, everyOperation, ORDER, PROSPECT } from '../../unit/erp/profile/every-operation.ts';
import { connectTestErp } from './connect-test-erp.ts';

const { maria } = customers;
const mapping = createMappingEngine();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let simulator: ErpSimulator;
let http: HttpClient;
let erp: ErpGateway;

async function start(
  options: ErpSimulatorOptions = {},
  settings: Record<string, unknown> = {},
): Promise<void> {
  simulator = await startErpSimulator(options);
  http = createHttpClient();
  erp = await connectTestErp(
    { baseUrl: simulator.url, auth: { token: defaultErpToken }, ...settings },
    { http, log, mapping },
  );
}

async function stop(): Promise<void> {
  await simulator.close();
  await http.close();
}

beforeEach(() => start());
afterEach(stop);
afterAll(() => mapping.close());

const ok = (value: unknown) => ({ ok: true, value });

/** The only write that was sent. */
function sent(operation: string) {
  expect(simulator.ledger.writes.map((write) => write.operation)).toEqual([operation]);
  return simulator.ledger.writes[0]?.fields;
}

it('has every operation but those that contract A does not know', () => {
  expect(erpOperations.filter((operation) => !erp.offers(operation))).toEqual([
    'getInvoicePdf',
    'getPendingMessages',
  ]);
});

it('asks each of the 25 requests by its own path', async () => {
  for (const call of Object.values(everyOperation)) await call(erp);
  const { unknown, ...requests } = simulator.ledger.requests;
  expect(unknown).toBeUndefined();
  expect(Object.keys(requests)).toHaveLength(25);
});

describe('papers and services', () => {
  it('brings fiscal notes', async () => {
    expect(await erp.listFiscalNotes(CUSTOMER)).toMatchObject(
      ok([
        {
          id: '6101',
          typeId: '21',
          number: '000.123',
          amountCents: 12_990,
          protocol: 'P6101',
          postedOn: '2026-10-05',
          identification: 'NFCom',
          pdfUrl: 'https://notas.example.com/6101.pdf',
        },
        { id: '6102', amountCents: 112_990 },
      ]),
    );
  });

  it('brings declarations that nothing is owed', async () => {
    expect(await erp.listDebtClearances(CUSTOMER)).toEqual(
      ok([{ id: '6201', year: 2025, amountCents: 155_880, pdfUrl: 'https://notas.example.com/q6201.pdf' }]),
    );
  });

  it('brings services, and which of them are blocked', async () => {
    const suspended = {
      id: '6301',
      name: 'Fibra 500 Mega',
      situation: 'Suspenso por débito',
      remarks: 'Contrato de 12 meses',
      priceCents: 12_990,
      planNumber: '1',
      address: 'Rua das Hortênsias, 120',
    };
    expect(await erp.listServices(CUSTOMER)).toEqual(
      ok([suspended, expect.objectContaining({ id: '6302', situation: 'Ativo' })]),
    );
    expect(await erp.listBlockedServices(CUSTOMER)).toEqual(ok([suspended]));
  });

  it('enables a blocked service on trust', async () => {
    const unlock = (serviceId: string) => erp.trustUnlock({ customer: CUSTOMER, serviceId });
    expect(await unlock('6301')).toMatchObject({ outcome: 'accepted', detail: 'Ativado' });
    expect(simulator.ledger.writes[0]?.fields).toEqual({ id_cliente: '7001', id_servico: '6301' });
    expect(await erp.listBlockedServices(CUSTOMER)).toEqual(ok([]));
    expect(await unlock('6301')).toMatchObject({ outcome: 'unknown', detail: 'Já ativo' });
    expect(await unlock('6399')).toMatchObject({ outcome: 'refused' });
  });

  it('finds contacts among the customer’s old fields', async () => {
    expect(await erp.getContacts(CUSTOMER)).toEqual(
      ok([
        { kind: 'phone', value: '5554987654321' },
        { kind: 'phone', value: '54987654321' },
        { kind: 'phone', value: '5434521000' },
        { kind: 'email', value: 'maria@example.com' },
      ]),
    );
  });

  it('finds one invoice among the open ones', async () => {
    const { plain } = maria.invoices;
    expect(await erp.getInvoice({ id: plain }, maria.document)).toMatchObject(
      ok({ id: plain, dueCents: 9990 }),
    );
    simulator.cancel(plain);
    expect(await erp.getInvoice({ id: plain }, maria.document)).toEqual(ok(undefined));
  });

  it('says that it does not have what contract A lacks, and sends nothing', async () => {
    expect(await erp.getPendingMessages(maria.document)).toMatchObject({ error: { kind: 'not-sent' } });
    expect(simulator.ledger.requests).toEqual({});
  });
});

describe('catalogues', () => {
  it.each([
    [
      'listProducts',
      {
        id: '8101',
        name: 'Fibra 500 Mega',
        description: 'Internet por fibra, 500 Mb/s',
        priceCents: 12_990,
        remarks: 'Wi-Fi incluído',
      },
    ],
    [
      'listResellers',
      { id: '8201', name: 'Loja Centro', document: '33000167000101', email: 'centro@example.com' },
    ],
    ['listEmployees', { id: '8301', name: 'Atendente José', remarks: 'Turno da manhã' }],
    ['listDepartments', { id: '8401', name: 'Financeiro' }],
    ['listDueDates', { id: '8505', name: 'dia 5' }],
    ['listOrigins', { id: '8601', name: 'Indicação de amigo' }],
    ['listCities', { id: '8701', name: 'Bento Gonçalves', latitude: -29.1699, longitude: -51.5188 }],
    ['listTicketTypes', { id: '8801', name: 'Sem conexão' }],
    ['listProspectStatuses', { id: '8901', name: 'Inicial' }],
  ] as const)('%s', async (operation, first) => {
    const entries = await erp[operation]();
    expect(entries.ok && entries.value[0]).toEqual(first);
  });
});

describe('writes, by the exact wire names', () => {
  it('registers a prospect', async () => {
    expect(await erp.createProspect(PROSPECT)).toEqual(ok({ id: '5401', remarks: 'Prospecto criado' }));
    const fields = sent('createProspect');
    expect(fields).toMatchObject({
      nome: 'Ana Nova',
      tipo_pessoa: 'Física',
      cnpj_cpf: '11144477735',
      data_nascimento: '1990-01-31',
      cep: '95700-010',
      endereco_instalação: 'Rua A',
      referencia_instalação: 'ao lado da praça',
      uf_instalação: 'RS',
      endereco_cobranca: 'Rua A',
      uf_cobranca: 'RS',
      latitude: '-29.17',
      celular_extra: '54987654321',
      servicos: [{ id_servico: '8101' }, { id_servico: '8102' }],
      anexos: [{ nome_documento: 'rg.jpg', formato: 'jpg', base_64: 'AAAA' }],
    });
    expect(fields).not.toHaveProperty('razão_social');
  });

  it('registers a company with a billing address of its own, and every field that there is', async () => {
    await erp.createProspect({
      ...PROSPECT,
      personKind: 'legal',
      companyName: 'Nova Ltda',
      identity: '123',
      phone: '5434521000',
      billing: { ...PROSPECT.installation, street: 'Rua B' },
      productIds: ['8101'],
      attachments: [],
    });
    const fields = sent('createProspect');
    expect(Object.keys(fields ?? {}).sort()).toEqual([...writeFields.createProspect].sort());
    expect(fields).toMatchObject({
      razão_social: 'Nova Ltda',
      tipo_pessoa: 'Juridica',
      endereco_cobranca: 'Rua B',
      servicos: [{ id_servico: '8101' }],
      anexos: [],
    });
  });

  it('registers a lead', async () => {
    expect(await everyOperation.createLead(erp)).toEqual(ok({ id: '5501', remarks: 'Lead criado' }));
    const fields = sent('createLead');
    expect(Object.keys(fields ?? {}).sort()).toEqual([...writeFields.createLead].sort());
    expect(fields).toMatchObject({ CEP: '95700-010', estado: 'RS', revendedor: 'Loja Centro' });
  });

  it.each(['printed', 'corrected'] as const)(
    'opens a ticket, its id under the %s name',
    async (ticketIdName) => {
      simulator.behave({ ticketIdName });
      expect(await everyOperation.createTicket(erp)).toEqual(ok({ id: '5601' }));
      const fields = sent('createTicket');
      expect(Object.keys(fields ?? {}).sort()).toEqual([...writeFields.createTicket].sort());
      expect(fields).toMatchObject({ anexo: [{ anexo: 'AAAA', obs: '', nome_anexo: 'foto.png' }] });
    },
  );

  it('leaves attachments out of a ticket without any', async () => {
    await erp.createTicket({ customer: CUSTOMER, subject: 'a', message: 'b', attachments: [] });
    expect(sent('createTicket')).toEqual({ id_cliente: '7001', assunto: 'a', mensagem: 'b' });
  });

  it('edits only what changed of a customer', async () => {
    expect(await erp.updateCustomer(CUSTOMER, { email: 'novo@example.com' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(sent('updateCustomer')).toEqual({
      id_cliente: '7001',
      email: 'novo@example.com',
    });
  });

  it('can edit every field of a customer but the document', async () => {
    const change = {
      name: 'a',
      tradeName: 'a',
      personKind: 'legal',
      identity: 'a',
      identityIssuer: 'a',
      municipalRegistration: 'a',
      icmsTaxpayer: 'N',
      nationality: 'a',
      birthCity: 'a',
      birthState: 'a',
      birthDate: '1990-01-01',
      maritalStatus: 'a',
      active: false,
      sex: 'F',
      occupation: 'a',
      registeredOn: '2020-01-01',
      address: PROSPECT.installation,
      location: { latitude: 1, longitude: 2 },
      phone: '1',
      workPhone: '2',
      mobile: '3',
      whatsapp: '4',
      email: 'a',
      remarks: 'a',
      alert: 'a',
    } as const;
    await erp.updateCustomer(CUSTOMER, change);
    const fields = sent('updateCustomer');
    const names = writeFields.updateCustomer.filter((name) => name !== 'cnpj_cpf');
    expect(Object.keys(fields ?? {}).sort()).toEqual(names.sort());
    expect(fields).toMatchObject({ Sexo: 'F', ativo: 'N', tipo_pessoa: 'Juridica', alerta: 'a' });
  });

  it('moves a prospect on and tells how far it is', async () => {
    await erp.createProspect(PROSPECT);
    expect(await erp.prospectStatus('5401')).toEqual(ok({ status: 'Inicial' }));
    expect(
      await erp.updateProspect({ prospectId: '5401', statusId: '8902', resellerId: '8201', remarks: 'x' }),
    ).toMatchObject({ outcome: 'accepted', detail: 'Em análise' });
    expect(simulator.ledger.writes[1]?.fields).toEqual({
      id_prospecto: '5401',
      status_prospeccao: '8902',
      id_revendedor: '8201',
      obs: 'x',
    });
    expect(await erp.prospectStatus('5401')).toEqual(ok({ status: 'Em análise' }));
    expect(await erp.prospectStatus('5499')).toEqual(ok(undefined));
    expect(await erp.updateProspect({ prospectId: '5499' })).toMatchObject({ outcome: 'refused' });
  });

  it('sends a file', async () => {
    expect(await everyOperation.attachFiles(erp)).toMatchObject({ outcome: 'accepted', detail: 'Sucesso' });
    expect(sent('attachFiles')).toEqual({
      id_prospecto: '5401',
      nome_arquivo: 'rg.jpg',
      arquivo: 'AAAA',
      obs: 'frente',
    });
  });

  it('takes an order as a prospect, and a customer’s order as a ticket', async () => {
    expect(await erp.createOrder(ORDER)).toEqual(ok({ id: '5401', remarks: 'Prospecto criado' }));
    expect(simulator.ledger.writes[0]).toMatchObject({
      operation: 'createProspect',
      idempotencyKey: 'order-1',
      fields: { nome: 'Ana Nova', obs: 'Pedido do totem', servicos: [{ id_servico: '8101' }] },
    });
    expect(await erp.createOrderForCustomer(ORDER, CUSTOMER)).toEqual(ok({ id: '5601', asTicket: true }));
    expect(simulator.ledger.writes[1]).toMatchObject({
      operation: 'createTicket',
      idempotencyKey: 'order-1',
      fields: { id_cliente: '7001', mensagem: 'Pedido do totem' },
    });
  });

  it.each(['Pronto!', 'Sucesso parcial', ''])('takes the status "%s" for no proof', async (actionStatus) => {
    simulator.behave({ actionStatus });
    expect(await everyOperation.attachFiles(erp)).toMatchObject({ outcome: 'unknown' });
  });

  it('does not know whether a ticket was opened when the reply is lost', async () => {
    simulator.setFaults([{ effect: { kind: 'drop-after' } }]);
    expect(await everyOperation.createTicket(erp)).toMatchObject({ error: { kind: 'no-answer' } });
    expect(simulator.ledger.writes).toHaveLength(1);
  });
});

describe('vague formats', () => {
  const reads = [
    'getCustomer',
    'listOpenInvoices',
    'listStatements',
    'listFiscalNotes',
    'listDebtClearances',
    'listServices',
    'listProducts',
  ] as const;

  it.each<[string, ErpSimulatorOptions, Record<string, unknown>]>([
    ['JSON numbers', { amountType: 'number' }, {}],
    ['Brazilian marks', { decimalMark: ',', thousandsMark: '.' }, { decimalMark: ',', thousandsMark: '.' }],
    ['dates with a time', { dateFormat: 'iso-time' }, {}],
    ['Brazilian dates', { dateFormat: 'br' }, {}],
    ['Brazilian dates with a time', { dateFormat: 'br-time' }, {}],
    ['lists in objects', { listShape: 'object' }, {}],
    ['input in the body of a GET', {}, { getInput: 'body' }],
    ['input in a form for one operation', {}, { operations: { getCustomer: { input: 'body' } } }],
  ])('reads the same with %s', async (_name, options, settings) => {
    const readAll = () => Promise.all(reads.map((operation) => everyOperation[operation](erp)));
    const expected = await readAll();
    expect(JSON.stringify(expected)).not.toContain('"ok":false');
    await stop();
    await start(options, settings);
    expect(await readAll()).toEqual(expected);
  });

  it('reads customer, statement and services by the superseded names too', async () => {
    const current = {
      customer: await erp.getCustomer(maria.document),
      contacts: await erp.getContacts(CUSTOMER),
    };
    await stop();
    await start({ fieldNames: 'superseded' });
    const { contractId: _none, ...customer } = current.customer.ok
      ? ((current.customer.value ?? {}) as Record<string, unknown>)
      : {};
    expect(await erp.getCustomer(maria.document)).toEqual(ok(customer));
    expect(await erp.getContacts(CUSTOMER)).toEqual(current.contacts);
    simulator.settleElsewhere(maria.invoices.plain);
    const rows = await erp.listStatement(maria.document, maria.id);
    expect(rows.ok && rows.value).toContainEqual(
      expect.objectContaining({
        invoiceId: maria.invoices.plain,
        writtenOffOn: expect.any(String),
        receivedCents: 9990,
        amountCents: 9990,
      }),
    );
    expect(await erp.listServices(CUSTOMER)).toMatchObject(
      ok([
        {
          id: '6301',
          situation: 'Suspenso por débito',
          priceCents: 12_990,
          address: 'Rua das Hortênsias, 120 - Bento Gonçalves/RS',
        },
        { id: '6302' },
      ]),
    );
  });
});
