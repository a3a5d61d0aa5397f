import { afterAll, describe, expect, it } from 'vitest';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { createProfileGateway } from '../../../../src-main/erp/profile/profile-gateway.ts';
import { profileSchema } from '../../../../src-main/erp/profile/profile-schema.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { CUSTOMER, DOCUMENT, INVOICE } from './every-operation.ts';
import { answered, FakeErp } from './fake-erp.ts';
import { minimalProfile } from './minimal-profile.ts';

const mapping = createMappingEngine();
const pdf = '%PDF-1.7 … %%EOF';

afterAll(() => mapping.close());

function gateway(
  answer: unknown,
  operations: Record<string, unknown> = {},
  profile: Record<string, unknown> = {},
) {
  const http = new FakeErp(() =>
    typeof answer === 'string'
      ? { ok: true, value: { status: 200, contentType: '', text: answer } }
      : answered(answer),
  );
  const described = profileSchema.parse({
    ...minimalProfile,
    ...profile,
    operations: { ...minimalProfile.operations, ...operations },
  });
  const logged: unknown[] = [];
  const write = (...line: unknown[]) => void logged.push(line);
  const erp = createProfileGateway(described, {
    baseUrl: 'http://127.0.0.1:8080/api',
    credentials: {},
    http,
    mapping,
    clock: new ManualClock(),
    log: { info: write, warn: write, error: write },
  });
  return { erp, http, logged };
}

const get = { method: 'GET', path: '/x' };

describe('a PDF', () => {
  it('is fetched from the invoice’s address, without anything that shows who asks', async () => {
    const { erp, http } = gateway(pdf);
    const fetched = await erp.getInvoicePdf(
      { ...INVOICE, pdfUrl: 'https://files.example.com/1.pdf' },
      DOCUMENT,
    );
    expect(fetched.ok && Buffer.from(fetched.value).toString('latin1')).toContain('%PDF-1.7');
    expect(http.requests).toEqual([
      {
        method: 'GET',
        url: 'https://files.example.com/1.pdf',
        timeoutMs: 8000,
        charset: 'bytes',
        maxBodyBytes: 5 * 1024 * 1024,
      },
    ]);
  });

  it('may lie where the ERP is, but at no other address without https', async () => {
    const { erp, http } = gateway(pdf);
    const note = (pdfUrl: string) => erp.getFiscalNotePdf({ id: '1', pdfUrl }, CUSTOMER);
    expect(await note('http://127.0.0.1:8080/1.pdf')).toMatchObject({ ok: true });
    expect(await note('http://169.254.169.254/1.pdf')).toMatchObject({ error: { kind: 'not-sent' } });
    expect(http.requests).toHaveLength(1);
  });

  it('must be one', async () => {
    const { erp } = gateway('<html>login</html>');
    const page = await erp.getInvoicePdf({ ...INVOICE, pdfUrl: 'https://files.example.com/1.pdf' }, DOCUMENT);
    expect(page).toMatchObject({ error: { kind: 'malformed' } });
  });

  it.each([
    ['text', { base_64: Buffer.from(pdf).toString('base64') }, true],
    [
      'a data address',
      { base_64: `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}` },
      true,
    ],
    ['another file', { base_64: Buffer.from('<html>').toString('base64') }, false],
    ['no base64', { base_64: '(indisponível)' }, false],
    ['nothing', {}, false],
  ])('comes as base64 from the ERP: %s', async (_name, answer, isOne) => {
    const { erp } = gateway(answer, { getInvoicePdf: { steps: [get], result: 'base_64' } });
    const result = await erp.getInvoicePdf(INVOICE, DOCUMENT);
    expect(result.ok).toBe(isOne);
    if (!result.ok) expect(result.error.kind).toBe('malformed');
  });
});

describe('invoices', () => {
  const row = { id: '1', dueDate: '2026-11-09', originalAmount: '10.00', amountDue: '10.00' };

  it('that the ERP marks as settled are not open, and are found by their id', async () => {
    const operations = {
      listOpenInvoices: { steps: [get], result: '[$rows($)]' },
      getInvoice: { steps: [get], result: '[$rows($)]' },
    };
    const { erp } = gateway([row, { ...row, id: '2', settled: 'S' }], operations);
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject({ value: [{ id: '1' }] });
    expect(await erp.getInvoice({ id: '2' }, DOCUMENT)).toMatchObject({ value: { id: '2', settled: true } });
    expect(await erp.getInvoice({ id: '3' }, DOCUMENT)).toEqual({ ok: true, value: undefined });
  });

  it('whose amounts disagree are logged, or refused where the ERP is known to be consistent', async () => {
    const operations = { listOpenInvoices: { steps: [get], result: '[$rows($)]' } };
    const odd = [{ ...row, amountDue: '10.02' }];
    const lenient = gateway(odd, operations);
    expect(await lenient.erp.listOpenInvoices(DOCUMENT)).toMatchObject({ ok: true });
    expect(lenient.logged).toEqual([
      ['ERP-AMOUNTS-DISAGREE', { invoiceId: '1', sumCents: 1000, dueCents: 1002 }],
    ]);
    const strict = gateway(odd, operations, { amounts: { consistent: true } });
    expect(await strict.erp.listOpenInvoices(DOCUMENT)).toMatchObject({
      error: { kind: 'malformed', detail: 'listOpenInvoices: row 1: the amounts do not add up' },
    });
  });

  it('never come to none by a mapping that yields nothing', async () => {
    const { erp } = gateway({ faturas: [row] }, { listOpenInvoices: { steps: [get], result: 'boletos' } });
    expect(await erp.listOpenInvoices(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  });
});

describe('a write-off', () => {
  const request = { customerErpId: '7001', invoiceId: '910001', idempotencyKey: 'key-1' };
  const operations = {
    writeOffInvoice: {
      steps: [{ method: 'POST', path: '/baixa', input: "{ 'boleto_id': writeOffId }" }],
      requires: ['writeOffId'],
      result: "{ 'outcome': success ? 'accepted' : 'refused', 'status': api_response }",
    },
  };

  it('names the id that the ERP writes off, and is not sent without it', async () => {
    const { erp, http } = gateway({ success: true, api_response: 'feito' }, operations);
    expect(await erp.writeOffInvoice(request)).toMatchObject({ outcome: 'refused' });
    expect(await erp.writeOffInvoice({ ...request, writeOffId: '950001' })).toEqual({
      outcome: 'accepted',
      detail: 'feito',
    });
    expect(http.requests).toMatchObject([
      { body: '{"boleto_id":"950001"}', headers: { 'idempotency-key': 'key-1' } },
    ]);
  });

  it('is not sent to an ERP that has none', async () => {
    const { erp, http } = gateway({});
    expect(erp.offers('writeOffInvoice')).toBe(false);
    expect(await erp.writeOffInvoice(request)).toMatchObject({ outcome: 'refused' });
    expect(http.requests).toEqual([]);
  });
});

describe('contacts and messages', () => {
  it('leave out what is empty, and take each once', async () => {
    const contacts = [
      { kind: 'email', value: 'a@b.c' },
      { kind: 'Phone', value: '(54) 3452-1000' },
      { kind: 'phone', value: '5434521000' },
      { kind: 'phone', value: '' },
    ];
    const { erp } = gateway(contacts, { getContacts: { steps: [get], result: '[$rows($)]' } });
    expect(await erp.getContacts(CUSTOMER)).toEqual({
      ok: true,
      value: [
        { kind: 'email', value: 'a@b.c' },
        { kind: 'phone', value: '5434521000' },
      ],
    });
    const texts = gateway(['Verificar', '', null], {
      getPendingMessages: { steps: [get], result: '[$items($)]' },
    });
    expect(await texts.erp.getPendingMessages(DOCUMENT)).toEqual({ ok: true, value: ['Verificar'] });
  });
});
