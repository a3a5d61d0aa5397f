import { failure, type Result } from '../domain/result.ts';
import { LOGO_SCALE, type LogoBlock } from './logo.ts';
import type { LogoJob, LogoPictureProblem } from './logo-picture.ts';
import { runThread } from './run-thread.ts';

const PNG_DATA_URL = /^data:image\/png;base64,/;
const TIME_BOUND_MS = 20_000;
const HEAP_BOUND_MB = 128;

/** In the sources the worker is TypeScript beside this file; the bundle has it as an entry beside every chunk. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './logo-worker.ts' : './logo-worker.js',
  import.meta.url,
);

/**
 * The company's logo for paper of so many dots across: at most half as wide. An SVG has no place there (`not-png`). A
 * large one takes a second or two, on a thread of its own. Never throws: a thread that dies had no picture in hand.
 * @param logo as a `data:` URL, as the screen shows it @param ended ends the thread
 */
export async function logoForPaper(
  logo: string,
  paperDots: number,
  ended?: AbortSignal,
): Promise<Result<LogoBlock, LogoPictureProblem>> {
  if (!PNG_DATA_URL.test(logo)) return failure('not-png');
  const job: LogoJob = {
    png: Buffer.from(logo.replace(PNG_DATA_URL, ''), 'base64'),
    widest: Math.floor(paperDots / 2 / LOGO_SCALE / 8) * 8,
  };
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(TIME_BOUND_MS), ...(ended ? [ended] : [])]);
    return await runThread(workerFile, job, { heapBoundMb: HEAP_BOUND_MB, signal });
  } catch {
    return failure('not-png');
  }
}
