import { randomUUID } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { PageJob, PagePrinter, PagePrintProgress } from '../printing/ipp/page-printer.ts';
import type { BoletoPdf } from '../printing/pdf/boleto-pdf.ts';
import type { PagePictures } from '../printing/pdf/page-pictures.ts';
import type { PdfLogo } from '../printing/pdf/sheet.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { boletoInput, type TerminalIdentity } from './paper-desk.ts';
import type { BoletoCounter, BoletoRequest, OpenPages, PaperDesk } from './visit-parts.ts';

/** Where the window fetches pictures from, by addresses that nobody can guess. */
export interface PictureShelf {
  /** @returns the address of each picture, in their order */
  put(pictures: readonly Uint8Array[]): readonly string[];
  /** From now on there is nothing at these addresses. */
  remove(addresses: readonly string[]): void;
}

export interface BoletoDeskParts {
  /** The ERPs' own PDFs. */
  readonly erps: {
    mayHavePdf(invoice: OpenInvoice): boolean;
    getInvoicePdf(invoice: OpenInvoice, document: string): Promise<Result<Uint8Array, RemoteFailure>>;
  };
  readonly makePdf: (input: BoletoPdf) => Promise<Result<Uint8Array, string>>;
  /** @param signal ends the drawing */
  readonly drawPages: (pdf: Uint8Array, signal: AbortSignal) => Promise<Result<PagePictures, string>>;
  readonly pictures: PictureShelf;
  /** Absent: none is configured. */
  readonly printer: PagePrinter | undefined;
  readonly terminal: TerminalIdentity;
  readonly logo: PdfLogo | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when a job on A4 stands otherwise. */
  readonly onPrint: (jobId: string, progress: PrintProgress) => void;
}

/** A boleto that a customer looks at. */
interface Opened {
  readonly pdf: Uint8Array;
  readonly addresses: readonly string[];
}

/** Where a document may come from. */
type PdfSource = () => Promise<Uint8Array | undefined>;

interface Drawn {
  readonly pdf: Uint8Array;
  readonly pictures: PagePictures;
}

/** The whole boleto as pages: the ERP's own PDF where there is one that can be drawn, else the kiosk's. */
export class BoletoDesk implements BoletoCounter {
  readonly #parts: BoletoDeskParts;
  readonly #opened = new Map<string, Opened>();
  readonly #jobs = new Map<string, PageJob>();
  #opening = new AbortController();

  constructor(parts: BoletoDeskParts) {
    this.#parts = parts;
  }

  mayShow(invoice: OpenInvoice): boolean {
    return invoice.slip.sound || this.#parts.erps.mayHavePdf(invoice);
  }

  canPrint(): boolean {
    return this.#parts.printer !== undefined;
  }

  open(request: BoletoRequest): Promise<Result<OpenPages, 'unavailable'>> {
    return this.#show([() => this.#fetchErpPdf(request), () => this.#makeOwnPdf(request)]);
  }

  show(fetch: PdfSource): Promise<Result<OpenPages, 'unavailable'>> {
    return this.#show([fetch]);
  }

  /** The first that can be had and drawn. */
  async #show(sources: readonly PdfSource[]): Promise<Result<OpenPages, 'unavailable'>> {
    // Whoever asks for another one has left this one, and each drawing takes a thread and its memory.
    this.#opening.abort();
    const opening = new AbortController();
    this.#opening = opening;
    const { signal } = opening;
    const drawn = await this.#drawFirst(sources, signal);
    if (!drawn || signal.aborted) return failure('unavailable');
    const { pages, pageCount } = drawn.pictures;
    const addresses = this.#parts.pictures.put(pages.map(({ png }) => png));
    const id = randomUUID();
    this.#opened.set(id, { pdf: drawn.pdf, addresses });
    return success({
      id,
      pageCount,
      pages: pages.map(({ width, height }, index) => ({ address: addresses[index] ?? '', width, height })),
    });
  }

  /** The boleto as a file; `undefined` when it cannot be had. */
  async makeFile(request: BoletoRequest): Promise<Uint8Array | undefined> {
    return (await this.#fetchErpPdf(request)) ?? (await this.#makeOwnPdf(request));
  }

  close(id: string): void {
    this.#parts.pictures.remove(this.#opened.get(id)?.addresses ?? []);
    this.#opened.delete(id);
  }

  /** The kiosk ends, and the window with its pictures may outlive it: nothing of a customer stays. */
  stop(): void {
    this.#opening.abort();
    for (const id of [...this.#opened.keys()]) this.close(id);
  }

  print(id: string): string {
    const { printer, terminal, onPrint } = this.#parts;
    const opened = this.#opened.get(id);
    if (!printer || !opened) throw new Error('nothing to print, or nothing to print on');
    const jobId = randomUUID();
    const job = printer.print(opened.pdf, `Totem ${terminal.id}`, () =>
      onPrint(jobId, progressOf(job.progress())),
    );
    // Only the newest is asked for.
    this.#jobs.clear();
    this.#jobs.set(jobId, job);
    return jobId;
  }

  /** `undefined`: not a job of this desk. */
  progress(jobId: string): PrintProgress | undefined {
    const job = this.#jobs.get(jobId);
    return job && progressOf(job.progress());
  }

  cancel(jobId: string): void {
    this.#jobs.get(jobId)?.abandon();
  }

  async #drawFirst(sources: readonly PdfSource[], signal: AbortSignal): Promise<Drawn | undefined> {
    for (const source of sources) {
      const pdf = signal.aborted ? undefined : await source();
      const drawn = pdf && (await this.#draw(pdf, signal));
      if (drawn) return drawn;
    }
    return undefined;
  }

  async #fetchErpPdf({ invoice, document }: BoletoRequest): Promise<Uint8Array | undefined> {
    const { erps, log } = this.#parts;
    if (!erps.mayHavePdf(invoice)) return undefined;
    const got = await erps.getInvoicePdf(invoice, document);
    if (got.ok) return got.value;
    const { kind, detail } = got.error;
    log.warn('ERP-PDF-UNUSABLE', { erp: invoice.erp, invoiceId: invoice.id, kind, detail });
    return undefined;
  }

  async #makeOwnPdf(request: BoletoRequest): Promise<Uint8Array | undefined> {
    const input = this.#inputOf(request);
    const made = input && (await this.#parts.makePdf(input));
    return made?.ok ? made.value : undefined;
  }

  async #draw(pdf: Uint8Array, signal: AbortSignal): Promise<Drawn | undefined> {
    const pictures = await this.#parts.drawPages(pdf, signal);
    return pictures.ok ? { pdf, pictures: pictures.value } : undefined;
  }

  #inputOf(request: BoletoRequest): BoletoPdf | undefined {
    const { terminal, clock, logo } = this.#parts;
    const input = boletoInput(request, terminal, clock.wallTime());
    if (!input) return undefined;
    const { invoice } = request;
    // The logo as dots is for the receipt printer.
    const { logo: _, ...company } = input.company;
    const ownLogo = terminal.companyByErp?.has(invoice.erp) ? undefined : logo;
    return {
      ...input,
      company,
      ...(invoice.issueDate !== undefined && { issueDate: invoice.issueDate }),
      ...(ownLogo !== undefined && { logo: ownLogo }),
    };
  }
}

/** The desk for receipt paper, together with the jobs on A4: a visit asks for both by their ids. */
export function withPageJobs(paper: PaperDesk, boletos: BoletoDesk): PaperDesk {
  return {
    status: () => paper.status(),
    printSlip: (request) => paper.printSlip(request),
    progress: (jobId) => boletos.progress(jobId) ?? paper.progress(jobId),
    cancel(jobId) {
      if (boletos.progress(jobId)) boletos.cancel(jobId);
      else paper.cancel(jobId);
    },
  };
}

function progressOf(progress: PagePrintProgress): PrintProgress {
  switch (progress.state) {
    case 'sending':
    case 'sent':
      return { state: 'queued' };
    case 'printing':
      return { state: 'printing' };
    case 'waiting':
      return progress;
    case 'done':
      return { state: 'printed' };
    case 'failed':
      return { state: 'failed' };
    case 'unknown':
      return { state: 'uncertain' };
  }
}
