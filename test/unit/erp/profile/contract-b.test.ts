import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { DOCUMENT, everyOperation, INVOICE } from './every-operation.ts';
import { answered } from './fake-erp.ts';
import { type OpenedErp, openBuiltIn } from './open-built-in.ts';

const mapping = createMappingEngine({ timeBoundMs: 20_000 });
let b: OpenedErp;

beforeAll(async () => {
  b = await openBuiltIn('contract-b', mapping);
});

afterAll(() => mapping.close());

describe('a write-off answered with 2xx', () => {
  it.each<[unknown]>([
    [null],
    ['None'],
    [{}],
    [[]],
    ['{}'],
    [{ success: null, api_response: 'Baixa efetuada' }],
    [{ success: 'talvez' }],
    [{ ok: true }],
    [[{ success: true }, { success: true }]],
    ['{ [ { "success": true } ] }'],
    [true],
  ])('and %j is unknown', async (body) => {
    b.http.answer = () => answered(body);
    expect(await everyOperation.writeOffInvoice(b.erp)).toMatchObject({ outcome: 'unknown' });
  });

  it.each<[unknown, string]>([
    [{ success: true }, 'accepted'],
    [[{ success: 'True', api_response: 'None' }], 'accepted'],
    ['{"success": "S", "api_response": null}', 'accepted'],
    [{ success: 0, api_response: { codigo: 7, texto: 'recusado' } }, 'refused'],
    [{ success: false, api_response: { error: 'Read timed out' } }, 'unknown'],
  ])('and %j is %s', async (body, outcome) => {
    b.http.answer = () => answered(body);
    expect(await everyOperation.writeOffInvoice(b.erp)).toMatchObject({ outcome });
  });
});

it('asks for a lead’s id only where the ERP says something of it', async () => {
  b.http.answer = () => answered({ id_lead: 5 });
  expect(await everyOperation.createLead(b.erp)).toEqual({ ok: true, value: { id: '5' } });
  b.http.answer = () => answered({ erro: 'nome inválido' });
  expect(await everyOperation.createLead(b.erp)).toMatchObject({ error: { kind: 'malformed' } });
});

it('refuses a row of somebody else’s', async () => {
  const row = {
    fatura: 1,
    remote_id: 2,
    vencimento: '2026-11-09',
    valor_inicial: '1.00',
    valor_final: '1.00',
  };
  b.http.answer = () => answered([{ ...row, document_number: '111.444.777-35' }]);
  expect(await b.erp.listOpenInvoices(DOCUMENT)).toMatchObject({ error: { kind: 'malformed' } });
  b.http.answer = () => answered([{ ...row, document_number: '529.982.247-25' }]);
  expect(await b.erp.listOpenInvoices(DOCUMENT)).toMatchObject({ value: [{ id: '1', writeOffId: '2' }] });
});

it('sends neither write-off nor PDF request without the boleto’s id', async () => {
  b.http.requests.length = 0;
  const { pdfId: _pdf, writeOffId: _writeOff, ...invoice } = INVOICE;
  expect(await b.erp.getInvoicePdf(invoice, DOCUMENT)).toMatchObject({ error: { kind: 'not-sent' } });
  expect(
    await b.erp.writeOffInvoice({
      customerErpId: '1',
      invoiceId: '910001',
      document: DOCUMENT,
      idempotencyKey: 'k',
    }),
  ).toMatchObject({ outcome: 'refused' });
  expect(b.http.requests).toEqual([]);
});

it('has one contract for each customer, and no statement, without asking', async () => {
  expect(await b.erp.listContracts(DOCUMENT)).toEqual({ ok: true, value: [] });
  expect(await b.erp.listStatement(DOCUMENT, '1')).toEqual({ ok: true, value: [] });
  expect(b.http.requests).toEqual([]);
});
