import { describe, expect, it } from 'vitest';
import { receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { slipDocument } from '../../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import type { PrintProgress } from '../../../src-main/printing/print-job.ts';
import type { PrinterModel } from '../../../src-main/printing/printer-models.ts';
import { profileOf } from '../../../src-main/printing/printer-profile.ts';
import type { Trouble } from '../../../src-main/printing/trouble.ts';
import { READY } from '../../simulators/printer/status-bytes.ts';
import { receiptInput, slipInput } from '../../unit/printing/documents/sample-inputs.ts';
import { PrinterOnAWire } from './printer-on-a-wire.ts';

/** One printer of each status dialect. */
const printers = {
  'escpos-dle-eot': 'generic-80mm',
  'escpos-asb': 'generic-80mm-asb',
  bematech: 'bematech-mp-4200',
  elgin: 'elgin-vox',
  daruma: 'daruma-dr800',
  custom: 'custom-vkp80',
} as const satisfies Record<string, PrinterModel>;

type Dialect = keyof typeof printers;

interface Fault {
  readonly befall: (wire: PrinterOnAWire) => void;
  readonly remedy: (wire: PrinterOnAWire) => void;
  /** What is told of the printer. */
  readonly trouble: Trouble;
  /** What dialects tell that have no word for it; `unseen`: they do not notice until it does not print. */
  readonly otherwise?: Partial<Record<Dialect, Trouble | 'unseen'>>;
  /** Whether a paper that it spoils is known to be spoilt, so that another is printed. */
  readonly reprinted?: boolean;
}

const makeReady = ({ engine }: PrinterOnAWire) => engine.setCondition(READY);

const faults: Readonly<Record<string, Fault>> = {
  'the paper is out': {
    befall: ({ engine }) => engine.setCondition({ paper: 'out' }),
    remedy: makeReady,
    trouble: 'no-paper',
    reprinted: true,
  },
  'the cover is open': {
    befall: ({ engine }) => engine.setCondition({ cover: 'open' }),
    remedy: makeReady,
    trouble: 'cover-open',
    reprinted: true,
  },
  'the cutter is stuck': {
    befall: ({ engine }) => engine.setCondition({ error: 'cutter' }),
    remedy: makeReady,
    trouble: 'error',
    otherwise: { elgin: 'offline' },
  },
  'it is off line': {
    befall: ({ engine }) => engine.setCondition({ offline: true }),
    remedy: makeReady,
    trouble: 'offline',
    otherwise: { custom: 'unseen' },
  },
  'it says nothing': {
    befall: ({ engine }) => engine.setCondition({ silent: true }),
    remedy: makeReady,
    trouble: 'offline',
  },
  'the cable is out': {
    befall: (wire) => wire.unplug(),
    remedy: (wire) => wire.plug(),
    trouble: 'offline',
  },
  'the line is held': {
    befall: (wire) => wire.setStalled(true),
    remedy: (wire) => wire.setStalled(false),
    trouble: 'offline',
  },
};

const cases = Object.keys(printers).flatMap((dialect) =>
  Object.keys(faults).map((fault) => [dialect as Dialect, fault] as const),
);

const A_WHILE = 60_000;
const LAST_LINE = 'NÃO É DOCUMENTO FISCAL';
const REPRINT = /^REIMPRESSÃO\n/;

/** What lies in the customer's hand: whole receipts, alone on their paper. */
function wholeReceipts({ papers, engine }: PrinterOnAWire): readonly string[] {
  const texts = [...papers, ...(engine.unfinished ? [engine.unfinished] : [])].map(({ text }) => text.trim());
  return texts.filter((text) => /^(REIMPRESSÃO\n|FIBRA DO VALE)/.test(text) && text.endsWith(LAST_LINE));
}

async function setUp(dialect: Dialect) {
  const wire = new PrinterOnAWire(profileOf(printers[dialect]));
  wire.queue.start();
  await wire.clock.advance(A_WHILE);
  const order = () =>
    wire.queue.enqueue({ kind: 'receipt', document: receiptDocument(receiptInput), visitId: 'v1' });
  return { wire, order };
}

describe.each(cases)('%s, and %s', (dialect, name) => {
  const fault = faults[name];
  if (!fault) throw new Error(name);
  const told = fault.otherwise?.[dialect] ?? fault.trouble;

  it('before a receipt is ordered: the customer waits, and then gets it', async () => {
    const { wire, order } = await setUp(dialect);
    fault.befall(wire);
    const job = order();
    await wire.clock.advance(A_WHILE);
    const seen: PrintProgress =
      told === 'unseen' ? { state: 'uncertain' } : { state: 'waiting', trouble: told };
    expect(wire.queue.stateOf(job)).toEqual(seen);
    expect(wire.papers).toEqual([]);
    fault.remedy(wire);
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(job)).toEqual({ state: told === 'unseen' ? 'uncertain' : 'printed' });
    expect(wholeReceipts(wire)).toHaveLength(1);
    expect(wire.engine.unknown).toEqual([]);
  });

  it.each([50, 400, 700])('at byte %i of a receipt', async (byte) => {
    const { wire, order } = await setUp(dialect);
    wire.watch(byte, () => fault.befall(wire));
    const job = order();
    await wire.clock.advance(A_WHILE);
    const seen: PrintProgress =
      fault.reprinted === true ? { state: 'waiting', trouble: fault.trouble } : { state: 'uncertain' };
    expect(wire.queue.stateOf(job)).toEqual(seen);
    fault.remedy(wire);
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(job)).toEqual({ state: fault.reprinted === true ? 'printed' : 'uncertain' });
    if (fault.reprinted === true) {
      expect(wholeReceipts(wire).filter((text) => REPRINT.test(text))).toHaveLength(1);
    }
    expect(wholeReceipts(wire).filter((text) => !REPRINT.test(text)).length).toBeLessThanOrEqual(1);

    // Whatever was left in the printer, the next customer's paper is whole, and theirs alone.
    const before = wholeReceipts(wire).length;
    const next = order();
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(next)).toEqual({ state: 'printed' });
    expect(wholeReceipts(wire)).toHaveLength(before + 1);
    expect(wire.engine.unknown).toEqual([]);
  });
});

describe.each(cases)('%s, and %s in the middle of the barcode', (dialect, name) => {
  const fault = faults[name];
  if (!fault) throw new Error(name);

  it('nothing of it gets onto the next paper', async () => {
    const { wire, order } = await setUp(dialect);
    const slip = slipDocument(slipInput);
    const bytes = encodeDocument(slip, profileOf(printers[dialect])).length;
    wire.watch(bytes - 1500, () => fault.befall(wire));
    const job = wire.queue.enqueue({ kind: 'slip', document: slip, visitId: 'v1' });
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(job)?.state).toBe(fault.reprinted === true ? 'waiting' : 'uncertain');
    fault.remedy(wire);
    await wire.clock.advance(A_WHILE);
    const next = order();
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(next)).toEqual({ state: 'printed' });
    expect(wholeReceipts(wire)).toHaveLength(1);
    expect(wire.engine.unknown).toEqual([]);
  });
});

describe.each(Object.keys(printers) as Dialect[])('%s', (dialect) => {
  it('prints while the paper is near its end, and says so', async () => {
    const { wire, order } = await setUp(dialect);
    wire.engine.setCondition({ paper: 'near-end' });
    const job = order();
    await wire.clock.advance(A_WHILE);
    expect(wire.queue.stateOf(job)).toEqual({ state: 'printed' });
    expect(wire.queue.status()).toBe('near-end');
  });

  it('knows why it prints nothing from the first look', async () => {
    const wire = new PrinterOnAWire(profileOf(printers[dialect]));
    wire.engine.setCondition({ paper: 'out' });
    wire.queue.start();
    await wire.clock.advance(A_WHILE);
    // A printer that only tells changes was never heard of yet.
    expect(wire.queue.status()).toBe(dialect === 'escpos-asb' ? 'offline' : 'no-paper');
  });
});
