import type { BoletoCounter, BoletoRequest, OpenPages } from '../../../src-main/attendance/visit-parts.ts';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import { Counter, type FakePaper } from './fake-parts.ts';

/** Boletos of one page each, printed by the same fake printer as slips. */
export class FakeBoletos extends Counter implements BoletoCounter {
  readonly #paper: FakePaper;
  readonly requests: BoletoRequest[] = [];
  /** Those that somebody may look at now. */
  readonly onScreen = new Set<string>();
  readonly printed: string[] = [];
  #shown = 0;
  available = true;
  hasPrinter = true;

  constructor(paper: FakePaper) {
    super();
    this.#paper = paper;
  }

  mayShow(invoice: OpenInvoice): boolean {
    return invoice.slip.sound;
  }

  canPrint(): boolean {
    return this.hasPrinter;
  }

  async open(request: BoletoRequest): Promise<Result<OpenPages, 'unavailable'>> {
    this.requests.push(request);
    await this.wait();
    if (!this.available) return failure('unavailable');
    const id = `boleto-${this.requests.length}`;
    this.onScreen.add(id);
    return success({ id, pageCount: 1, pages: [{ address: `/visit/${id}.png`, width: 10, height: 14 }] });
  }

  async show(fetch: () => Promise<Uint8Array | undefined>): Promise<Result<OpenPages, 'unavailable'>> {
    await this.wait();
    if (!(await fetch())) return failure('unavailable');
    this.#shown += 1;
    const id = `document-${this.#shown}`;
    this.onScreen.add(id);
    return success({ id, pageCount: 1, pages: [{ address: `/visit/${id}.png`, width: 10, height: 14 }] });
  }

  close(id: string): void {
    this.onScreen.delete(id);
  }

  print(id: string): string {
    this.printed.push(id);
    const jobId = `pages-${this.printed.length}`;
    this.#paper.jobs.set(jobId, { state: 'queued' });
    return jobId;
  }
}
