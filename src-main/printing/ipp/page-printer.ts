import type { Clock } from '../../domain/clock.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Log } from '../../logging/log.ts';
import type { Trouble } from '../trouble.ts';
import type { IppClient, IppJob } from './ipp-client.ts';
import { troubleOfReasons } from './printer-reasons.ts';

/** How a job on A4 stands, as the visit tells the customer. */
export type PagePrintProgress =
  | { readonly state: 'sending' }
  /** The printer has it and begins when it can. */
  | { readonly state: 'sent' }
  | { readonly state: 'printing' }
  /** The printer has it and needs somebody. */
  | { readonly state: 'waiting'; readonly trouble: Trouble }
  | { readonly state: 'done' }
  /** Nothing of it comes out any more: the printer was not reached, refused it or gave it up. */
  | { readonly state: 'failed' }
  /** It may have been printed, or may still be: nobody can say. */
  | { readonly state: 'unknown' };

/** One document on its way. */
export interface PageJob {
  progress(): PagePrintProgress;
  /** Nobody waits for it any more: it is taken back unless the paper is coming out already. */
  abandon(): void;
}

/** An A4 printer. Nothing here throws: trouble is progress. */
export interface PagePrinter {
  /** @param jobName says what it is, and nothing of whose @param onProgress called with every change */
  print(pdf: Uint8Array, jobName: string, onProgress: () => void): PageJob;
  /** Takes back the jobs that wait at the printer, and watches none any more. */
  close(): Promise<void>;
}

export interface PagePrinterParts {
  readonly client: IppClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds between two looks at a job. */
const LOOK_EVERY_MS = 1_000;
/** So many looks in a row may fail until nobody can say any more what becomes of the job. */
const LOOKS_THAT_MAY_FAIL = 5;
/** A printer that does not answer must not keep the kiosk from ending. */
const PATIENCE_AT_END_MS = 3_000;

export function createPagePrinter(parts: PagePrinterParts): PagePrinter {
  const open = new Set<WatchedJob>();
  return {
    print(pdf, jobName, onProgress) {
      const job = new WatchedJob(parts, onProgress);
      open.add(job);
      void job.run(pdf, jobName).finally(() => open.delete(job));
      return job;
    },
    async close() {
      await Promise.all([...open].map((job) => job.close()));
    },
  };
}

/** A job from its handing over to its end. It is never sent twice: a second copy is the customer's decision. */
class WatchedJob implements PageJob {
  readonly #parts: PagePrinterParts;
  readonly #onProgress: () => void;
  #closed = false;
  #progress: PagePrintProgress = { state: 'sending' };
  #jobId: number | undefined;
  #failedLooks = 0;
  #abandoned = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;

  constructor(parts: PagePrinterParts, onProgress: () => void) {
    this.#parts = parts;
    this.#onProgress = onProgress;
  }

  progress(): PagePrintProgress {
    return this.#progress;
  }

  abandon(): void {
    this.#abandoned = true;
    this.#wake?.();
  }

  /** Waits a while until the job was taken back; one whose paper is coming out is let be. */
  async close(): Promise<void> {
    const { clock } = this.#parts;
    this.#closed = true;
    this.abandon();
    let timer: unknown;
    const patience = new Promise<void>((resolve) => {
      timer = clock.setTimeout(resolve, PATIENCE_AT_END_MS);
    });
    await Promise.race([this.#running, patience]);
    clock.clearTimeout(timer);
  }

  run(pdf: Uint8Array, jobName: string): Promise<void> {
    this.#running = this.#send(pdf, jobName).then(() => this.#watch());
    return this.#running;
  }

  async #send(pdf: Uint8Array, jobName: string): Promise<void> {
    const sent = await this.#parts.client.printPdf(pdf, jobName);
    if (!sent.ok) return this.#notSent(sent.error);
    this.#jobId = sent.value;
    this.#become({ state: 'sent' });
  }

  #notSent(error: RemoteFailure): void {
    this.#parts.log.warn('A4-NOT-PRINTED', { kind: error.kind, detail: error.detail });
    // Only these two say that nothing comes out.
    const isSure = error.kind === 'not-sent' || error.kind === 'refused';
    this.#become({ state: isSure ? 'failed' : 'unknown' });
  }

  async #watch(): Promise<void> {
    while (this.#jobId !== undefined && !isOver(this.#progress)) {
      if (this.#isUnwanted()) return this.#takeBack(this.#jobId);
      if (this.#closed) return;
      await this.#look(this.#jobId);
      if (!isOver(this.#progress) && !this.#isUnwanted()) await this.#pause();
    }
  }

  /** Whether it can still be kept from coming out for nobody. */
  #isUnwanted(): boolean {
    return this.#abandoned && this.#progress.state !== 'printing';
  }

  async #look(jobId: number): Promise<void> {
    const job = await this.#parts.client.readJob(jobId);
    if (!job.ok) return this.#missed(job.error);
    this.#failedLooks = 0;
    this.#become(await this.#progressOf(job.value));
  }

  #missed(error: RemoteFailure): void {
    this.#failedLooks += 1;
    // A printer that forgot the job says no for ever.
    if (error.kind !== 'refused' && this.#failedLooks < LOOKS_THAT_MAY_FAIL) return;
    this.#parts.log.warn('A4-UNCERTAIN', { kind: error.kind, detail: error.detail });
    this.#become({ state: 'unknown' });
  }

  async #progressOf({ state, reasons }: IppJob): Promise<PagePrintProgress> {
    switch (state) {
      case 'completed':
        return { state: 'done' };
      case 'canceled':
      case 'aborted':
        this.#parts.log.warn('A4-NOT-PRINTED', { kind: state, reasons: reasons.join(' ') });
        return { state: 'failed' };
      case 'waiting':
      case 'processing':
      case 'stopped':
      case 'other': {
        const trouble = await this.#troubleAt(state === 'stopped');
        if (trouble) return { state: 'waiting', trouble };
        return { state: state === 'processing' ? 'printing' : 'sent' };
      }
    }
  }

  /** What the printer itself says is wrong with it. */
  async #troubleAt(jobStopped: boolean): Promise<Trouble | undefined> {
    const printer = await this.#parts.client.readPrinter();
    if (!printer.ok) return undefined;
    const stopped = jobStopped || printer.value.state === 'stopped';
    return troubleOfReasons(printer.value.reasons) ?? (stopped ? 'error' : undefined);
  }

  async #takeBack(jobId: number): Promise<void> {
    const cancelled = await this.#parts.client.cancelJob(jobId);
    if (cancelled.ok) return;
    // Paper with a stranger's name may come out.
    const { kind, detail } = cancelled.error;
    this.#parts.log.warn('A4-NOT-TAKEN-BACK', { kind, detail });
  }

  #become(progress: PagePrintProgress): void {
    const before = this.#progress;
    this.#progress = progress;
    if (before.state !== progress.state || troubleIn(before) !== troubleIn(progress)) this.#onProgress();
  }

  async #pause(): Promise<void> {
    const { clock } = this.#parts;
    await new Promise<void>((resolve) => {
      const timer = clock.setTimeout(resolve, LOOK_EVERY_MS);
      this.#wake = () => {
        clock.clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}

function isOver({ state }: PagePrintProgress): boolean {
  return state === 'done' || state === 'failed' || state === 'unknown';
}

function troubleIn(progress: PagePrintProgress): Trouble | undefined {
  return progress.state === 'waiting' ? progress.trouble : undefined;
}
