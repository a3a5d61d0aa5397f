import { expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { success } from '../../../src-main/domain/result.ts';
import type { HttpClient, HttpRequest } from '../../../src-main/http/http-client.ts';
import { createPaymentDesk, type PaymentListener } from '../../../src-main/payment/payment-desk.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import type { WriteOff } from '../../../src-main/payment/write-off-journal.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakeErp } from './fake-erp.ts';
import { customer, document, invoice, invoiceId, openTill, proofRules, visitId } from './till.ts';

/** A PSP as its HTTP: every charge can be made, and those in `paid` are. */
interface Psp extends HttpClient {
  readonly requests: HttpRequest[];
  /** Answers wait for this. */
  hold: Promise<void> | undefined;
}

function pspOver(paid: Set<string>): Psp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    hold: undefined,
    async request(request) {
      requests.push(request);
      await this.hold;
      const txid = request.url.split('/').at(-1) ?? '';
      const payment = { endToEndId: 'E'.repeat(32), valor: '99.90', horario: '2026-11-21T12:00:00Z' };
      const body = request.url.endsWith('/token')
        ? { access_token: 't', expires_in: 3600 }
        : {
            txid,
            status: paid.has(txid) ? 'CONCLUIDA' : 'ATIVA',
            valor: { original: '99.90' },
            pixCopiaECola: 'the QR text',
            ...(paid.has(txid) && { pix: [payment] }),
          };
      const text = JSON.stringify(body);
      return success({ status: 200, contentType: 'application/json', text });
    },
    close: () => Promise.resolve(),
  };
}

const silent: PaymentListener = {
  chargeChanged: () => undefined,
  chargeLooked: () => undefined,
  offerChanged: () => undefined,
  writeOffEnded: () => undefined,
};

function openDesk(
  options: {
    readonly database?: Database;
    readonly listener?: Partial<PaymentListener>;
    readonly alongsidePaid?: (charge: Charge) => void;
    readonly erp?: FakeErp;
    readonly paid?: Set<string>;
  } = {},
) {
  const { database = openTemporaryDatabase(), erp = new FakeErp(), paid = new Set<string>() } = options;
  const clock = new ManualClock();
  const till = openTill({ database, clock });
  const http = pspOver(paid);
  const account = {
    id: 'principal',
    payeeName: '',
    key: 'k',
    baseUrl: 'https://psp.example',
    tokenUrl: 'https://psp.example/token',
    clientId: '',
    clientSecret: '',
    timeoutMs: 1,
  };
  const desk = createPaymentDesk({
    database,
    clock,
    log: till.log,
    http,
    erps: new Map([
      [
        'principal',
        { ledger: erp, rules: { repeat: 'after-window', settleWindowMs: 600_000, ...proofRules } },
      ],
    ]),
    terminalId: 'T01',
    timeZone: 'America/Sao_Paulo',
    gate: new PaymentGate(),
    refunds: 'by-hand',
    readCertificateFile: () => Promise.reject(new Error('no certificate is needed')),
    accounts: { accounts: [account], defaultAccount: 'principal', accountByIdentifier: {} },
    chargeExpirySeconds: 600,
    erpChargeWaitSeconds: 900,
    random: () => 0.5,
    recordEvent: till.recordEvent,
    alongsidePaid: options.alongsidePaid ?? (() => undefined),
    listener: { ...silent, ...options.listener },
  });
  return {
    ...till,
    desk,
    erp,
    http,
    paid,
    async open(): Promise<Charge> {
      const opened = await desk.cashier.charge({ visitId, document, customer, invoices: [invoice()] });
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value.charge;
    },
  };
}

it('sees a charge through: paid, written off, and everybody told in that order', async () => {
  const told: string[] = [];
  const world = openDesk({
    listener: {
      chargeChanged: ({ state }) => told.push(state),
      writeOffEnded: ({ state }: WriteOff) => told.push(state),
    },
  });
  const charge = await world.open();
  expect(world.desk.findPaid(charge.id)).toBeUndefined();
  world.paid.add(charge.txid);
  await world.clock.advance(2_000);
  expect(told).toEqual(['PAID', 'DONE']);
  expect(world.desk.findPaid(charge.id)).toMatchObject({ charge: { state: 'PAID' }, settlement: 'done' });
  // The first late look: two people may pay one QR.
  expect(world.clock.pending).toBe(1);
});

it('writes off although everybody who listens throws', async () => {
  const broken = () => {
    throw new Error('the screen is gone');
  };
  const world = openDesk({
    listener: { chargeChanged: broken, chargeLooked: broken, writeOffEnded: broken },
  });
  const charge = await world.open();
  await world.clock.advance(10_000);
  world.paid.add(charge.txid);
  await world.clock.advance(10_000);
  expect(world.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'DONE', sends: 1 }]);
  expect(world.erp.writtenOff).toEqual([invoiceId]);
  // The first late look: two people may pay one QR.
  expect(world.clock.pending).toBe(1);
});

it('takes the payment once the receipt can be written down beside it', async () => {
  let full = true;
  const world = openDesk({
    alongsidePaid: () => {
      if (full) throw new Error('disk I/O error');
    },
  });
  const charge = await world.open();
  world.paid.add(charge.txid);
  await world.clock.advance(30_000);
  expect(world.journal.find(charge.id)?.state).toBe('AWAITING');
  expect(world.erp.sends).toEqual([]);
  full = false;
  await world.clock.advance(60_000);
  expect(world.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'DONE', sends: 1 }]);
});

it('starts on a disk that takes nothing, and catches up once it does', async () => {
  const healthy = openTemporaryDatabase();
  const erp = new FakeErp();
  const paid = new Set<string>();
  const first = openDesk({ database: healthy, erp, paid });
  erp.onWriteOff = () => new Promise(() => undefined);
  const charge = await first.open();
  paid.add(charge.txid);
  await first.clock.advance(2_000);
  expect(first.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'SENT' }]);
  erp.writeOff(invoiceId);

  let full = true;
  const sick = sickDatabase(healthy, (sql) => full && /^\s*(UPDATE|INSERT)/.test(sql));
  const second = openDesk({ database: sick, erp, paid });
  expect(() => second.desk.start()).not.toThrow();
  await second.clock.advance(60_000);
  full = false;
  await second.clock.advance(1_200_000);
  expect(second.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'DONE_BY_RECONCILIATION', sends: 1 }]);
});

it('offers no PIX after a restart before what was open is looked at, or 20 seconds went by', async () => {
  const database = openTemporaryDatabase();
  const first = openDesk({ database });
  const charge = await first.open();
  await first.desk.stop();
  let told = 0;
  const second = openDesk({ database, paid: first.paid, listener: { offerChanged: () => (told += 1) } });
  second.http.hold = new Promise(() => undefined);
  second.desk.start();
  await second.clock.advance(19_000);
  expect(second.desk.cashier.isUnavailable()).toBe(true);
  await second.clock.advance(1_000);
  expect(second.desk.cashier.isUnavailable()).toBe(false);
  expect(told).toBe(1);
  await second.desk.stop();

  first.paid.add(charge.txid);
  const third = openDesk({ database, paid: first.paid });
  third.desk.start();
  await third.clock.advance(0);
  expect(third.desk.cashier.isUnavailable()).toBe(false);
  expect(third.journal.find(charge.id)?.state).toBe('PAID');
});

it('looks again after the end of a charge, also after a restart', async () => {
  const database = openTemporaryDatabase();
  const paid = new Set<string>();
  const first = openDesk({ database, paid });
  const charge = await first.open();
  await first.clock.advance(605_000);
  expect(first.journal.find(charge.id)?.state).toBe('EXPIRED');
  expect(first.clock.pending).toBe(1);
  await first.desk.stop();
  expect(first.clock.pending).toBe(0);

  paid.add(charge.txid);
  const second = openDesk({ database, paid });
  second.desk.start();
  await second.clock.advance(60_000);
  expect(second.journal.find(charge.id)?.state).toBe('PAID');
  expect(second.alarms()).toEqual([{ code: 'WRITE-OFF-LATE-PAYMENT', chargeId: charge.id }]);
  expect(second.erp.sends).toEqual([]);
});

it('leaves no timer when it stops', async () => {
  const world = openDesk();
  world.erp.trouble.set('statement', { kind: 'no-answer', detail: '' });
  await world.open();
  await world.clock.advance(5_000);
  await world.desk.stop();
  expect(world.clock.pending).toBe(0);
  const requests = world.http.requests.length;
  await world.clock.advance(3_600_000);
  expect(world.http.requests).toHaveLength(requests);
});
