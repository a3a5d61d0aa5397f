import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Invoice } from '../../../src-main/domain/invoice.ts';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../../src-main/erp/profile/built-in-profiles.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { defaultErpToken, type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { fixtureInvoices } from '../../simulators/erp/fixture-invoices.ts';
import { writeFields } from '../../simulators/erp/write-fields.ts';
import {
  defaultErpBToken,
  type ErpBSimulator,
  startErpBSimulator,
} from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { fixtureInvoicesB } from '../../simulators/erp-b/fixture-invoices.ts';
import { CUSTOMER, everyOperation, PROSPECT } from '../../unit/erp/profile/every-operation.ts';
import { connectTestErp } from './connect-test-erp.ts';

/**
 * The decisions where the two contracts disagree (CONTRACTS.md G), as far as they are the ERP gateway's: both contracts
 * side by side, with the same customer and ids from ranges that have nothing in common.
 */
const mapping = createMappingEngine({ timeBoundMs: 20_000 });
const ok = (value: unknown) => ({ ok: true, value });
const { maria } = customers;
const { document } = maria;
const mariaB = customersB.maria;

let simA: ErpSimulator;
let simB: ErpBSimulator;
let http: HttpClient;
let logged: unknown[][];
let a: ErpGateway;
let b: ErpGateway;

beforeEach(async () => {
  logged = [];
  http = createHttpClient();
  simA = await startErpSimulator();
  simB = await startErpBSimulator();
  a = await connect({ profile: 'contract-a', baseUrl: simA.url, auth: { token: defaultErpToken } });
  b = await connect({ profile: 'contract-b', baseUrl: simB.url, auth: { token: defaultErpBToken } });
});

afterEach(async () => {
  await Promise.all([simA.close(), simB.close(), http.close()]);
});

afterAll(() => mapping.close());

function connect(settings: Record<string, unknown>, dataFolder?: string): Promise<ErpGateway> {
  const write = (...line: unknown[]) => void logged.push(line);
  const log = { info: write, warn: write, error: write };
  return connectTestErp(settings, { http, mapping, log }, dataFolder);
}

async function invoice(erp: ErpGateway, id: string, of = document): Promise<Invoice> {
  const open = await erp.listOpenInvoices(of);
  const found = open.ok ? open.value.find((each) => each.id === id) : undefined;
  if (!found) throw new Error(`no open invoice ${id}`);
  return found;
}

/** Pays at the kiosk, as far as the ERP hears of it. */
function writeOff(erp: ErpGateway, { id, writeOffId }: Invoice, idempotencyKey = 'transaction-1') {
  return erp.writeOffInvoice({
    customerErpId: erp === a ? maria.id : mariaB.id,
    invoiceId: id,
    ...(writeOffId === undefined ? {} : { writeOffId }),
    document,
    idempotencyKey,
    payment: { method: 'pix', amountCents: 100, txid: 'tx1' },
  });
}

describe('G.1 remote_id means three things', () => {
  it('contract A: the customer’s code on an invoice, the contract’s id in a list of contracts', async () => {
    expect((await invoice(a, maria.invoices.plain)).customerErpId).toBe('7001');
    expect(await a.listContracts(document)).toMatchObject(ok([{ id: '3001' }]));
  });

  it('contract B: the boleto’s id, and neither the customer’s nor a contract’s', async () => {
    const found = await invoice(b, mariaB.invoices.plain);
    const { boletoId } = simB.invoice(mariaB.invoices.plain);
    expect(found).toMatchObject({ writeOffId: boletoId, pdfId: boletoId, contractIds: [] });
    expect(found).not.toHaveProperty('customerErpId');
  });

  it('never goes into the kiosk’s own words by that name', async () => {
    const everything = [
      await a.listOpenInvoices(document),
      await a.listContracts(document),
      await b.listOpenInvoices(document),
    ];
    expect(JSON.stringify(everything)).not.toMatch(/remote_?id/i);
  });
});

describe('G.2 which id is written off', () => {
  it('is told apart by ranges that have nothing in common', () => {
    const today = '2026-11-22';
    const ids = [
      ...fixtureInvoices(today).flatMap(({ id }) => [id]),
      ...fixtureInvoicesB(today).flatMap(({ id, boletoId, code }) => [id, boletoId, code]),
      ...Object.values(customers).flatMap(({ id, contracts }) => [id, ...contracts.map((each) => each.id)]),
      ...Object.values(customersB).flatMap(({ id, contractId }) => [id, contractId]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('contract A: id_fatura', async () => {
    await writeOff(a, await invoice(a, maria.invoices.plain));
    expect(simA.ledger.settlements).toMatchObject([{ invoiceId: maria.invoices.plain, by: 'write-off' }]);
    expect(simA.ledger.writeOffPosts).toMatchObject([{ invoiceId: '910003', customerId: '7001' }]);
  });

  it('contract B: remote_id, as boleto_id', async () => {
    const { plain } = mariaB.invoices;
    await writeOff(b, await invoice(b, plain));
    expect(simB.ledger.settlements).toMatchObject([{ invoiceId: plain, by: 'write-off' }]);
    expect(simB.ledger.writeOffPosts).toMatchObject([{ boletoId: simB.invoice(plain).boletoId }]);
    for (const other of Object.values(mariaB.invoices)) expect(simB.isOpen(other)).toBe(other !== plain);
  });

  it('contract B: nothing is sent for an invoice whose boleto’s id is not known', async () => {
    const { writeOffId: _gone, ...found } = await invoice(b, mariaB.invoices.plain);
    expect(await writeOff(b, found)).toMatchObject({ outcome: 'refused' });
    expect(simB.ledger.writeOffPosts).toEqual([]);
  });
});

describe('G.3 the amount due', () => {
  it('is valor_atual in contract A and valor_final in contract B', async () => {
    expect(await invoice(a, maria.invoices.overdue)).toMatchObject({
      originalCents: 12_990,
      dueCents: 13_302,
    });
    expect(await invoice(b, mariaB.invoices.overdue)).toMatchObject({
      originalCents: 11_950,
      dueCents: 12_249,
    });
  });

  const wrong = [
    ['contract-a', customers.difficult.document, 'valor_atual'],
    ['contract-b', customersB.difficult.document, 'valor_final'],
  ] as const;

  it.each(wrong)('%s: a sum that disagrees is logged', async (name, of) => {
    expect(await (name === 'contract-a' ? a : b).listOpenInvoices(of)).toMatchObject({ ok: true });
    expect(logged.map(([code]) => code)).toContain('ERP-AMOUNTS-DISAGREE');
  });

  it.each(wrong)('%s: and refused where the ERP is known to be consistent', async (name, of) => {
    const folder = mkdtempSync(join(tmpdir(), 'balcao-consistent-'));
    mkdirSync(join(folder, 'erp-profiles'));
    const profile = Object(await builtInProfiles.get(name)?.load()) as Record<string, unknown>;
    const strict = { ...profile, amounts: { decimalMark: '.', thousandsMark: '', consistent: true } };
    writeFileSync(join(folder, 'erp-profiles', `${name}.json`), JSON.stringify(strict));
    const [baseUrl, token] =
      name === 'contract-a' ? [simA.url, defaultErpToken] : [simB.url, defaultErpBToken];
    const erp = await connect({ profile: name, baseUrl, auth: { token } }, folder);
    rmSync(folder, { recursive: true });
    expect(await erp.listOpenInvoices(of)).toMatchObject({ error: { kind: 'malformed' } });
    expect(await erp.listOpenInvoices(document)).toMatchObject({ ok: true });
  });
});

describe('G.4 proof of a settlement, and the key of a write-off', () => {
  it('contract A: a row of the statement with data_baixa', async () => {
    simA.settleElsewhere(maria.invoices.plain);
    const rows = await a.listStatement(document, maria.id);
    const row = rows.ok ? rows.value.find(({ invoiceId }) => invoiceId === maria.invoices.plain) : undefined;
    expect(row?.writtenOffOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('contract B: absence alone, for it has no statement', async () => {
    expect(b.offers('listStatements')).toBe(false);
    expect(await b.listStatement(document, mariaB.id)).toEqual(ok([]));
    simB.settleElsewhere(mariaB.invoices.plain);
    const open = await b.listOpenInvoices(document);
    expect(open.ok && open.value.map(({ id }) => id)).not.toContain(mariaB.invoices.plain);
    expect(logged).toEqual([]);
  });

  it('sends the transaction’s id as Idempotency-Key, the same on every try', async () => {
    for (const [erp, id] of [
      [a, maria.invoices.plain],
      [b, mariaB.invoices.plain],
    ] as const) {
      const found = await invoice(erp, id);
      await writeOff(erp, found, 'transaction-7');
      await writeOff(erp, found, 'transaction-7');
    }
    const keys = [...simA.ledger.writeOffPosts, ...simB.ledger.writeOffPosts];
    expect(keys.map(({ idempotencyKey }) => idempotencyKey)).toEqual(Array(4).fill('transaction-7'));
    expect(simB.ledger.writeOffPosts.map(({ transaction }) => transaction.id)).toEqual(
      Array(2).fill('transaction-7'),
    );
  });
});

describe('G.5 free texts prove nothing', () => {
  it.each(['Processando', 'Baixa efetuada?', 'OK, mas não', ''])(
    'contract A: "%s"',
    async (writeOffStatus) => {
      simA.behave({ writeOffStatus });
      expect(await writeOff(a, await invoice(a, maria.invoices.plain))).toMatchObject({ outcome: 'unknown' });
    },
  );

  it.each(['time-out-done', 'time-out-lost', 'time-out-late'] as const)(
    'contract B: success: false with a time-out (%s) is unknown, not failed',
    async (behaviour) => {
      simB.behave({ writeOff: behaviour });
      expect(await writeOff(b, await invoice(b, mariaB.invoices.plain))).toMatchObject({
        outcome: 'unknown',
      });
    },
  );
});

describe('G.6 and G.11 whose PIX it is', () => {
  it.each(['contract A', 'contract B'])(
    '%s: a pix_code makes the charge the ERP’s own, verbatim',
    async (which) => {
      const [erp, sim, id] =
        which === 'contract A'
          ? ([a, simA, maria.invoices.withPixCode] as const)
          : ([b, simB, mariaB.invoices.withPixCode] as const);
      expect((await invoice(erp, id)).pixCode).toBe(sim.invoice(id).pixCode);
    },
  );

  it('without one the account is what identifier names, or none', async () => {
    for (const [erp, invoices] of [
      [a, maria.invoices],
      [b, mariaB.invoices],
    ] as const) {
      const named = await invoice(erp, invoices.overdue);
      expect(named).toMatchObject({ accountKey: 'carteira-1' });
      expect(named).not.toHaveProperty('pixCode');
      const unnamed = await invoice(erp, invoices.plain);
      expect(unnamed).not.toHaveProperty('accountKey');
      expect(unnamed).not.toHaveProperty('pixCode');
    }
  });
});

describe('G.7 where the PDF comes from', () => {
  it('contract B: link_boleto is downloaded, without the token', async () => {
    const found = await invoice(b, mariaB.invoices.withLink);
    expect(found.pdfUrl).toMatch(/\/boletos\/\d+\.pdf$/);
    const headers: unknown[] = [];
    simB.onRequest((request) => void headers.push(request.headers.authorization));
    expect(await b.getInvoicePdf(found, document)).toMatchObject({ ok: true });
    expect(simB.ledger.requests).toMatchObject({ boleto_file: 1 });
    expect(simB.ledger.requests).not.toHaveProperty('get_invoice_pdf');
    expect(headers).toEqual([undefined]);
  });

  it('contract B: without it the function gives base64, by the boleto’s id', async () => {
    const found = await invoice(b, mariaB.invoices.plain);
    expect(found).not.toHaveProperty('pdfUrl');
    const bodies: unknown[] = [];
    simB.onRequest((request) => void bodies.push(request.body));
    const pdf = await b.getInvoicePdf(found, document);
    expect(pdf.ok && Buffer.from(pdf.value).toString()).toContain('%PDF-');
    expect(bodies).toEqual([{ boleto_id: simB.invoice(found.id).boletoId }]);
    expect(simB.ledger.requests).not.toHaveProperty('boleto_file');
  });

  it('contract A: neither; the kiosk draws its own from the typed line', async () => {
    const found = await invoice(a, maria.invoices.plain);
    expect(found).toMatchObject({ slip: { sound: true } });
    expect(await a.getInvoicePdf(found, document)).toMatchObject({ error: { kind: 'not-sent' } });
    expect(a.offers('getInvoicePdf')).toBe(false);
  });
});

describe('G.8 misspellings are part of the wire', () => {
  it('are written exactly', async () => {
    await a.createProspect({ ...PROSPECT, companyName: 'Nova Ltda', identity: '1', phone: '5434521000' });
    await everyOperation.createLead(a);
    await a.updateCustomer(CUSTOMER, { sex: 'F' });
    const [prospect, lead, change] = simA.ledger.writes.map(({ fields }) => Object.keys(fields));
    expect([...(prospect ?? [])].sort()).toEqual([...writeFields.createProspect].sort());
    expect(prospect).toEqual(
      expect.arrayContaining(['razão_social', 'uf_instalação'].map((name) => name.normalize('NFC'))),
    );
    expect(lead).toContain('CEP');
    expect(change).toContain('Sexo');
  });

  it.each(['printed', 'corrected'] as const)(
    'are read leniently: the ticket’s id as %s',
    async (ticketIdName) => {
      simA.behave({ ticketIdName });
      simB.behave({ ticketIdName });
      expect(await everyOperation.createTicket(a)).toEqual(ok({ id: '5601' }));
      expect(await everyOperation.createTicket(b)).toEqual(ok({ id: '76001' }));
    },
  );

  it('are read leniently: accents in either form', async () => {
    const words = ['Já Baixado'.normalize('NFD'), 'JA BAIXADO', 'já baixado'.normalize('NFC')];
    for (const alreadySettledStatus of words) {
      simA.behave({ writeOffOfSettled: 'say-already-settled', alreadySettledStatus });
      const found = await invoice(a, maria.invoices.plain);
      simA.settleElsewhere(found.id);
      expect(await writeOff(a, found)).toMatchObject({ outcome: 'already-settled' });
      simA.reopen(found.id);
    }
  });
});

describe('G.12 headers for paper', () => {
  it('contract A: bill_receipt for the boleto slip, bill_pix_receipt for the PIX receipt', async () => {
    const { billReceipt, billPixReceipt } = simA.invoice(maria.invoices.plain);
    const found = await invoice(a, maria.invoices.plain);
    expect(found.slipHeader?.split(/\r?\n/)).toEqual(billReceipt.split(/\r?\n/));
    expect(found.receiptHeader?.split(/\r?\n/)).toEqual(billPixReceipt.split(/\r?\n/));
    expect(found.slipHeader).not.toBe(found.receiptHeader);
  });

  it('contract B: has none, so that the terminal’s own is printed', async () => {
    const found = await invoice(b, mariaB.invoices.plain);
    expect(found).not.toHaveProperty('slipHeader');
    expect(found).not.toHaveProperty('receiptHeader');
  });
});

describe('G.13 how a customer can be reached', () => {
  it('contract B: by its function', async () => {
    expect(await b.getContacts({ document, erpId: mariaB.id })).toMatchObject(
      ok([{ kind: 'email' }, { kind: 'phone', value: '54987654321' }]),
    );
  });

  it('contract A: by old fields of the customer', async () => {
    expect(await a.getContacts(CUSTOMER)).toMatchObject(ok([{ kind: 'phone' }, {}, {}, { kind: 'email' }]));
  });

  it('in neither way: nothing is invented, so that the second factor cannot ask for a telephone', async () => {
    const company = customers.alphanumericCompany;
    for (const erp of [a, b]) {
      expect(await erp.getContacts({ document: company.document, erpId: company.id })).toEqual(ok([]));
      const found = await erp.getCustomer(company.document);
      expect(found).toMatchObject(ok({ phones: [] }));
      expect(found.ok && found.value).not.toHaveProperty('email');
    }
  });
});

describe('G.14 texts for the staff', () => {
  it('contract B: come by their own function only, and into nothing that a customer sees', async () => {
    expect(await b.getPendingMessages(document)).toEqual(ok(mariaB.pendingMessages));
    const seen = JSON.stringify([
      await b.getCustomer(document),
      await b.listOpenInvoices(document),
      await b.listServices({ document, erpId: mariaB.id }),
    ]);
    for (const text of mariaB.pendingMessages ?? ['?']) expect(seen).not.toContain(text);
  });

  it('contract A: has none', async () => {
    expect(a.offers('getPendingMessages')).toBe(false);
    expect(await a.getPendingMessages(document)).toMatchObject({ error: { kind: 'not-sent' } });
  });
});
