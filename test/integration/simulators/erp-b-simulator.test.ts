import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  defaultErpBToken,
  type ErpBSimulator,
  startErpBSimulator,
} from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';

const { maria } = customersB;
const { plain, withPixCode } = maria.invoices;
let erp: ErpBSimulator;

beforeEach(async () => {
  erp = await startErpBSimulator({ today: '2026-11-21', now: () => Date.parse('2026-11-21T15:00:00Z') });
});

afterEach(() => erp.close());

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${erp.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${defaultErpBToken}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

const writeOff = (id = 'transaction-1') =>
  post(
    '/write_off_invoice',
    {
      transaction: { id, method: 'pix', amountCents: 8990 },
      boleto_id: erp.invoice(plain).boletoId,
      customer_document_number: maria.document,
    },
    { 'idempotency-key': id },
  );

const openIds = async () => {
  const { body } = await post('/list_open_invoices', { customer_document_number: maria.document });
  return (body as { fatura: string }[]).map(({ fatura }) => fatura);
};

describe('the write-off', () => {
  it('is counted with each POST and booked each time, whatever key it has', async () => {
    expect(await writeOff()).toEqual({
      status: 200,
      body: { success: true, api_response: '{"codigo": 0, "mensagem": "Recebimento lançado"}' },
    });
    await writeOff();
    erp.setFaults([{ times: 1, effect: { kind: 'drop-before' } }]);
    await expect(writeOff()).rejects.toThrow();
    expect(erp.ledger.writeOffs).toMatchObject([{ invoiceId: plain, times: 3, effective: 2 }]);
    expect(erp.ledger.writeOffPosts).toHaveLength(3);
    expect(erp.ledger.settlements).toEqual(
      Array(2).fill({ invoiceId: plain, by: 'write-off', at: '2026-11-21T15:00:00.000Z' }),
    );
    expect(await openIds()).not.toContain(plain);
  });

  it('comes late when it is told to', async () => {
    erp.behave({ writeOff: 'time-out-late' });
    expect(await writeOff()).toMatchObject({ body: { success: false } });
    expect(await openIds()).toContain(plain);
    expect(await post('/__control/settle-late', {})).toEqual({ status: 200, body: 1 });
    expect(await openIds()).not.toContain(plain);
  });

  it('refuses arguments by other names', async () => {
    expect(await post('/write_off_invoice', { boletoId: '1' })).toMatchObject({ status: 400 });
    expect(await post('/write_off_invoice', { transaction: { valor: 1 } })).toEqual({
      status: 400,
      body: { error: 'campo desconhecido: transaction.valor' },
    });
    expect(erp.ledger.settlements).toEqual([]);
  });
});

it('knows nobody without the token', async () => {
  const answer = await post('/get_customer', {}, { authorization: 'Bearer other' });
  expect(answer.status).toBe(401);
});

it('packs an answer into a text', async () => {
  erp.behave({ packing: 'text', absentField: 'none' });
  const { body } = await post('/get_invoice', {
    customer_bill_id: erp.invoice(plain).boletoId,
    customer_document_number: maria.document,
  });
  expect(JSON.parse(String(body))).toMatchObject([{ fatura: plain, pix_code: 'None', link_boleto: 'None' }]);
});

describe('controls', () => {
  it.each([
    ['settle-elsewhere', plain, 'elsewhere'],
    ['settle-by-own-pix', withPixCode, 'own-pix'],
    ['cancel', plain, 'cancelled'],
  ])('%s closes an invoice, and reopen opens it', async (control, invoiceId, by) => {
    expect(await post(`/__control/${control}`, { invoiceId })).toMatchObject({ status: 200 });
    expect(erp.ledger.settlements).toMatchObject([{ invoiceId, by }]);
    expect(await openIds()).not.toContain(invoiceId);
    await post('/__control/reopen', { invoiceId });
    expect(await openIds()).toContain(invoiceId);
  });

  it('change amounts and behaviour', async () => {
    await post('/__control/change-amounts', { invoiceId: plain, fineCents: 100 });
    await post('/__control/behave', { decimalMark: ',' });
    const { body } = await post('/list_open_invoices', { customer_document_number: maria.document });
    expect(body).toContainEqual(
      expect.objectContaining({ fatura: plain, multa: '1,00', valor_final: '90,90' }),
    );
  });

  it('refuse what cannot be', async () => {
    expect(await post('/__control/settle-by-own-pix', { invoiceId: plain })).toMatchObject({ status: 409 });
    expect(await post('/__control/cancel', { invoiceId: 'x' })).toMatchObject({ status: 409 });
    expect(await post('/__control/behave', { packing: 'xml' })).toMatchObject({ status: 400 });
  });
});
