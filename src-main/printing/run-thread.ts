import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  /** Mebibytes of objects; what lies in buffers is not counted. */
  readonly heapBoundMb: number;
  /** Ends the thread. */
  readonly signal: AbortSignal;
}

/**
 * Gives `job` to a thread of its own, takes the one message that it answers, and ends it.
 * @param script must be trusted to answer with an `Answer` @throws when the thread dies, or when `signal` ends it
 */
export async function runThread<Answer>(
  script: URL,
  job: unknown,
  { heapBoundMb, signal }: ThreadBounds,
): Promise<Answer> {
  signal.throwIfAborted();
  const worker = new Worker(script, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapBoundMb },
  });
  const ended = new AbortController();
  worker.once('exit', () => ended.abort());
  try {
    const [answer] = (await once(worker, 'message', {
      signal: AbortSignal.any([signal, ended.signal]),
    })) as [Answer];
    return answer;
  } finally {
    await worker.terminate();
  }
}
