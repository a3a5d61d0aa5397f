import type { PaperTrouble } from '../contract/screen.ts';
import type { PrintProgress } from '../printing/print-job.ts';

/** Why a paper that the customer waits for does not come out, and what they may do. */
export interface PrintTrouble {
  readonly trouble: PaperTrouble | 'uncertain';
  /** The job is over and may be printed again. */
  readonly canRetry: boolean;
  /** The job is kept and goes out by itself. */
  readonly waits: boolean;
}

/** @param mayRetry whether another one may be asked for at all */
export function printTrouble(progress: PrintProgress | undefined, mayRetry = true): PrintTrouble {
  if (progress?.state === 'waiting') return { trouble: progress.trouble, canRetry: false, waits: true };
  const trouble = progress?.state === 'uncertain' ? 'uncertain' : 'error';
  return { trouble, canRetry: mayRetry, waits: false };
}
