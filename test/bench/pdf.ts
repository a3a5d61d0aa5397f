import { drawPages } from '../../src-main/printing/pdf/draw-pages.ts';
import { createPdfEngine } from '../../src-main/printing/pdf/pdf-engine.ts';
import { slipInput } from '../unit/printing/documents/sample-inputs.ts';
import { type Figures, medianFigure } from './figure.ts';
import { silent } from './silent.ts';
import { watchStalls } from './stalls.ts';

/**
 * Milliseconds to a boleto with a PIX QR as PDF on the warm thread, to its page as a picture, and the longest that this
 * thread could do nothing else while the others start, load, make and draw them all.
 */
export async function measurePdf(samples: number): Promise<Figures> {
  const engine = createPdfEngine({ log: silent });
  const stalls = watchStalls();
  const first = await timePdf(engine);
  const times: number[] = [];
  for (let round = 0; round < samples; round += 1) times.push(await timePdf(engine));
  const drawn = await timeDrawing(engine, samples);
  const { ownMs, wallMs } = stalls.stop();
  await engine.close();
  return {
    'pdf.firstMs': medianFigure([first], 'ms', 0),
    'pdf.warmMs': medianFigure(times, 'ms', 1),
    'pdf.drawnMs': medianFigure(drawn, 'ms', 0),
    'pdf.longestStallMs': medianFigure([ownMs], 'ms', 1, 20),
    'pdf.longestWaitMs': medianFigure([wallMs], 'ms', 1),
  };
}

async function timePdf(engine: ReturnType<typeof createPdfEngine>): Promise<number> {
  const startedAt = performance.now();
  const pdf = await engine.boleto(slipInput);
  if (!pdf.ok) throw new Error(`no PDF: ${pdf.error}`);
  return performance.now() - startedAt;
}

async function timeDrawing(
  engine: ReturnType<typeof createPdfEngine>,
  samples: number,
): Promise<readonly number[]> {
  const pdf = await engine.boleto(slipInput);
  if (!pdf.ok) throw new Error(`no PDF: ${pdf.error}`);
  const times: number[] = [];
  for (let round = 0; round < samples; round += 1) {
    const startedAt = performance.now();
    const drawn = await drawPages(pdf.value, { log: silent });
    if (!drawn.ok) throw new Error(`no pages: ${drawn.error}`);
    times.push(performance.now() - startedAt);
  }
  return times;
}
