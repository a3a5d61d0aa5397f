import { describe, expect, it } from 'vitest';
import type { FoundCharge } from '../../../src-main/payment/charge-search.ts';
import { createKioskRecords, type KioskRecordsParts } from '../../../src-main/technician/kiosk-records.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const charge: FoundCharge = {
  id: 'c1',
  txid: 't1',
  source: 'api-pix',
  state: 'PAID',
  amountCents: 100,
  invoiceIds: ['1'],
  createdAt: 1,
  writeOffs: ['DONE'],
};

function open(change: Partial<KioskRecordsParts> = {}) {
  const asked: unknown[] = [];
  const log = new RecordingLog();
  const note = (...what: readonly unknown[]) => {
    asked.push(what);
    return 'done' as const;
  };
  const records = createKioskRecords({
    payments: {
      listWriteOffItems: () => ({ items: [], oldestUnknownSince: 5 }),
      findCharges: (...query) => {
        asked.push(query);
        return { charges: [charge, { ...charge, id: 'c2', state: 'EXPIRED' }], total: 2 };
      },
      retryWriteOff: (id) => note('retry', id),
      settleWriteOff: (id, reason) => note('settle', id, reason),
      refundPix: (id) => note('refund', id),
    },
    deliveries: {
      list: () => ({ items: [], total: 7 }),
      retry: (event, target) => note('retry', event, target),
      retryAll: (target) => note('retry-all', target),
      drop: (event, target, reason) => note('drop', event, target, reason),
    },
    receipts: { canReprint: () => true, reprint: (id) => note('reprint', id) },
    listPixAccounts: () => [{ id: 'conta', down: false, lastSuccessAt: 3 }],
    listErps: () => [{ id: 'principal', down: true }],
    timeZone: 'America/Manaus',
    log,
    ...change,
  });
  return { records, asked, log };
}

const unclear = {
  id: 'r1',
  protocol: '3B9F6F1C2F',
  kind: 'trust-unlock',
  erp: 'principal',
  serviceId: '6301',
  askedAt: 7,
} as const;

describe('the records of a running kiosk', () => {
  it('are put together as the page wants them', () => {
    expect(open().records.readRunning()).toEqual({
      erps: [{ id: 'principal', down: true }],
      pixAccounts: [{ id: 'conta', down: false, lastSuccessAt: 3 }],
      writeOffs: [],
      oldestUnknownSince: 5,
      deliveries: [],
      deliveriesTotal: 7,
    });
  });

  it('say how the gateway stands, where there is one', () => {
    const gateway = { address: '127.0.0.1:8443', state: 'failed', problem: 'EADDRINUSE' } as const;
    expect(open({ readGateway: () => gateway }).records.readRunning()).toMatchObject({ gateway });
  });

  it('offer a second copy for what is paid, if there is a printer', () => {
    const { records, asked } = open();
    expect(records.findCharges('x', 1).charges.map(({ canReprint }) => canReprint)).toEqual([true, false]);
    expect(asked).toEqual([['x', 1, 'America/Manaus']]);
    const without = open({ receipts: { canReprint: () => false, reprint: () => 'failed' } });
    expect(without.records.findCharges('', 0).charges.some(({ canReprint }) => canReprint)).toBe(false);
  });

  it('pass each wish on to its desk', () => {
    const { records, asked } = open();
    records.reprintReceipt('c1');
    records.retryWriteOff('w1');
    records.settleWriteOff('w1', 'why');
    records.retryDelivery(1, 'crm');
    records.retryDeliveries('crm');
    expect(records.dropDelivery(1, 'crm', 'why')).toEqual({ outcome: 'done' });
    expect(asked).toEqual([
      ['reprint', 'c1'],
      ['retry', 'w1'],
      ['settle', 'w1', 'why'],
      ['retry', 1, 'crm'],
      ['retry-all', 'crm'],
      ['drop', 1, 'crm', 'why'],
    ]);
  });

  it('list what customers asked for and nobody knows the end of, and let it be closed once', () => {
    const waiting = [unclear];
    const { records } = open({
      requests: { listUnclear: () => waiting, close: (id) => id === 'r1' && waiting.pop() !== undefined },
    });
    expect(records.readRunning().unclearRequests).toEqual([unclear]);
    expect(records.closeRequest('r1', 'conferido')).toEqual({ outcome: 'done' });
    expect(records.closeRequest('r1', 'conferido')).toEqual({ outcome: 'gone' });
    expect(records.readRunning()).not.toHaveProperty('unclearRequests');
  });

  it('say failed when the disk does not take it, and log neither reason nor words', () => {
    const { records, log } = open({
      deliveries: {
        list: () => ({ items: [], total: 0 }),
        retry: () => 'done',
        retryAll: () => 'done',
        drop: () => {
          throw new Error('disk I/O error');
        },
      },
    });
    expect(records.dropDelivery(1, 'crm', 'pedido de Fulana')).toEqual({ outcome: 'failed' });
    expect(log.codes).toEqual(['RECORDS-FAILED']);
    expect(JSON.stringify(log)).not.toContain('Fulana');
  });
});
