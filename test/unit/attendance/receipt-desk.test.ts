import { describe, expect, it } from 'vitest';
import { endCrashedVisits } from '../../../src-main/attendance/visit-diary.ts';
import { openReceiptCounter, ReceiptCounter } from './receipt-counter.ts';

describe('a receipt', () => {
  it('is printed as soon as the ERP confirmed, and says nothing of waiting', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = await counter.payAndAwait();
    expect(counter.told).toEqual([{ state: 'printing' }]);
    expect(counter.printer.jobs).toEqual([]);
    counter.settlement = 'done';
    counter.receipts.release(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.printer.jobs[0]).toContain('COMPROVANTE DE PAGAMENTO PIX');
    expect(counter.printer.jobs[0]).not.toContain('Baixa em processamento');
    expect(counter.told.at(-1)).toEqual({ state: 'printed' });
    expect(counter.printedFor).toEqual([id]);
  });

  it('waits four seconds for the ERP, no longer, and then says so', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    await counter.payAndAwait();
    await counter.clock.advance(3_999);
    expect(counter.printer.jobs).toEqual([]);
    await counter.clock.advance(1);
    expect(counter.printer.jobs[0]).toContain('Baixa em processamento');
  });

  it('does not wait where the ERP has settled the invoice by itself, as with its own PIX', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'done';
    await counter.payAndAwait();
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.told).toContainEqual({ state: 'printed' });
  });

  it('never stands in the way of money: a charge becomes paid even if its receipt cannot be noted', () => {
    const counter = openReceiptCounter();
    const charge = counter.charge();
    counter.database.run(`INSERT INTO receipts (charge_id, state) VALUES ($id, 'due')`, { id: charge.id });
    expect(counter.pay(charge).state).toBe('PAID');
    expect(counter.charges.find(charge.id)?.state).toBe('PAID');
    expect(counter.log.codes).toContain('RECEIPT-NOT-QUEUED');
  });

  it('masks the document', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    await counter.payAndAwait();
    await counter.clock.advance(4_000);
    expect(counter.printer.jobs[0]).toContain('***.982.247-**');
    // Not the three digits alone: ids on the paper are random.
    expect(counter.printer.jobs[0]).not.toMatch(/529\.?982/);
  });

  it('comes out once, whatever is told afterwards', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = await counter.payAndAwait();
    counter.receipts.release(id);
    counter.receipts.release(id);
    counter.receipts.await(id);
    counter.receipts.resume();
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
  });

  it('is due from the transaction that makes the charge paid, or not at all', () => {
    const counter = openReceiptCounter();
    const charge = counter.charge();
    counter.afterNoting = () => {
      throw new Error('disk full');
    };
    expect(() => counter.pay(charge)).toThrow('disk full');
    expect(counter.charges.find(charge.id)?.state).toBe('AWAITING');
    counter.afterNoting = () => undefined;
    counter.pay(charge);
    expect(counter.charges.find(charge.id)?.state).toBe('PAID');
  });

  it('of a charge that is not paid is never printed', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = counter.charge();
    counter.receipts.await(id);
    counter.receipts.release(id);
    counter.receipts.release('unknown');
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toEqual([]);
    expect(counter.told).toEqual([]);
  });

  it('is none without a printer', async () => {
    const counter = openReceiptCounter({ withPrinter: false });
    const { id } = await counter.payAndAwait();
    counter.receipts.release(id);
    counter.receipts.resume();
    await counter.clock.advance(10_000);
    expect(counter.told).toEqual([]);
  });
});

describe('a receipt whose customer is gone', () => {
  it.each(['left', 'timed-out', 'completed'] as const)(
    'is not printed for a stranger to find (%s)',
    async (reason) => {
      const counter = openReceiptCounter();
      counter.queue.start();
      const charge = counter.charge();
      counter.diary.end(charge.visitId, reason);
      const { id } = await counter.payAndAwait(charge);
      counter.receipts.release(id);
      counter.receipts.resume();
      await counter.clock.advance(10_000);
      expect(counter.printer.jobs).toEqual([]);
      expect(counter.told).toEqual([]);
    },
  );

  it('is printed when it was the kiosk that went', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const charge = counter.charge();
    endCrashedVisits(counter.diary, counter.visits);
    await counter.payAndAwait(charge);
    await counter.clock.advance(4_000);
    expect(counter.printer.jobs).toHaveLength(1);
  });

  it('is printed when the visit ended after the payment', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const charge = await counter.payAndAwait();
    counter.diary.end(charge.visitId, 'completed');
    await counter.clock.advance(4_000);
    expect(counter.printer.jobs).toHaveLength(1);
  });
});

describe('a receipt after a crash', () => {
  it('that was due is printed once by the next run', async () => {
    const before = openReceiptCounter();
    before.queue.start();
    before.pay(before.charge());

    const after = new ReceiptCounter(before.database);
    endCrashedVisits(after.diary, after.visits);
    after.queue.start();
    after.receipts.resume();
    await after.clock.advance(10_000);
    expect(after.printer.jobs).toHaveLength(1);

    const later = new ReceiptCounter(before.database);
    later.queue.start();
    later.receipts.resume();
    await later.clock.advance(10_000);
    expect(later.printer.jobs).toEqual([]);
  });

  it('that was queued waits in the queue and is not queued twice', async () => {
    const before = openReceiptCounter();
    before.receipts.release(before.pay(before.charge()).id);

    const after = new ReceiptCounter(before.database);
    after.queue.start();
    after.receipts.resume();
    await after.clock.advance(10_000);
    expect(after.printer.jobs).toHaveLength(1);
  });

  it('that was half out is uncertain, and no second one follows by itself', async () => {
    const before = openReceiptCounter();
    before.printer.holdNext();
    before.queue.start();
    const charge = await before.payAndAwait();
    before.receipts.release(charge.id);
    await before.clock.advance(0);
    expect(before.printer.jobs).toHaveLength(1);

    const after = new ReceiptCounter(before.database);
    after.queue.start();
    after.receipts.resume();
    await after.clock.advance(10_000);
    expect(after.printer.jobs).toEqual([]);
  });
});

describe('the customer at the paid screen', () => {
  it('is told that the receipt waits for a printer that was in trouble before', async () => {
    const counter = openReceiptCounter();
    counter.printer.condition = 'no-paper';
    counter.queue.start();
    await counter.payAndAwait();
    await counter.clock.advance(4_000);
    expect(counter.told.at(-1)).toEqual({ state: 'waiting', trouble: 'no-paper' });
    counter.printer.condition = 'ok';
    await counter.clock.advance(5_000);
    expect(counter.told.at(-1)).toEqual({ state: 'printed' });
  });

  it('is told of trouble that is noticed only when the receipt should go out', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    await counter.payAndAwait();
    counter.printer.condition = 'cover-open';
    await counter.clock.advance(4_000);
    expect(counter.told.at(-1)).toEqual({ state: 'waiting', trouble: 'cover-open' });
    counter.printer.condition = 'no-paper';
    await counter.clock.advance(5_000);
    expect(counter.told.at(-1)).toEqual({ state: 'waiting', trouble: 'no-paper' });
  });

  it('is told when nobody knows whether it came out', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const end = counter.printer.holdNext();
    await counter.payAndAwait();
    await counter.clock.advance(4_000);
    end({ outcome: 'uncertain', status: 'offline' });
    await counter.clock.advance(0);
    expect(counter.told.at(-1)).toEqual({ state: 'uncertain' });
    expect(counter.printedFor).toEqual([]);
  });

  it('is told that there is none when it cannot be queued, and the log why', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    await counter.payAndAwait();
    counter.queue.enqueue = () => {
      throw new Error('disk full');
    };
    await counter.clock.advance(4_000);
    expect(counter.log.codes).toContain('RECEIPT-NOT-QUEUED');
    expect(counter.told.at(-1)).toEqual({ state: 'none' });
  });
});

describe('stopping', () => {
  it('leaves a receipt due for the next run', async () => {
    const before = openReceiptCounter();
    before.queue.start();
    await before.payAndAwait();
    before.receipts.stop();
    await before.clock.advance(10_000);
    expect(before.printer.jobs).toEqual([]);

    const after = new ReceiptCounter(before.database);
    after.queue.start();
    after.receipts.resume();
    await after.clock.advance(0);
    expect(after.printer.jobs).toHaveLength(1);
  });
});

describe('news of a print job', () => {
  it('that is no receipt concerns nobody here', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const jobId = counter.queue.enqueue({ kind: 'slip', visitId: 'v', document: { blocks: [] } });
    await counter.clock.advance(0);
    expect(counter.receipts.jobChanged(jobId)).toBeUndefined();
    expect(counter.receipts.jobChanged('unknown')).toBeUndefined();
    expect(counter.told).toEqual([]);
  });
});

it('names the company of the ERP that was paid', async () => {
  const counter = openReceiptCounter();
  counter.queue.start();
  counter.settlement = 'done';
  await counter.payAndAwait(counter.charge(undefined, 'tv'));
  await counter.payAndAwait();
  expect(counter.printer.jobs[0]).toContain('Horizonte TV\nCNPJ 11.222.333/0001-81\nRua das Flores, 20');
  expect(counter.printer.jobs[0]).not.toContain('Rede Horizonte');
  expect(counter.printer.jobs[1]).toContain('Rede Horizonte');
});

describe('a second copy that the technician asks for', () => {
  it('is the same paper, says that it is one, and tells nobody of a receipt', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'done';
    const { id } = await counter.payAndAwait();
    const told = counter.told.length;
    expect(counter.copies.canReprint()).toBe(true);
    expect(counter.copies.reprint(id)).toBe('done');
    await counter.clock.advance(0);
    expect(counter.printer.jobs).toHaveLength(2);
    expect(counter.printer.jobs[1]).toBe(`REIMPRESSÃO\n${counter.printer.jobs[0] ?? ''}`);
    expect(counter.told).toHaveLength(told);
    expect(counter.printedFor).toEqual([id]);
  });

  it('comes out also where there never was a first', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const charge = counter.charge();
    counter.diary.end(charge.visitId, 'left');
    const { id } = await counter.payAndAwait(charge);
    expect(counter.printer.jobs).toEqual([]);
    expect(counter.copies.reprint(id)).toBe('done');
    await counter.clock.advance(0);
    expect(counter.printer.jobs[0]).toContain('REIMPRESSÃO');
  });

  it('says what became of the payment since the first', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'for-person';
    const { id } = await counter.payAndAwait();
    await counter.clock.advance(4_000);
    expect(counter.printer.jobs[0]).toContain('PAGAMENTO RECEBIDO');
    counter.settlement = 'closed-by-hand';
    counter.copies.reprint(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs[1]).toContain('Conferido pela empresa');
    expect(counter.printer.jobs[1]).not.toContain('Protocolo');
  });

  it('is made once while it waits for paper, however often it is asked for, and again afterwards', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'done';
    const { id } = await counter.payAndAwait();
    counter.printer.condition = 'no-paper';
    await counter.clock.advance(10_000);
    for (let count = 0; count < 5; count += 1) expect(counter.copies.reprint(id)).toBe('done');
    counter.printer.condition = 'ok';
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(2);
    counter.copies.reprint(id);
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(3);
  });

  it('does not join a first that still waits for paper', async () => {
    const counter = openReceiptCounter();
    counter.printer.condition = 'no-paper';
    counter.queue.start();
    counter.settlement = 'done';
    const { id } = await counter.payAndAwait();
    expect(counter.copies.reprint(id)).toBe('done');
    counter.printer.condition = 'ok';
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.printer.jobs[0]).not.toContain('REIMPRESSÃO');
  });

  it('is not made of what is not paid, nor without a printer', async () => {
    const counter = openReceiptCounter();
    expect(counter.copies.reprint(counter.charge().id)).toBe('gone');
    expect(counter.copies.reprint('unknown')).toBe('gone');
    const without = openReceiptCounter({ withPrinter: false });
    const { id } = await without.payAndAwait();
    expect(without.copies.canReprint()).toBe(false);
    expect(without.copies.reprint(id)).toBe('failed');
  });
});

describe('a payment that people have to see to', () => {
  it('gets a protocol instead of a receipt, which says what to do', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'for-person';
    const { txid } = await counter.payAndAwait();
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.printer.jobs[0]).toContain('PAGAMENTO RECEBIDO');
    expect(counter.printer.jobs[0]).toContain('Não pague de novo: mostre este papel no atendimento.');
    expect(counter.printer.jobs[0]).toContain(`Protocolo\n${txid.slice(0, 10).toUpperCase()}`);
    expect(counter.printer.jobs[0]).not.toContain('PROVISÓRIO');
    expect(counter.told.at(-1)).toEqual({ state: 'printed' });
  });

  it('says that the money goes back where the invoice was settled elsewhere', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    counter.settlement = 'refund-due';
    await counter.payAndAwait();
    expect(counter.printer.jobs[0]).toContain('O valor deve ser devolvido');
  });

  it('gets the protocol after a provisional receipt, once, while its customer is there', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = await counter.payAndAwait();
    await counter.clock.advance(4_000);
    expect(counter.printer.jobs[0]).toContain('PROVISÓRIO');
    counter.settlement = 'for-person';
    counter.receipts.release(id);
    counter.receipts.release(id);
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(2);
    expect(counter.printer.jobs[1]).toContain('Protocolo');
    expect(counter.told.slice(-2)).toEqual([{ state: 'printing' }, { state: 'printed' }]);
  });

  it('gets no protocol for a stranger to find, when its customer left with the provisional receipt', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id, visitId } = await counter.payAndAwait();
    await counter.clock.advance(4_000);
    counter.diary.end(visitId, 'completed');
    counter.settlement = 'for-person';
    counter.receipts.release(id);
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
  });

  it('gets the protocol in the place of a receipt that still waits for paper', async () => {
    const counter = openReceiptCounter();
    counter.printer.condition = 'no-paper';
    counter.queue.start();
    const { id, visitId } = await counter.payAndAwait();
    await counter.clock.advance(4_000);
    counter.diary.end(visitId, 'completed');
    counter.settlement = 'refund-due';
    counter.receipts.release(id);
    counter.printer.condition = 'ok';
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.printer.jobs[0]).toContain('Protocolo');
  });

  it('gets no second paper when the ERP confirmed after the provisional receipt', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = await counter.payAndAwait();
    await counter.clock.advance(4_000);
    counter.settlement = 'done';
    counter.receipts.release(id);
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
  });

  it('gets a protocol with what came, where that is not the amount of the invoice', async () => {
    const counter = openReceiptCounter();
    counter.queue.start();
    const { id } = counter.charges.markPaid(counter.charge(), [
      { amountCents: 9_900, paidAt: '2026-11-21T12:03:00.000Z', endToEndId: 'E9' },
    ]);
    counter.receipts.await(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs[0]).toMatch(/PAGAMENTO RECEBIDO\n+R\$.99,00/);
    expect(counter.printer.jobs[0]).toContain('um valor diferente do cobrado');
    expect(counter.printer.jobs[0]).toMatch(/Fatura F-\S+ R\$.125,00/);
    expect(counter.printedFor).toEqual([id]);
  });

  it('gets the protocol from the next run when the kiosk went down before it', async () => {
    const before = openReceiptCounter();
    before.queue.start();
    before.pay(before.charge());
    const after = new ReceiptCounter(before.database);
    endCrashedVisits(after.diary, after.visits);
    after.settlement = 'for-person';
    after.queue.start();
    after.receipts.resume();
    await after.clock.advance(10_000);
    expect(after.printer.jobs).toHaveLength(1);
    expect(after.printer.jobs[0]).toContain('Protocolo');
  });
});

it('comes out for the customer and the company where both want one', async () => {
  const counter = openReceiptCounter({ forCompany: true });
  counter.queue.start();
  counter.settlement = 'done';
  await counter.payAndAwait();
  expect(counter.printer.jobs).toHaveLength(1);
  expect(counter.printer.jobs[0]).toMatch(/Via do cliente[\s\S]*Via da empresa/);
});
