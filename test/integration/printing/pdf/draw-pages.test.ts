import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../../src-main/domain/pdf.ts';
import { type DrawPagesOptions, drawPages } from '../../../../src-main/printing/pdf/draw-pages.ts';
import { makePdf } from '../../../../src-main/printing/pdf/make-pdf.ts';
import { decodeBarcodes } from '../../../simulators/printer/zbar.ts';
import { bankBarcode, pixCode, slipInput } from '../../../unit/printing/documents/sample-inputs.ts';
import { RecordingLog } from '../../../unit/printing/recording-log.ts';
import { handMadePdf, onePage, streamOf } from './hand-made-pdf.ts';

async function draw(pdf: Uint8Array, options: Partial<DrawPagesOptions> = {}) {
  const log = new RecordingLog();
  return { drawn: await drawPages(pdf, { log, ...options }), log };
}

async function drawnPages(pdf: Uint8Array, options: Partial<DrawPagesOptions> = {}) {
  const { drawn } = await draw(pdf, options);
  if (!drawn.ok) throw new Error(drawn.error);
  return drawn.value;
}

const line = streamOf('2 w 10 10 m 100 100 l S');

describe('the pages of a PDF', () => {
  it('are pictures whose codes can be read, also without fonts in the file', async () => {
    const pdf = await makePdf({ kind: 'boleto', input: slipInput });
    const { pages, pageCount } = await drawnPages(pdf);
    expect(pageCount).toBe(1);
    const [page] = pages;
    expect(page).toMatchObject({ width: 1654, height: 2339 });
    const symbols = await decodeBarcodes(Buffer.from(page?.png ?? []));
    expect(symbols).toContainEqual({ type: 'I2/5', data: bankBarcode });
    expect(symbols).toContainEqual({ type: 'QR-Code', data: pixCode });
  });

  it('are coloured, on white', async () => {
    const red = streamOf('1 0 0 rg 0 0 50 50 re f');
    const [page] = (await drawnPages(onePage(red, '[0 0 100 100]'))).pages;
    const { data, width, height } = PNG.sync.read(Buffer.from(page?.png ?? []));
    expect([width, height]).toEqual([278, 278]);
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    expect(at(20, height - 20)).toEqual([255, 0, 0]);
    expect(at(width - 20, 20)).toEqual([255, 255, 255]);
  });

  it('are counted beyond those that are drawn', async () => {
    const kids = '3 0 R '.repeat(3000);
    const pdf = handMadePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids}]/Count 3000>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 60 80]/Contents 4 0 R/Resources<<>>>>',
      line,
    ]);
    const { pages, pageCount } = await drawnPages(pdf, { mostPages: 2 });
    expect([pages.length, pageCount]).toEqual([2, 3000]);
    const [first] = pages;
    const large = { mostPictureBytes: 3 * (first?.png.length ?? 0) };
    expect((await drawnPages(pdf, large)).pages).toHaveLength(3);
    expect((await drawnPages(pdf, { mostPictureBytes: 1 })).pages).toEqual([first]);
  });

  it.each([
    ['a poster', '[0 0 2000000 2000000]'],
    ['a thread', '[0 0 0.001 20000000]'],
  ])('are no larger than a screen needs, also of %s', async (_, box) => {
    const [page] = (await drawnPages(onePage(line, box))).pages;
    expect((page?.width ?? 0) * (page?.height ?? 0)).toBeLessThanOrEqual(4_000_000);
  });
});

describe('a PDF that is none, or is hostile', () => {
  it.each([
    ['not a PDF at all', Buffer.from('<html>')],
    ['only the marks of one', Buffer.from('%PDF-1.7\n%%EOF')],
    ['without pages', handMadePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])],
  ])('is a failure (%s)', async (_, bytes) => {
    const { drawn, log } = await draw(bytes);
    expect(drawn).toEqual({ ok: false, error: 'unreadable' });
    expect(log.codes).toEqual(['PDF-UNREADABLE']);
  });

  it('is killed when it takes too long', async () => {
    const pdf = endless();
    expect(checkPdf(pdf).ok).toBe(true);
    const { drawn } = await draw(pdf, { timeBoundMs: 1_500 });
    expect(drawn).toEqual({ ok: false, error: 'timed-out' });
  });

  it('is killed when the kiosk ends', async () => {
    const { drawn, log } = await draw(endless(), { signal: AbortSignal.timeout(500) });
    expect(drawn).toEqual({ ok: false, error: 'closed' });
    expect(log.codes).toEqual([]);
  });

  it('dies alone when it asks for too much memory', async () => {
    const spaces = deflateSync(Buffer.alloc(60_000_000, ' '));
    const pdf = onePage(streamOf(spaces, '/Filter/FlateDecode'), '[0 0 595 842]');
    const { drawn } = await draw(pdf, { memoryBytes: 32 * 1024 * 1024 });
    expect(drawn).toEqual({ ok: false, error: 'unreadable' });
    expect((await draw(onePage(line, '[0 0 595 842]'))).drawn.ok).toBe(true);
  });

  it('is a failure when its thread cannot start', async () => {
    const workerFile = new URL('./no-such-worker.ts', import.meta.url);
    expect((await draw(onePage(line, '[0 0 9 9]'), { workerFile })).drawn.ok).toBe(false);
  });
});

/** Draws so many broad curves that a page takes minutes, in little memory; as a file it is small. */
function endless(): Uint8Array {
  const curves = '200 w 0 0 m 500 800 90 700 500 0 c S\n'.repeat(50_000);
  return onePage(streamOf(deflateSync(Buffer.from(curves)), '/Filter/FlateDecode'), '[0 0 595 842]');
}
