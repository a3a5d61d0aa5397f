import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** One page as dots, four bytes each (red, green, blue, unused), row by row without gaps. */
export interface PageDots {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** An open file. Its pages are numbered from 0. */
export interface OpenPdf {
  readonly pageCount: number;
  /** Draws a page on white. @throws when it is broken, or so large that memory does not suffice */
  draw(index: number): PageDots;
}

const POINTS_PER_INCH = 72;
const DOTS_PER_INCH = 200;
/** A4 takes 3.9 million; a page as large as a poster is drawn coarser instead. */
const MOST_DOTS = 4_000_000;
const LONGEST_SIDE = 8_000;
const BYTES_PER_DOT = 4;
const WASM_PAGE_BYTES = 65_536;
const WHITE = 0xff_ff_ff_ff;
/** What lies over the page as annotations; and bytes in the order in which PNG wants them. */
const WITH_ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;

/**
 * Opens a PDF with PDFium, which runs as WebAssembly: whatever the file does to it stays within its own memory, of at
 * most `memoryBytes`. For a thread that ends with the file: nothing is given back before. @throws when it is no PDF
 */
export async function openPdf(bytes: Uint8Array, memoryBytes: number): Promise<OpenPdf> {
  boundMemory(memoryBytes);
  const pdfium = await start();
  const document = pdfium.FPDF_LoadMemDocument(copyIn(pdfium, bytes), bytes.length, '');
  if (document === 0) throw new TypeError('not a readable PDF');
  const pageCount = pdfium.FPDF_GetPageCount(document);
  if (pageCount === 0) throw new TypeError('no pages');
  return {
    pageCount,
    draw: (index) => drawPage(pdfium, document, index),
  };
}

async function start(): Promise<WrappedPdfiumModule> {
  const program = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const silent = (): void => undefined;
  const pdfium = await init({
    wasmBinary: Uint8Array.from(program).buffer,
    print: silent,
    printErr: silent,
  });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** A thread's resource limits leave out WebAssembly's memory, of which a file could make PDFium ask for 2 GB. */
function boundMemory(bytes: number): void {
  const memory = WebAssembly.Memory.prototype;
  const grow = memory.grow;
  memory.grow = function (pages: number): number {
    if (this.buffer.byteLength + pages * WASM_PAGE_BYTES > bytes) throw new RangeError('memory bound');
    return grow.call(this, pages);
  };
}

function copyIn(pdfium: WrappedPdfiumModule, bytes: Uint8Array): number {
  const place = pdfium.pdfium.wasmExports.malloc(bytes.length);
  if (place === 0) throw new RangeError('no memory for the file');
  memoryOf(pdfium).set(bytes, place);
  return place;
}

/** All of PDFium's memory, which is another one after it grew. The package's types leave it out. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  return (pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
}

function drawPage(pdfium: WrappedPdfiumModule, document: number, index: number): PageDots {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new TypeError('a broken page');
  const { width, height } = sizeOf(pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page));
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) throw new RangeError('no memory for a page');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | RED_FIRST);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  // With four bytes a dot, rows have no gaps.
  const dots = memoryOf(pdfium).slice(start, start + width * height * BYTES_PER_DOT);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, dots };
}

/** @param width points @param height points @returns dots */
function sizeOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const area = width * height;
  if (!(area > 0)) throw new TypeError('a page without a size');
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(MOST_DOTS / area));
  const dots = (points: number): number => Math.min(Math.max(1, Math.round(points * scale)), LONGEST_SIDE);
  return { width: dots(width), height: dots(height) };
}
