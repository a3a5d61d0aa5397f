import { parentPort } from 'node:worker_threads';

/** Stands in for the thread: hangs for ever on a boleto with a logo, dies on one numbered `die`, answers the rest. */
parentPort?.on(
  'message',
  ({ id, task }: { id: number; task: { input?: { logo?: string; invoiceId?: string } } }) => {
    while (task.input?.logo !== undefined);
    if (task.input?.invoiceId === 'die') throw new Error('dead');
    parentPort?.postMessage({ id, ok: true, bytes: new Uint8Array([1]) });
  },
);
