import { parentPort } from 'node:worker_threads';
import { makePdf } from './make-pdf.ts';
import type { PdfAnswer, PdfJob } from './pdf-job.ts';

async function run({ id, task }: PdfJob): Promise<void> {
  try {
    // A copy of its own: what pdfmake gives may share its memory, and then could not be handed over.
    const bytes = Uint8Array.from(await makePdf(task));
    post({ id, ok: true, bytes }, bytes.buffer);
  } catch (error) {
    post({ id, ok: false, reason: error instanceof Error ? error.name : 'unknown' });
  }
}

function post(answer: PdfAnswer, ...handedOver: ArrayBuffer[]): void {
  parentPort?.postMessage(answer, handedOver);
}

parentPort?.on('message', (job: PdfJob) => {
  void run(job);
});
