import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { openReceiptCounter, ReceiptCounter } from './receipt-counter.ts';

const document = '52998224725';
const erps = ['principal'];
const dayMs = 86_400_000;

/** A counter whose printer and ERP are well. */
function openWellCounter(options: Parameters<typeof openReceiptCounter>[0] = {}): ReceiptCounter {
  const counter = openReceiptCounter(options);
  counter.settlement = 'done';
  counter.queue.start();
  return counter;
}

describe('the receipts that a customer may have again', () => {
  it('are theirs, the newest first, with what was paid and when', async () => {
    const counter = openWellCounter();
    const first = await counter.payAndAwait();
    const second = await counter.payAndAwait();
    expect(counter.copies.list(document, erps)).toEqual([
      {
        chargeId: second.id,
        paidOn: '2026-11-21',
        amountCents: 12_500,
        descriptions: ['Fibra'],
        paper: 'printed',
      },
      expect.objectContaining({ chargeId: first.id }),
    ]);
  });

  it('are of exactly that document, and of the ERPs that know the customer', async () => {
    const counter = openWellCounter();
    await counter.payAndAwait(counter.charge(undefined, 'tv'));
    expect(counter.copies.list('11144477735', ['principal', 'tv'])).toEqual([]);
    expect(counter.copies.list(document, ['principal'])).toEqual([]);
    expect(counter.copies.list(document, ['principal', 'tv'])).toHaveLength(1);
  });

  it('are none of what was not paid', () => {
    const counter = openWellCounter();
    counter.charge();
    expect(counter.copies.list(document, erps)).toEqual([]);
  });

  it.each([
    [30, 1, 1],
    [30, 31, 0],
    [0, 0, 0],
  ])('with %i days, after %i days: %i', async (days, after, many) => {
    const counter = openWellCounter({ days });
    await counter.payAndAwait();
    counter.clock.setWallTime(counter.clock.wallTime() + after * dayMs);
    expect(counter.copies.list(document, erps)).toHaveLength(many);
  });

  it('are none without a printer', async () => {
    const counter = openReceiptCounter({ withPrinter: false });
    await counter.payAndAwait();
    expect(counter.copies.list(document, erps)).toEqual([]);
  });

  it('are none when the disk does not answer, and the log is told', async () => {
    const counter = openWellCounter();
    await counter.payAndAwait();
    counter.database.run('DROP TABLE receipt_copies');
    expect(counter.copies.list(document, erps)).toEqual([]);
    expect(counter.log.codes).toContain('RECEIPTS-NOT-LISTED');
  });

  it('begin with those that may not have come out after a crash', async () => {
    const before = openWellCounter();
    before.printer.holdNext();
    const doubtful = await before.payAndAwait();

    const after = new ReceiptCounter(before.database);
    after.settlement = 'done';
    after.queue.start();
    after.receipts.resume();
    const newer = await after.payAndAwait();
    await after.clock.advance(10_000);
    expect(after.copies.list(document, erps)).toMatchObject([
      { chargeId: doubtful.id, paper: 'uncertain' },
      { chargeId: newer.id, paper: 'printed' },
    ]);
    expect(after.printer.jobs).toHaveLength(1);

    after.copies.printCopy('another-visit', doubtful.id);
    await after.clock.advance(0);
    expect(after.copies.list(document, erps)).toMatchObject([
      { chargeId: newer.id, paper: 'printed' },
      { chargeId: doubtful.id, paper: 'printed' },
    ]);
  });

  it('say that one never came out', async () => {
    const counter = openWellCounter();
    const charge = counter.charge();
    counter.diary.end(charge.visitId, 'left');
    await counter.payAndAwait(charge);
    expect(counter.copies.list(document, erps)).toMatchObject([{ paper: 'none' }]);
  });

  it('tell of a wrong amount what came, as long as nobody has seen to it', async () => {
    const counter = openWellCounter();
    const { id } = payWrong(counter);
    expect(counter.copies.list(document, erps)).toMatchObject([{ amountCents: 9_900 }]);
    counter.database.run('UPDATE charges SET handled_at = 1 WHERE id = $id', { id });
    expect(counter.copies.list(document, erps)).toEqual([]);
  });
});

describe('a copy for the customer', () => {
  it('says that it is one, and is a job of its own', async () => {
    const counter = openWellCounter();
    const { id } = await counter.payAndAwait();
    const copy = counter.copies.printCopy('another-visit', id);
    expect(copy).toEqual({ jobId: expect.any(String), owed: false });
    await counter.clock.advance(0);
    expect(counter.printer.jobs[1]).toBe(`REIMPRESSÃO\n${counter.printer.jobs[0] ?? ''}`);
    expect(counter.printedFor).toEqual([id]);
  });

  it('is for the customer only, also where the company gets one of each receipt', async () => {
    const counter = openWellCounter({ forCompany: true });
    const { id } = await counter.payAndAwait();
    expect(counter.printer.jobs[0]).toMatch(/Via do cliente[\s\S]*Via da empresa/);
    counter.copies.printCopy('another-visit', id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs[1]).toContain('COMPROVANTE DE PAGAMENTO PIX');
    expect(counter.printer.jobs[1]).not.toContain('Via da empresa');
  });

  it('does not join a first one that still waits for paper, which stays owed', async () => {
    const counter = openReceiptCounter();
    counter.settlement = 'done';
    counter.printer.condition = 'no-paper';
    counter.queue.start();
    const { id } = await counter.payAndAwait();
    const copy = counter.copies.printCopy('another-visit', id);
    expect(copy?.owed).toBe(true);
    counter.printer.condition = 'ok';
    await counter.clock.advance(10_000);
    expect(counter.printer.jobs).toHaveLength(1);
    expect(counter.queue.stateOf(copy?.jobId ?? '')).toEqual({ state: 'printed' });
  });

  it('does not join one that a technician wanted, which does not go with the customer', async () => {
    const counter = openWellCounter();
    const { id } = await counter.payAndAwait();
    counter.printer.condition = 'no-paper';
    expect(counter.copies.reprint(id)).toBe('done');
    expect(counter.copies.printCopy('another-visit', id)?.owed).toBe(true);
  });

  it('goes with its customer when the kiosk goes down before it is out', async () => {
    const before = openWellCounter();
    const { id } = await before.payAndAwait();
    before.printer.condition = 'no-paper';
    before.copies.printCopy('another-visit', id);

    const after = new ReceiptCounter(before.database);
    after.queue.start();
    await after.clock.advance(10_000);
    expect(after.printer.jobs).toEqual([]);
  });

  it('is a protocol where people have to see to the payment', async () => {
    const counter = openWellCounter();
    const { id } = await counter.payAndAwait();
    counter.settlement = 'for-person';
    counter.copies.printCopy('another-visit', id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs[1]).toContain('REIMPRESSÃO');
    expect(counter.printer.jobs[1]).toContain('mostre este papel no atendimento');
  });

  it('is none of what was not paid', () => {
    const counter = openWellCounter();
    expect(counter.copies.printCopy('visit', counter.charge().id)).toBeUndefined();
  });
});

/** The payer sends less than the charge. */
function payWrong(counter: ReceiptCounter): Charge {
  return counter.charges.markPaid(counter.charge(), [
    { amountCents: 9_900, paidAt: '2026-11-21T12:03:00.000Z', endToEndId: 'E9' },
  ]);
}
