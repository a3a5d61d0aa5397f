import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import type { Fault } from '../../simulators/server/fault.ts';
import { type DeskOptions, invoiceId, maria, minute, openDesk, pay } from './desk.ts';

let erp: ErpSimulator;
let psp: PspSimulator;

beforeEach(async () => {
  erp = await startErpSimulator();
  psp = await startPspSimulator();
});

afterEach(async () => {
  await erp.close();
  await psp.close();
});

type Effect = NonNullable<Fault['effect']>;

/** The next write-off goes wrong like this; later ones work. */
function spoilOne(effect: Effect): void {
  erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect }]);
}

/** What the ERP says it got and did for the invoice. */
function ledger() {
  return erp.ledger.writeOffs.map(({ times, effective }) => ({ times, effective }));
}

/** Every POST for this invoice named the customer and bore the same key. */
function expectOneKey(): void {
  const posts = erp.ledger.writeOffPosts;
  expect(new Set(posts.map((post) => post.idempotencyKey)).size).toBe(1);
  expect(new Set(posts.map((post) => `${post.customerId} ${post.invoiceId}`))).toEqual(
    new Set([`${maria.id} ${invoiceId}`]),
  );
}

async function payAndEnd(state: string, options: DeskOptions = {}) {
  const desk = await openDesk(erp, psp, options);
  await pay(desk, psp, await desk.charge());
  await desk.until(() => expect(desk.writeOffs()).toEqual([state]));
  return desk;
}

it('writes a paid invoice off, once', async () => {
  const desk = await payAndEnd('DONE');
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
  expect(erp.isOpen(invoiceId)).toBe(false);
  expect(desk.alarms()).toEqual([]);
  expectOneKey();
});

it('sends none for a charge that nobody paid', async () => {
  const desk = await openDesk(erp, psp);
  await desk.charge();
  await desk.until(() => expect(desk.charges()).toEqual(['EXPIRED']));
  expect(erp.ledger.writeOffPosts).toEqual([]);
});

it.each<[string, Effect]>([
  ['the reply is lost', { kind: 'drop-after' }],
  ['a 500 comes although it worked', { kind: 'status', status: 500, acts: true }],
  ['a page of HTML comes although it worked', { kind: 'garbage', garbage: 'html', acts: true }],
  ['half an answer comes', { kind: 'garbage', garbage: 'broken-json', acts: true }],
])('took effect and %s: proven by the statement, not sent again', async (_name, effect) => {
  spoilOne(effect);
  await payAndEnd('DONE_BY_RECONCILIATION');
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it('took effect, the reply is lost and the statement tells nothing: proven by two absences', async () => {
  erp.behave({ statementOnWriteOff: false });
  spoilOne({ kind: 'drop-after' });
  await payAndEnd('DONE_BY_RECONCILIATION');
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it('took effect and the ERP says so in words that nobody configured: proven, not sent again', async () => {
  erp.behave({ writeOffStatus: 'Processado com êxito' });
  await payAndEnd('DONE_BY_RECONCILIATION');
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it.each<[string, Effect]>([
  ['a time-out', { kind: 'act-later', delayMs: 3_600_000 }],
  ['a broken connection', { kind: 'act-later', delayMs: 3_600_000, reply: 'drop' }],
  ['a 503', { kind: 'act-later', delayMs: 3_600_000, reply: 'unavailable' }],
])('takes effect minutes after %s: waited for, not sent again', async (_name, effect) => {
  spoilOne(effect);
  const desk = await openDesk(erp, psp, { rules: { settleWindowMs: 24 * 60 * minute }, erpTimeoutMs: 1_000 });
  await pay(desk, psp, await desk.charge());
  await desk.until(() => expect(desk.writeOffs()).toEqual(['UNKNOWN']));
  const reads = erp.ledger.requests.listOpenInvoices ?? 0;
  await desk.until(() => expect(erp.ledger.requests.listOpenInvoices).toBeGreaterThan(reads + 2));
  expect(erp.actPostponed()).toBe(1);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE_BY_RECONCILIATION']));
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it.each<[string, Effect]>([
  ['a time-out', { kind: 'hang' }],
  ['a broken connection', { kind: 'drop-before' }],
  ['a 503', { kind: 'status', status: 503 }],
  ['a page of HTML', { kind: 'garbage', garbage: 'html' }],
])('had no effect and ends in %s: sent again after the window, with the same key', async (_name, effect) => {
  spoilOne(effect);
  const desk = await payAndEnd('DONE', { erpTimeoutMs: 1_000 });
  expect(ledger()).toEqual([{ times: 2, effective: 1 }]);
  expect(desk.alarms()).toEqual([]);
  expectOneKey();
});

it('an ERP that honours the key is sent it again at once, and books it once', async () => {
  erp.behave({ honourIdempotencyKey: true });
  spoilOne({ kind: 'drop-after' });
  const desk = await openDesk(erp, psp, { rules: { repeat: 'safe' } });
  const charge = await desk.charge();
  // The ERP's own list lags behind: the invoice still looks open.
  const remove = erp.onRequest(({ operation }) => {
    if (operation === 'listOpenInvoices' && ledger()[0]?.effective === 1) erp.reopen(invoiceId);
  });
  await pay(desk, psp, charge);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
  remove();
  expect(ledger()).toEqual([{ times: 2, effective: 1 }]);
  expectOneKey();
});

it('is told that it was settled before by an answer to our repeat: done', async () => {
  erp.behave({ writeOffOfSettled: 'say-already-settled' });
  spoilOne({ kind: 'drop-after' });
  const desk = await openDesk(erp, psp, { rules: { repeat: 'safe' } });
  const charge = await desk.charge();
  // Between our read and our repeat the ERP catches up.
  const remove = erp.onRequest(({ operation }) => {
    if (ledger()[0]?.effective !== 1) return;
    if (operation === 'listOpenInvoices') erp.reopen(invoiceId);
    if (operation === 'writeOffInvoice') erp.settleElsewhere(invoiceId, { statement: false });
  });
  await pay(desk, psp, charge);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE_BY_RECONCILIATION']));
  remove();
  expect(ledger()).toEqual([{ times: 2, effective: 1 }]);
  expect(desk.alarms()).toEqual([]);
});

it('may never be sent twice, by the company’s rule: a person looks at it', async () => {
  spoilOne({ kind: 'hang' });
  const desk = await payAndEnd('MANUAL', { rules: { repeat: 'never' }, erpTimeoutMs: 1_000 });
  expect(ledger()).toEqual([{ times: 1, effective: 0 }]);
  expect(desk.alarms()).toEqual(['WRITE-OFF-UNPROVEN']);
});

it.each<[string, Effect]>([
  ['a 422', { kind: 'status', status: 422, body: { status: 'Fatura inválida' } }],
  ['a 403 of somebody in between', { kind: 'status', status: 403, body: 'forbidden' }],
])('is refused with %s: no repeat, a person looks at it', async (_name, effect) => {
  spoilOne(effect);
  const desk = await payAndEnd('MANUAL');
  expect(ledger()).toEqual([{ times: 1, effective: 0 }]);
  expect(desk.alarms()).toEqual(['WRITE-OFF-REFUSED']);
});

it.each([true, false])(
  'finds the invoice settled elsewhere (told by the statement: %s): nothing sent, the money goes back',
  async (statement) => {
    const desk = await openDesk(erp, psp);
    const charge = await desk.charge();
    erp.settleElsewhere(invoiceId, { statement });
    await pay(desk, psp, charge);
    await desk.until(() => expect(desk.writeOffs()).toEqual(['REFUND_DUE']));
    expect(erp.ledger.writeOffPosts).toEqual([]);
    expect(desk.alarms()).toEqual(['WRITE-OFF-SETTLED-ELSEWHERE']);
  },
);

it.each<[string, Effect]>([
  ['is down', { kind: 'status', status: 503, retryAfter: 2 }],
  ['answers HTML', { kind: 'garbage', garbage: 'html' }],
  ['hangs', { kind: 'hang' }],
])('waits for an ERP that %s, and the payment is safe meanwhile', async (_name, effect) => {
  const desk = await openDesk(erp, psp, { erpTimeoutMs: 1_000 });
  const charge = await desk.charge();
  erp.setFaults([{ effect }]);
  await pay(desk, psp, charge);
  const asked = erp.ledger.requests.listOpenInvoices ?? 0;
  await desk.until(() => expect(erp.ledger.requests.listOpenInvoices).toBeGreaterThan(asked + 2));
  expect(desk.writeOffs()).toEqual(['PENDING']);
  erp.setFaults([]);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it('two kiosks, one invoice, both paid: one write-off, the other payment goes back', async () => {
  const one = await openDesk(erp, psp);
  const other = await openDesk(erp, psp);
  const charges = [await one.charge(), await other.charge()] as const;
  await pay(one, psp, charges[0]);
  await one.until(() => expect(one.writeOffs()).toEqual(['DONE']));
  await pay(other, psp, charges[1]);
  await other.until(() => expect(other.writeOffs()).toEqual(['REFUND_DUE']));
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
  expect(other.alarms()).toEqual(['WRITE-OFF-SETTLED-ELSEWHERE']);
});

it('a kiosk that stops in the middle is gone on with by the next process: one write-off', async () => {
  spoilOne({ kind: 'act-later', delayMs: 3_600_000 });
  const first = await openDesk(erp, psp, {
    rules: { settleWindowMs: 24 * 60 * minute },
    erpTimeoutMs: 1_000,
  });
  await pay(first, psp, await first.charge());
  await first.until(() => expect(ledger()).toEqual([{ times: 1, effective: 0 }]));
  await first.stop();

  const second = await openDesk(erp, psp, { file: first.file, rules: { settleWindowMs: 24 * 60 * minute } });
  second.start();
  const reads = erp.ledger.requests.listOpenInvoices ?? 0;
  await second.until(() => expect(erp.ledger.requests.listOpenInvoices).toBeGreaterThan(reads));
  erp.actPostponed();
  await second.until(() => expect(second.writeOffs()).toEqual(['DONE_BY_RECONCILIATION']));
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it('the ERP’s own PIX: paid by proof, and never a write-off of ours', async () => {
  const desk = await openDesk(erp, psp);
  await desk.charge(maria.invoices.withPixCode);
  erp.settleByOwnPix(maria.invoices.withPixCode);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['NOT_OURS']));
  expect(desk.charges()).toEqual(['PAID']);
  expect(erp.ledger.writeOffPosts).toEqual([]);
  expect(psp.ledger.charges).toEqual([]);
});

it('a payment after the end of the charge is noticed: a person looks at it, nothing is sent', async () => {
  const desk = await openDesk(erp, psp);
  const charge = await desk.charge();
  await desk.until(() => expect(desk.charges()).toEqual(['EXPIRED']));
  psp.pay(charge.txid, { force: true });
  await desk.until(() => expect(desk.charges()).toEqual(['PAID']));
  expect(desk.writeOffs()).toEqual(['MANUAL']);
  expect(desk.alarms()).toEqual(['WRITE-OFF-LATE-PAYMENT']);
  expect(erp.ledger.writeOffPosts).toEqual([]);
});
