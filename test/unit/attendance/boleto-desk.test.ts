import { describe, expect, it, vi } from 'vitest';
import { BoletoDesk, type BoletoDeskParts } from '../../../src-main/attendance/boleto-desk.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import type { PagePrinter, PagePrintProgress } from '../../../src-main/printing/ipp/page-printer.ts';
import type { BoletoPdf } from '../../../src-main/printing/pdf/boleto-pdf.ts';
import type { PagePictures } from '../../../src-main/printing/pdf/page-pictures.ts';
import { VisitPictures } from '../../../src-main/shell/visit-pictures.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { invoiceOf, maria } from './people.ts';

const erpPdf = new Uint8Array([1]);
const ownPdf = new Uint8Array([2]);
const terminal = {
  id: 'T01',
  timeZone: 'America/Sao_Paulo',
  company: { name: 'Rede Horizonte', document: '33000167000101', address: 'Av. Brasil, 1500' },
  companyByErp: new Map([
    ['tv', { name: 'Horizonte TV', document: '11222333000181', address: 'Rua das Flores, 20' }],
  ]),
};
const unsound = { sound: false, problem: 'absent' } as const;

/** A printer that does what the test says. */
class StagedPrinter implements PagePrinter {
  readonly sent: Uint8Array[] = [];
  abandoned = 0;
  become: (progress: PagePrintProgress) => void = () => undefined;

  print(pdf: Uint8Array, _name: string, onProgress: () => void): ReturnType<PagePrinter['print']> {
    this.sent.push(pdf);
    let progress: PagePrintProgress = { state: 'sending' };
    this.become = (next) => {
      progress = next;
      onProgress();
    };
    return {
      progress: () => progress,
      abandon: () => {
        this.abandoned += 1;
      },
    };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function setUp(change: Partial<BoletoDeskParts> = {}) {
  const log = new RecordingLog();
  const pictures = new VisitPictures();
  const printer = new StagedPrinter();
  const made: BoletoPdf[] = [];
  const drawn: Uint8Array[] = [];
  const unreadable = new Set<Uint8Array>();
  const news: unknown[] = [];
  const desk = new BoletoDesk({
    erps: {
      mayHavePdf: () => true,
      getInvoicePdf: () => Promise.resolve(success(erpPdf)),
    },
    makePdf(input) {
      made.push(input);
      return Promise.resolve(success(ownPdf));
    },
    drawPages(pdf): Promise<Result<PagePictures, string>> {
      drawn.push(pdf);
      if (unreadable.has(pdf)) return Promise.resolve(failure('unreadable'));
      const page = { png: new Uint8Array([9, ...pdf]), width: 3, height: 4 };
      return Promise.resolve(success({ pages: [page], pageCount: 7 }));
    },
    pictures,
    printer,
    terminal,
    logo: 'data:image/png;base64,AA==',
    clock: new ManualClock(),
    log,
    onPrint: (...told) => news.push(told),
    ...change,
  });
  return { desk, log, pictures, printer, made, drawn, unreadable, news };
}

function requestOf(change: Parameters<typeof invoiceOf>[1] = {}) {
  return { document: maria.document, payerName: 'Maria Souza', invoice: invoiceOf('F-101', change) };
}

async function opened(desk: BoletoDesk, change: Parameters<typeof invoiceOf>[1] = {}) {
  const boleto = await desk.open(requestOf(change));
  if (!boleto.ok) throw new Error(boleto.error);
  return boleto.value;
}

const without = (failing: boolean): Partial<BoletoDeskParts> => ({
  erps: {
    mayHavePdf: () => failing,
    getInvoicePdf: () => Promise.resolve(failure({ kind: 'no-answer', detail: 'time-out' })),
  },
});

describe('the boleto that is shown', () => {
  it('is the last that was asked for: what is still being drawn of another ends', async () => {
    const drawings: { readonly end: () => void; readonly signal: AbortSignal }[] = [];
    const { desk, made, pictures } = setUp({
      drawPages: (pdf, signal) =>
        new Promise((resolve) => {
          const page = { png: new Uint8Array([9, ...pdf]), width: 3, height: 4 };
          const drawn = success({ pages: [page], pageCount: 1 });
          drawings.push({ signal, end: () => resolve(drawn) });
          signal.addEventListener('abort', () => resolve(failure('closed')));
        }),
    });
    const put = vi.spyOn(pictures, 'put');
    const first = desk.open(requestOf());
    await vi.waitFor(() => expect(drawings).toHaveLength(1));
    const second = desk.open(requestOf());
    expect(await first).toEqual(failure('unavailable'));
    await vi.waitFor(() => expect(drawings).toHaveLength(2));
    drawings[1]?.end();
    expect(await second).toMatchObject({ ok: true });
    expect(drawings.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(made).toEqual([]);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('is the ERP’s own, fetched at an address that ends with it', async () => {
    const { desk, pictures, made } = setUp();
    const { id, pages, pageCount } = await opened(desk);
    expect(pageCount).toBe(7);
    expect(pages).toMatchObject([{ width: 3, height: 4 }]);
    const address = pages[0]?.address ?? '';
    expect(address).toMatch(/^\/visit\/[0-9a-f-]{36}\.png$/);
    expect(pictures.find(address)).toEqual(Buffer.from([9, 1]));
    expect(made).toEqual([]);
    desk.close(id);
    expect(pictures.find(address)).toBeUndefined();
    expect(() => desk.print(id)).toThrow();
  });

  it('is gone when the kiosk ends, and so is what is still being drawn', async () => {
    const { desk, pictures } = setUp();
    const { pages } = await opened(desk);
    const late = desk.open(requestOf());
    desk.stop();
    expect(await late).toEqual(failure('unavailable'));
    expect(pages.map(({ address }) => pictures.find(address))).toEqual([undefined]);
  });

  it.each([
    ['has none', false, []],
    ['cannot give it', true, ['ERP-PDF-UNUSABLE']],
  ] as const)('is the kiosk’s where the ERP %s', async (_, failing, codes) => {
    const { desk, made, drawn, log } = setUp(without(failing));
    await opened(desk, { dueDate: '2020-01-01', dueCents: 13_000 });
    expect(drawn).toEqual([ownPdf]);
    expect(made).toMatchObject([
      {
        company: { name: 'Rede Horizonte' },
        payer: { name: 'Maria Souza', document: maria.document },
        invoiceId: 'F-101',
        overdueCents: 13_000,
        logo: 'data:image/png;base64,AA==',
      },
    ]);
    expect(log.codes).toEqual(codes);
  });

  it('is the kiosk’s where the ERP’s cannot be drawn', async () => {
    const { desk, drawn, unreadable } = setUp();
    unreadable.add(erpPdf);
    await opened(desk);
    expect(drawn).toEqual([erpPdf, ownPdf]);
  });

  it('names the company whose invoice it is, without another one’s logo', async () => {
    const { desk, made } = setUp(without(false));
    await opened(desk, { erp: 'tv' });
    expect(made[0]?.company.name).toBe('Horizonte TV');
    expect(made[0]).not.toHaveProperty('logo');
  });

  it('is none where the line is not sound and the ERP has nothing', async () => {
    const { desk, made } = setUp(without(true));
    expect(await desk.open(requestOf({ slip: unsound }))).toEqual({ ok: false, error: 'unavailable' });
    expect(made).toEqual([]);
    expect(setUp(without(false)).desk.mayShow(invoiceOf('F-1', { slip: unsound }))).toBe(false);
    expect(setUp(without(true)).desk.mayShow(invoiceOf('F-1', { slip: unsound }))).toBe(true);
  });
});

describe('the boleto on A4', () => {
  it('is the very file that is shown, and its way is told', async () => {
    const { desk, printer, news } = setUp();
    const jobId = desk.print((await opened(desk)).id);
    expect(printer.sent).toEqual([erpPdf]);
    expect(desk.progress(jobId)).toEqual({ state: 'queued' });
    for (const state of ['sent', 'printing', 'done'] as const) printer.become({ state });
    expect(news).toEqual([
      [jobId, { state: 'queued' }],
      [jobId, { state: 'printing' }],
      [jobId, { state: 'printed' }],
    ]);
    printer.become({ state: 'waiting', trouble: 'no-paper' });
    expect(desk.progress(jobId)).toEqual({ state: 'waiting', trouble: 'no-paper' });
    printer.become({ state: 'failed' });
    expect(desk.progress(jobId)).toEqual({ state: 'failed' });
    printer.become({ state: 'unknown' });
    expect(desk.progress(jobId)).toEqual({ state: 'uncertain' });
    desk.cancel(jobId);
    desk.cancel('another');
    expect(printer.abandoned).toBe(1);
    expect(desk.progress('another')).toBeUndefined();
  });

  it('is not to be had without a printer', async () => {
    const { desk } = setUp({ printer: undefined });
    expect(desk.canPrint()).toBe(false);
    const { id } = await opened(desk);
    expect(() => desk.print(id)).toThrow();
  });
});
