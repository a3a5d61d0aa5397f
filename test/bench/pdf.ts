import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createPdfEngine } from '../../src-main/printing/pdf/pdf-engine.ts';
import { slipInput } from '../unit/printing/documents/sample-inputs.ts';
import { type Figures, medianFigure } from './figure.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Milliseconds between two looks at the event loop; what it measures is on top of that. */
const RESOLUTION_MS = 1;
const NS_PER_MS = 1e6;

/**
 * Milliseconds to a boleto with a PIX QR as PDF on the warm thread, and the longest that this thread could do nothing
 * else while the other one starts, loads and makes them all.
 */
export async function measurePdf(samples: number): Promise<Figures> {
  const engine = createPdfEngine({ log: silent });
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  // The histogram's first entries are of before.
  await delay(50);
  delays.enable();
  await delay(10);
  delays.reset();
  const first = await timePdf(engine);
  const times: number[] = [];
  for (let round = 0; round < samples; round += 1) times.push(await timePdf(engine));
  delays.disable();
  await engine.close();
  const stall = Math.max(0.1, delays.max / NS_PER_MS - RESOLUTION_MS);
  return {
    'pdf.firstMs': medianFigure([first], 'ms', 0),
    'pdf.warmMs': medianFigure(times, 'ms', 1),
    'pdf.longestStallMs': medianFigure([stall], 'ms', 1, 20),
  };
}

async function timePdf(engine: ReturnType<typeof createPdfEngine>): Promise<number> {
  const startedAt = performance.now();
  const pdf = await engine.boleto(slipInput);
  if (!pdf.ok) throw new Error(`no PDF: ${pdf.error}`);
  return performance.now() - startedAt;
}
