import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PrintDocument } from '../../../src-main/printing/layout.ts';
import type { PrintJobKind } from '../../../src-main/printing/print-job.ts';
import {
  PrintQueue,
  type PrintQueueChange,
  type PrintQueueOptions,
} from '../../../src-main/printing/print-queue.ts';
import { FakePrinter } from './fake-printer.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryPrintJobStore } from './memory-print-job-store.ts';
import { RecordingLog } from './recording-log.ts';

function documentOf(text: string): PrintDocument {
  return { blocks: [{ kind: 'text', text }] };
}

/** Encodes a document as its text, with a mark when it is a reprint. */
function encode(document: PrintDocument): Uint8Array {
  const [block] = document.blocks;
  const text = block?.kind === 'text' ? block.text : '';
  return new TextEncoder().encode(document.reprint === true ? `REIMPRESSÃO ${text}` : text);
}

function setUp(store = new MemoryPrintJobStore(), encodeBy: PrintQueueOptions['encode'] = encode) {
  const clock = new ManualClock();
  const printer = new FakePrinter();
  const log = new RecordingLog();
  const queue = new PrintQueue({ store, printer, encode: encodeBy, clock, log });
  const changes: PrintQueueChange[] = [];
  queue.onChange((change) => changes.push(change));
  const enqueue = (text: string, kind: PrintJobKind = 'receipt') =>
    queue.enqueue({ kind, document: documentOf(text), visitId: 'v1' });
  return { clock, printer, log, queue, store, changes, enqueue };
}

/** A running queue whose documents become bytes only when told. */
function setUpSlowEncoding() {
  let finishEncoding = (): void => undefined;
  const slowly = (document: PrintDocument): Promise<Uint8Array> =>
    new Promise((resolve) => {
      finishEncoding = () => resolve(encode(document));
    });
  const parts = setUp(new MemoryPrintJobStore(), slowly);
  parts.queue.start();
  return { ...parts, finishEncoding: () => finishEncoding() };
}

/** Whether it is over when that many milliseconds have passed. */
async function settledAfter(work: Promise<void>, clock: ManualClock, ms: number): Promise<boolean> {
  let settled = false;
  void work.then(() => {
    settled = true;
  });
  await clock.advance(ms);
  return settled;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a print queue', () => {
  it('prints jobs one at a time, in order', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    const end = printer.holdNext();
    const first = enqueue('um');
    const second = enqueue('dois');
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um']);
    expect(queue.stateOf(first)).toEqual({ state: 'printing' });
    expect(queue.stateOf(second)).toEqual({ state: 'queued' });
    end({ outcome: 'printed' });
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um', 'dois']);
    expect(queue.stateOf(first)).toEqual({ state: 'printed' });
    expect(queue.stateOf(second)).toEqual({ state: 'printed' });
  });

  it('prints nothing before it is started', async () => {
    const { clock, printer, enqueue } = setUp();
    enqueue('um');
    await clock.advance(60_000);
    expect(printer.jobs).toEqual([]);
  });

  it.each(['no-paper', 'cover-open', 'offline', 'error'] as const)(
    'keeps a job while the printer is %s and prints it afterwards',
    async (trouble) => {
      const { clock, printer, queue, enqueue } = setUp();
      printer.condition = trouble;
      queue.start();
      const job = enqueue('um');
      await clock.advance(30_000);
      expect(printer.jobs).toEqual([]);
      expect(queue.status()).toBe(trouble);
      expect(queue.stateOf(job)).toEqual({ state: 'waiting', trouble });
      printer.condition = 'ok';
      await clock.advance(5000);
      expect(printer.jobs).toEqual(['um']);
      expect(queue.stateOf(job)).toEqual({ state: 'printed' });
    },
  );

  it('looks for a printer that is not there less and less often, and at once for a new job', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    printer.condition = 'offline';
    queue.start();
    await clock.advance(30_000);
    expect(printer.statusQuestions).toBeGreaterThan(14);
    await clock.advance(10 * 60_000);
    const before = printer.statusQuestions;
    await clock.advance(60_000);
    expect(printer.statusQuestions - before).toBeLessThanOrEqual(4);
    printer.condition = 'ok';
    const job = enqueue('um');
    await clock.advance(0);
    expect(queue.stateOf(job)).toEqual({ state: 'printed' });
  });

  it('tells of a job that it waits now, and that it does no longer', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    await clock.advance(0);
    const told: unknown[] = [];
    queue.onChange((change) => {
      if (change.kind === 'job') told.push(queue.stateOf(change.jobId)?.state);
    });
    printer.condition = 'no-paper';
    enqueue('um');
    await clock.advance(0);
    expect(told).toEqual(['queued', 'waiting']);
    printer.condition = 'ok';
    await clock.advance(5000);
    expect(told).toEqual(['queued', 'waiting', 'queued', 'printing', 'printed']);
  });

  it('prints when the roll is near its end', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    printer.condition = 'near-end';
    queue.start();
    enqueue('um');
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um']);
  });

  it('tries a job again that did not reach the paper, without a mark', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    const end = printer.holdNext();
    queue.start();
    const job = enqueue('um');
    await clock.advance(0);
    printer.condition = 'cover-open';
    end({ outcome: 'not-printed', status: 'cover-open' });
    await clock.advance(0);
    expect(queue.stateOf(job)).toEqual({ state: 'waiting', trouble: 'cover-open' });
    printer.condition = 'ok';
    await clock.advance(5000);
    expect(printer.jobs).toEqual(['um', 'um']);
  });

  it.each(['no-paper', 'cover-open'] as const)(
    'prints the whole document again, marked, after %s in mid-job',
    async (status) => {
      const { clock, printer, queue, enqueue } = setUp();
      const end = printer.holdNext();
      queue.start();
      const job = enqueue('um');
      await clock.advance(0);
      printer.condition = status;
      end({ outcome: 'uncertain', status });
      await clock.advance(10_000);
      expect(queue.stateOf(job)).toEqual({ state: 'waiting', trouble: status });
      printer.condition = 'ok';
      await clock.advance(5000);
      expect(printer.jobs).toEqual(['um', 'REIMPRESSÃO um']);
      expect(queue.stateOf(job)).toEqual({ state: 'printed' });
    },
  );

  it('reprints by itself only once: a sensor that lies must not use up the roll', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    const first = printer.holdNext();
    const job = enqueue('um');
    await clock.advance(0);
    first({ outcome: 'uncertain', status: 'no-paper' });
    const second = printer.holdNext();
    await clock.advance(5000);
    second({ outcome: 'uncertain', status: 'no-paper' });
    await clock.advance(60_000);
    expect(printer.jobs).toHaveLength(2);
    expect(queue.stateOf(job)).toEqual({ state: 'uncertain' });
  });

  it.each(['offline', 'error', 'ok'] as const)(
    'never repeats a job lost in mid-print (%s), but goes on with the next',
    async (status) => {
      const { clock, printer, queue, enqueue } = setUp();
      queue.start();
      const end = printer.holdNext();
      const job = enqueue('um');
      enqueue('dois');
      await clock.advance(0);
      end({ outcome: 'uncertain', status });
      await clock.advance(60_000);
      expect(printer.jobs).toEqual(['um', 'dois']);
      expect(queue.stateOf(job)).toEqual({ state: 'uncertain' });
    },
  );

  it('never prints a cancelled job', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    printer.condition = 'no-paper';
    queue.start();
    const job = enqueue('um', 'slip');
    await clock.advance(0);
    queue.cancel(job);
    printer.condition = 'ok';
    await clock.advance(60_000);
    expect(printer.jobs).toEqual([]);
    expect(queue.stateOf(job)).toEqual({ state: 'cancelled' });
  });

  it.each([
    [{ outcome: 'not-printed', status: 'no-paper' }, 'cancelled'],
    [{ outcome: 'uncertain', status: 'no-paper' }, 'uncertain'],
    [{ outcome: 'printed' }, 'printed'],
  ] as const)('does not try a job again that was cancelled while going out (%o)', async (outcome, state) => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    const end = printer.holdNext();
    const job = enqueue('um', 'slip');
    await clock.advance(0);
    queue.cancel(job);
    end(outcome);
    await clock.advance(60_000);
    expect(printer.jobs).toHaveLength(1);
    expect(queue.stateOf(job)).toEqual({ state });
  });

  it('prints no job that is cancelled while its bytes are still made', async () => {
    const { clock, printer, queue, enqueue, finishEncoding } = setUpSlowEncoding();
    const job = enqueue('um');
    await clock.advance(0);
    queue.cancel(job);
    finishEncoding();
    await clock.advance(60_000);
    expect(printer.jobs).toEqual([]);
    expect(queue.stateOf(job)).toEqual({ state: 'cancelled' });
  });

  it('leaves a job for the next run whose bytes are still made when the kiosk stops', async () => {
    const { clock, printer, queue, enqueue, finishEncoding } = setUpSlowEncoding();
    const job = enqueue('um');
    await clock.advance(0);
    const stopped = queue.stop();
    finishEncoding();
    await stopped;
    expect(printer.jobs).toEqual([]);
    expect(queue.stateOf(job)).toEqual({ state: 'queued' });
  });

  it('leaves a job alone that is done, and knows no others', async () => {
    const { clock, queue, enqueue } = setUp();
    queue.start();
    const job = enqueue('um');
    await clock.advance(0);
    queue.cancel(job);
    queue.cancel('stranger');
    expect(queue.stateOf(job)).toEqual({ state: 'printed' });
    expect(queue.stateOf('stranger')).toBeUndefined();
  });

  it('settles at the start what the last run left', async () => {
    const store = new MemoryPrintJobStore();
    const before = setUp(store);
    const interrupted = before.enqueue('em impressão');
    const slip = before.enqueue('boleto', 'slip');
    const copy = before.enqueue('segunda via', 'copy');
    const receipt = before.enqueue('recibo');
    store.setState(interrupted, 'printing');

    const after = setUp(store);
    after.queue.start();
    await after.clock.advance(0);
    expect(after.printer.jobs).toEqual(['recibo']);
    expect(after.queue.stateOf(interrupted)).toEqual({ state: 'uncertain' });
    expect(after.queue.stateOf(slip)).toEqual({ state: 'cancelled' });
    expect(after.queue.stateOf(copy)).toEqual({ state: 'cancelled' });
    expect(after.queue.stateOf(receipt)).toEqual({ state: 'printed' });
  });

  it('gives up a document that it cannot read, and says nothing of what is in it', async () => {
    const { clock, printer, log, queue, store, enqueue } = setUp();
    store.addRaw({
      id: 'old',
      kind: 'receipt',
      document: { text: 'Maria' },
      reprint: false,
      state: 'queued',
    });
    queue.start();
    enqueue('dois');
    await clock.advance(0);
    expect(queue.stateOf('old')).toEqual({ state: 'failed' });
    expect(printer.jobs).toEqual(['dois']);
    expect(log.codes).toContain('PRINT-DOCUMENT-UNUSABLE');
    expect(JSON.stringify(log.entries)).not.toContain('Maria');
  });

  it('prints nothing that it cannot note down first, and tries again', async () => {
    const { clock, printer, log, queue, store, enqueue } = setUp();
    const full = vi.spyOn(store, 'setState').mockImplementation(() => {
      throw new Error('disk full');
    });
    queue.start();
    const job = enqueue('um');
    await clock.advance(20_000);
    expect(printer.jobs).toEqual([]);
    expect(log.codes).toContain('PRINT-QUEUE');
    full.mockRestore();
    await clock.advance(20_000);
    expect(queue.stateOf(job)).toEqual({ state: 'printed' });
  });

  it('tells every change of a job and of the printer once', async () => {
    const { clock, printer, queue, changes, enqueue } = setUp();
    queue.start();
    await clock.advance(60_000);
    expect(changes).toEqual([{ kind: 'status', status: 'ok' }]);
    const job = enqueue('um');
    await clock.advance(0);
    printer.condition = 'near-end';
    await clock.advance(20_000);
    expect(changes.slice(1)).toEqual([
      { kind: 'job', jobId: job },
      { kind: 'job', jobId: job },
      { kind: 'job', jobId: job },
      { kind: 'status', status: 'near-end' },
    ]);
  });

  it('lets paper that is going out come out before its printer is closed, but waits for none that hangs', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    expect(await settledAfter(queue.finishPaper(8000), clock, 0)).toBe(true);
    const end = printer.holdNext();
    enqueue('um');
    await clock.advance(0);
    const finished = queue.finishPaper(8000);
    expect(await settledAfter(finished, clock, 3000)).toBe(false);
    end({ outcome: 'printed' });
    expect(await settledAfter(finished, clock, 0)).toBe(true);
    const hang = printer.holdNext();
    enqueue('dois');
    await clock.advance(0);
    expect(await settledAfter(queue.finishPaper(8000), clock, 7999)).toBe(false);
    expect(await settledAfter(queue.finishPaper(0), clock, 1)).toBe(true);
    hang({ outcome: 'uncertain', status: 'offline' });
  });

  it('stops after the job that is going out', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    queue.start();
    const end = printer.holdNext();
    enqueue('um');
    const second = enqueue('dois');
    await clock.advance(0);
    const stopped = queue.stop();
    end({ outcome: 'printed' });
    await stopped;
    await clock.advance(60_000);
    expect(printer.jobs).toEqual(['um']);
    expect(queue.stateOf(second)).toEqual({ state: 'queued' });
  });
});
