import { afterEach, describe, expect, it } from 'vitest';
import {
  createPdfEngine,
  type PdfEngine,
  type PdfEngineOptions,
} from '../../../../src-main/printing/pdf/pdf-engine.ts';
import { receiptInput, slipInput } from '../../../unit/printing/documents/sample-inputs.ts';
import { RecordingLog } from '../../../unit/printing/recording-log.ts';
import { lettersOf, pageCount } from './open-pdf.ts';

const engines: PdfEngine[] = [];

function start(options: Partial<PdfEngineOptions> = {}) {
  const log = new RecordingLog();
  const engine = createPdfEngine({ log, ...options });
  engines.push(engine);
  return { engine, log };
}

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

const stuckWorker = new URL('./stuck-worker.ts', import.meta.url);

describe('the PDF engine', () => {
  it('makes boletos and receipts on its thread, in any number at once', async () => {
    const { engine, log } = start();
    engine.warmUp();
    const made = await Promise.all([
      engine.boleto(slipInput),
      engine.receipt(receiptInput),
      engine.boleto({ ...slipInput, invoiceId: 'SECOND-1' }),
    ]);
    const letters = await Promise.all(
      made.map((each) => {
        if (!each.ok) throw new Error(each.error);
        expect(pageCount(each.value)).toBe(1);
        return lettersOf(each.value);
      }),
    );
    expect(letters[0]).toContain('FICHADECOMPENSAÇÃO');
    expect(letters[1]).toContain('NÃOÉDOCUMENTOFISCAL');
    expect(letters[2]).toContain('SECOND-1');
    expect(log.codes).toEqual([]);
  });

  it.each([
    ['damaged', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'],
    ['not base64 of anything', 'data:image/png;base64,%%%'],
    ['a file', '/etc/passwd'],
  ])('leaves out a logo that is %s', async (_, logo) => {
    const { engine, log } = start();
    const made = await engine.boleto({ ...slipInput, logo });
    expect(made.ok).toBe(true);
    expect(log.codes).toContain('PDF-LOGO-LEFT-OUT');
  });

  it('ends a thread that hangs, goes on without the logo and then with a new thread', async () => {
    const { engine, log } = start({ workerFile: stuckWorker, timeBoundMs: 1500 });
    const [hanging, next] = await Promise.all([
      engine.boleto({ ...slipInput, logo: 'data:image/png;base64,AA==' }),
      engine.boleto(slipInput),
    ]);
    expect(hanging).toEqual({ ok: true, value: new Uint8Array([1]) });
    expect(next).toEqual({ ok: true, value: new Uint8Array([1]) });
    expect(log.codes).toEqual(['PDF-STOPPED', 'PDF-LOGO-LEFT-OUT']);
  });

  it('fails the PDF on which the thread dies, and no other', async () => {
    const { engine, log } = start({ workerFile: stuckWorker });
    const [dying, next] = await Promise.all([
      engine.boleto({ ...slipInput, invoiceId: 'die' }),
      engine.boleto(slipInput),
    ]);
    expect(dying).toEqual({ ok: false, error: 'failed' });
    expect(next.ok).toBe(true);
    expect(log.codes).toEqual(['PDF-FAILED']);
  });

  it('fails what waits for a thread that cannot start', async () => {
    const { engine } = start({ workerFile: new URL('./no-such-worker.ts', import.meta.url) });
    const made = await Promise.all([engine.boleto(slipInput), engine.receipt(receiptInput)]);
    expect(made).toEqual([
      { ok: false, error: 'failed' },
      { ok: false, error: 'failed' },
    ]);
  });

  it('fails what is under way when it is closed, and whatever comes after', async () => {
    const { engine } = start();
    const underWay = [engine.boleto(slipInput), engine.boleto(slipInput)];
    await engine.close();
    expect(await Promise.all([...underWay, engine.receipt(receiptInput)])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, error: 'closed' })),
    );
  });
});
