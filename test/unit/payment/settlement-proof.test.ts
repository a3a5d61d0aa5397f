import { describe, expect, it } from 'vitest';
import type { WriteOffRules } from '../../../src-main/payment/repeat-rule.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeErp } from './fake-erp.ts';
import { customer, document, invoice, invoiceId, unreachable } from './till.ts';

const intervalMs = 30_000;
const subject = { id: 'charge-1', document, customerErpId: customer.erpId, invoiceId };

function open(proofBy: WriteOffRules['proofBy'] = ['statement', 'absence']) {
  const erp = new FakeErp();
  const clock = new ManualClock();
  const proof = createSettlementProof(erp, clock, { proofIntervalMs: intervalMs, proofBy });
  return { erp, clock, proof, read: () => proof.read(subject) };
}

const absentOnce = { ok: true, value: { status: 'absent-once' } };
const byAbsence = { ok: true, value: { status: 'settled', proof: 'absence' } };
const byStatement = { ok: true, value: { status: 'settled', proof: 'statement' } };

it('sees an open invoice as it is now', async () => {
  const { erp, read } = open();
  erp.open.set(invoiceId, invoice({ dueCents: 10_000 }));
  expect(await read()).toEqual({
    ok: true,
    value: { status: 'open', invoice: invoice({ dueCents: 10_000 }) },
  });
});

it('takes one statement row with a write-off date for proof', async () => {
  const { erp, read } = open();
  erp.settle(invoiceId);
  expect(await read()).toEqual(byStatement);
});

it.each([
  ['of another invoice', { invoiceId: '910004', writtenOffOn: '2026-11-21' }],
  ['without a write-off date', { invoiceId }],
])('takes no statement row %s', async (_name, row) => {
  const { erp, read } = open();
  erp.open.clear();
  erp.statement.push(row);
  expect(await read()).toEqual(absentOnce);
});

it('believes the open list more than the statement: a part may have been paid', async () => {
  const { erp, read } = open();
  erp.statement.push({ invoiceId, writtenOffOn: '2026-11-21' });
  expect(await read()).toMatchObject({ value: { status: 'open' } });
});

it('believes absence only when it is seen again an interval later', async () => {
  const { erp, clock, read } = open();
  erp.settle(invoiceId, { statement: false });
  expect(await read()).toEqual(absentOnce);
  await clock.advance(intervalMs - 1);
  expect(await read()).toEqual(absentOnce);
  await clock.advance(1);
  expect(await read()).toEqual(byAbsence);
});

it('starts over when the invoice is seen again in between', async () => {
  const { erp, clock, read } = open();
  erp.open.clear();
  await read();
  await clock.advance(intervalMs);
  erp.open.set(invoiceId, invoice());
  await read();
  erp.open.clear();
  await clock.advance(intervalMs);
  expect(await read()).toEqual(absentOnce);
});

it.each(['invoices', 'customer'] as const)('counts no absence while the %s cannot be read', async (what) => {
  const { erp, clock, read } = open();
  erp.open.clear();
  erp.trouble.set(what, unreachable);
  expect(await read()).toEqual({ ok: false, error: unreachable });
  await clock.advance(intervalMs * 10);
  erp.trouble.clear();
  expect(await read()).toEqual(absentOnce);
});

it('counts absence without a statement: not every ERP has one', async () => {
  const { erp, clock, read } = open();
  erp.open.clear();
  erp.trouble.set('statement', { kind: 'refused', status: 404, detail: '' });
  await read();
  await clock.advance(intervalMs);
  expect(await read()).toEqual(byAbsence);
});

it('counts no absence while the ERP does not even know the customer', async () => {
  const { erp, clock, read } = open();
  erp.open.clear();
  erp.customer = undefined;
  for (let time = 0; time < 5; time += 1) {
    expect(await read()).toEqual(absentOnce);
    await clock.advance(intervalMs);
  }
});

it.each([3_600_000, -3_600_000, 31_536_000_000, -31_536_000_000])(
  'measures the interval although somebody moves the clock by %i ms',
  async (jump) => {
    const { erp, clock, read } = open();
    erp.open.clear();
    await read();
    clock.setWallTime(clock.wallTime() + jump);
    expect(await read()).toEqual(absentOnce);
    await clock.advance(intervalMs);
    expect(await read()).toEqual(byAbsence);
  },
);

it('counts an absence for the charge that saw it, not for a later charge of the same invoice', async () => {
  const { erp, clock, proof, read } = open();
  erp.open.clear();
  await read();
  await clock.advance(intervalMs * 10);
  expect(await proof.read({ ...subject, id: 'charge-2' })).toEqual(absentOnce);
});

it('keeps invoices of one charge apart', async () => {
  const { erp, clock, proof, read } = open();
  erp.open.clear();
  await read();
  await clock.advance(intervalMs);
  expect(await proof.read({ ...subject, invoiceId: '910004' })).toEqual(absentOnce);
});

const gone = { ok: true, value: { status: 'gone' } };

describe('where absence proves nothing', () => {
  it('an invoice that stays away is gone, not settled', async () => {
    const { erp, clock, read } = open(['statement']);
    erp.open.clear();
    expect(await read()).toEqual(absentOnce);
    await clock.advance(intervalMs);
    expect(await read()).toEqual(gone);
    await clock.advance(intervalMs);
    expect(await read()).toEqual(gone);
    erp.statement.push({ invoiceId, writtenOffOn: '2026-11-21' });
    expect(await read()).toEqual(byStatement);
  });

  it('an invoice that comes back is open', async () => {
    const { erp, clock, read } = open(['statement']);
    erp.open.clear();
    await read();
    await clock.advance(intervalMs);
    await read();
    erp.open.set(invoiceId, invoice());
    expect(await read()).toMatchObject({ value: { status: 'open' } });
  });
});

describe('where a settled invoice can be asked for', () => {
  const bySettledInvoice = { ok: true, value: { status: 'settled', proof: 'settled-invoice' } };

  it('its own word proves it', async () => {
    const { erp, read } = open(['settled-invoice']);
    erp.open.clear();
    erp.settled.set(invoiceId, invoice({ settled: true }));
    expect(await read()).toEqual(bySettledInvoice);
  });

  it('one that is there and not settled is no proof', async () => {
    const { erp, clock, read } = open(['settled-invoice']);
    erp.open.clear();
    erp.settled.set(invoiceId, invoice());
    await read();
    await clock.advance(intervalMs);
    expect(await read()).toEqual(gone);
  });

  it('a statement is not read where it proves nothing', async () => {
    const { erp, read } = open(['settled-invoice']);
    erp.settle(invoiceId);
    expect(await read()).toEqual(absentOnce);
  });

  it('what cannot be asked for proves nothing', async () => {
    const { erp, clock, read } = open(['settled-invoice', 'absence']);
    erp.open.clear();
    erp.trouble.set('invoice', unreachable);
    expect(await read()).toEqual(absentOnce);
    await clock.advance(intervalMs);
    expect(await read()).toEqual(byAbsence);
  });
});
