import { describe, expect, it } from 'vitest';
import type { PrintDocument } from '../../../src-main/printing/layout.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import { FakePrinter } from './fake-printer.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryPrintJobStore } from './memory-print-job-store.ts';
import { RecordingLog } from './recording-log.ts';

function encode(document: PrintDocument): Uint8Array {
  const [block] = document.blocks;
  return new TextEncoder().encode(block?.kind === 'text' ? block.text : '');
}

function setUp() {
  const clock = new ManualClock();
  const printer = new FakePrinter();
  const queue = new PrintQueue({
    store: new MemoryPrintJobStore(),
    printer,
    encode,
    clock,
    log: new RecordingLog(),
  });
  queue.start();
  const enqueue = (text: string) =>
    queue.enqueue({ kind: 'receipt', document: { blocks: [{ kind: 'text', text }] }, visitId: 'v1' });
  return { clock, printer, queue, enqueue };
}

/** Work that ends when told. */
function slowWork() {
  let end: () => void = () => undefined;
  let begun = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    begun = true;
    await ended;
    return 'done';
  };
  return { work, end: () => end(), hasBegun: () => begun };
}

describe('lending the printer', () => {
  it('lets the line go first and asks nothing of the printer meanwhile', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    await clock.advance(0);
    const questions = printer.statusQuestions;
    const { work, end } = slowWork();
    const loan = queue.lend(work);
    await clock.advance(60_000);
    const job = enqueue('um');
    await clock.advance(60_000);
    expect(printer.releases).toBe(1);
    expect(printer.statusQuestions).toBe(questions);
    expect(printer.jobs).toEqual([]);
    end();
    expect(await loan).toEqual({ ok: true, value: 'done' });
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um']);
    expect(queue.stateOf(job)).toEqual({ state: 'printed' });
  });

  it('waits for the job in hand, and only for that one', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    const endJob = printer.holdNext();
    enqueue('um');
    enqueue('dois');
    await clock.advance(0);
    const { work, end, hasBegun } = slowWork();
    const loan = queue.lend(work);
    await clock.advance(19_000);
    expect(hasBegun()).toBe(false);
    endJob({ outcome: 'printed' });
    await clock.advance(0);
    expect(hasBegun()).toBe(true);
    expect(printer.jobs).toEqual(['um']);
    end();
    await loan;
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um', 'dois']);
  });

  it('gives up after 20 seconds of a job, does not spoil it, and goes on', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    const endJob = printer.holdNext();
    const first = enqueue('um');
    enqueue('dois');
    await clock.advance(0);
    const { work, hasBegun } = slowWork();
    const loan = queue.lend(work);
    await clock.advance(20_000);
    expect(await loan).toEqual({ ok: false, error: 'busy' });
    endJob({ outcome: 'printed' });
    await clock.advance(0);
    expect(hasBegun()).toBe(false);
    expect(queue.stateOf(first)).toEqual({ state: 'printed' });
    expect(printer.jobs).toEqual(['um', 'dois']);
  });

  it('goes on after work that throws', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    await clock.advance(0);
    await expect(queue.lend(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    enqueue('um');
    await clock.advance(0);
    expect(printer.jobs).toEqual(['um']);
  });

  it('lends to one after the other', async () => {
    const { clock, queue } = setUp();
    await clock.advance(0);
    const first = slowWork();
    const second = slowWork();
    const loans = [queue.lend(first.work), queue.lend(second.work)];
    await clock.advance(0);
    expect([first.hasBegun(), second.hasBegun()]).toEqual([true, false]);
    first.end();
    await clock.advance(0);
    expect(second.hasBegun()).toBe(true);
    second.end();
    await Promise.all(loans);
  });

  it('begins nothing anew in a queue that was stopped meanwhile', async () => {
    const { clock, printer, queue, enqueue } = setUp();
    await clock.advance(0);
    const { work, end } = slowWork();
    const loan = queue.lend(work);
    await clock.advance(0);
    await queue.stop();
    enqueue('um');
    end();
    await loan;
    await clock.advance(60_000);
    expect(printer.jobs).toEqual([]);
  });
});
