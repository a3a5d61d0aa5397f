import { failure, type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import { runThread } from '../run-thread.ts';
import type { PagePictures, PagesAnswer, PagesJob } from './page-pictures.ts';

/** Why a PDF cannot be shown. */
export type PagesProblem = 'unreadable' | 'timed-out' | 'closed';

export interface DrawPagesOptions {
  readonly log: Log;
  /** Ends the work. */
  readonly signal?: AbortSignal;
  /** Milliseconds that all pages together may take. Default 10,000. */
  readonly timeBoundMs?: number;
  /** Pages after these are only counted. Default 10. */
  readonly mostPages?: number;
  /** Pages whose pictures would take more bytes than these together are only counted as well. Default 24 MiB. */
  readonly mostPictureBytes?: number;
  /** Bytes that the drawing of one file may take. Default 256 MiB. */
  readonly memoryBytes?: number;
  /** The thread's script, for tests. */
  readonly workerFile?: URL;
}

const DEFAULT_TIME_BOUND_MS = 10_000;
const DEFAULT_MOST_PAGES = 10;
const MEBIBYTE = 1024 * 1024;
/** Ten pages of text take two; one page of noise takes twelve. */
const DEFAULT_MOST_PICTURE_BYTES = 24 * MEBIBYTE;
const DEFAULT_MEMORY_BYTES = 256 * MEBIBYTE;
const HEAP_BOUND_MB = 128;

/** In the sources the worker is TypeScript beside this file; the bundle has it as an entry beside every chunk. */
const ownWorkerFile = new URL(
  import.meta.url.endsWith('.ts') ? './pages-worker.ts' : './pages-worker.js',
  import.meta.url,
);

/**
 * Draws the pages of a PDF that may be hostile. Each file gets a thread of its own that ends with it: one that hangs is
 * killed, one that asks for too much memory dies alone, and nothing of a customer is left in it for the next one.
 */
export async function drawPages(
  bytes: Uint8Array,
  options: DrawPagesOptions,
): Promise<Result<PagePictures, PagesProblem>> {
  const { log, signal, timeBoundMs = DEFAULT_TIME_BOUND_MS } = options;
  const job: PagesJob = {
    bytes,
    mostPages: options.mostPages ?? DEFAULT_MOST_PAGES,
    mostPictureBytes: options.mostPictureBytes ?? DEFAULT_MOST_PICTURE_BYTES,
    memoryBytes: options.memoryBytes ?? DEFAULT_MEMORY_BYTES,
  };
  const timeBound = AbortSignal.timeout(timeBoundMs);
  try {
    const answer = await runThread<PagesAnswer>(options.workerFile ?? ownWorkerFile, job, {
      heapBoundMb: HEAP_BOUND_MB,
      signal: AbortSignal.any([timeBound, ...(signal ? [signal] : [])]),
    });
    if (answer.ok) return success(answer.pictures);
    log.warn('PDF-UNREADABLE', { reason: answer.reason });
    return failure('unreadable');
  } catch (error) {
    if (signal?.aborted) return failure('closed');
    const problem = timeBound.aborted ? 'timed-out' : 'unreadable';
    log.warn('PDF-UNREADABLE', { reason: error instanceof Error ? error.name : 'unknown', problem });
    return failure(problem);
  }
}
