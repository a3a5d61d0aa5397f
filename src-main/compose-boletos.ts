import { BoletoDesk, type PictureShelf } from './attendance/boleto-desk.ts';
import type { TerminalIdentity } from './attendance/paper-desk.ts';
import type { Clock } from './domain/clock.ts';
import { failure, type Result } from './domain/result.ts';
import type { ErpGroup } from './erp/erp-group.ts';
import type { Log } from './logging/log.ts';
import { createIppClient } from './printing/ipp/ipp-client.ts';
import { createPagePrinter } from './printing/ipp/page-printer.ts';
import type { PdfEngine } from './printing/pdf/pdf-engine.ts';
import type { ReceiptPdf } from './printing/pdf/receipt-pdf.ts';
import type { PrintProgress } from './printing/print-job.ts';
import type { Settings } from './settings/settings-schema.ts';

/** When the window stands and the ERPs' mappings are warm; nobody has come as far as a boleto by then. */
const WARM_UP_AFTER_MS = 5_000;

export interface BoletosParts {
  readonly settings: Settings;
  readonly erps: ErpGroup;
  readonly pictures: PictureShelf;
  readonly terminal: TerminalIdentity;
  /** The company's, as a `data:` URL. */
  readonly logo: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly onPrint: (jobId: string, progress: PrintProgress) => void;
}

/** The whole boleto: made or fetched, drawn, and printed on A4. */
export interface Boletos {
  readonly desk: BoletoDesk;
  /** The receipt of a payment on A4; a failure says what kind of trouble there was. */
  readonly makeReceipt: (input: ReceiptPdf) => Promise<Result<Uint8Array, string>>;
  start(): void;
  stop(): Promise<void>;
}

/** Nothing is loaded before `start`, or the first boleto. */
export function createBoletos(parts: BoletosParts): Boletos {
  const { settings, clock, log } = parts;
  const ended = new AbortController();
  const printer =
    settings.a4Printer && createPagePrinter({ client: createIppClient(settings.a4Printer), clock, log });
  let engine: Promise<PdfEngine> | undefined;
  let timer: unknown;

  const openEngine = (): Promise<PdfEngine> => {
    engine ??= import('./printing/pdf/pdf-engine.ts').then(({ createPdfEngine }) => createPdfEngine({ log }));
    return engine;
  };

  const desk = new BoletoDesk({
    ...parts,
    printer,
    makePdf: async (input) => (ended.signal.aborted ? failure('closed') : (await openEngine()).boleto(input)),
    async drawPages(pdf, signal) {
      const { drawPages } = await import('./printing/pdf/draw-pages.ts');
      return drawPages(pdf, { log, signal: AbortSignal.any([signal, ended.signal]) });
    },
  });

  return {
    desk,
    makeReceipt: async (input) =>
      ended.signal.aborted ? failure('closed') : (await openEngine()).receipt(input),
    start() {
      if (!settings.visit.offer.boleto) return;
      timer = clock.setTimeout(() => void openEngine().then((opened) => opened.warmUp()), WARM_UP_AFTER_MS);
    },
    async stop() {
      clock.clearTimeout(timer);
      ended.abort();
      desk.stop();
      await Promise.all([printer?.close(), engine?.then((opened) => opened.close())]);
    },
  };
}
