import JsBarcode from 'jsbarcode';

/** Dots of one narrow module: at 203 dpi 2 narrow and 6 wide make 101.35 mm, the closest to FEBRABAN's 103 mm. */
export const MODULE_DOTS = 2;
/** 104 dots are 13.01 mm: FEBRABAN wants 13 mm. */
export const STRIP_DOTS = 104;
/** Blank paper before the first and after the last bar: 5 mm. */
export const QUIET_ZONE_DOTS = 40;

/**
 * The modules of a 44-digit Interleaved 2 of 5 barcode, wide ones three times the narrow: 405 characters,
 * `1` is black. @param digits the 44 digits of a boleto's barcode
 */
export function barcodeModules(digits: string): string {
  const drawing: { encodings?: readonly { readonly data: string }[] } = {};
  // JsBarcode fills a plain object where there is no DOM; its types only know the DOM.
  JsBarcode(drawing as unknown as Parameters<typeof JsBarcode>[0], digits, { format: 'ITF' });
  return (drawing.encodings ?? []).map((encoding) => encoding.data).join('');
}

/**
 * Cuts modules into chunks of at most `longest`, only in the middle of spaces: where the paper stops between two
 * chunks a bar would grow, a space merely stays white.
 */
export function cutInsideSpaces(modules: string, longest: number): string[] {
  const chunks: string[] = [];
  let rest = modules;
  while (rest.length > longest) {
    const cut = rest.lastIndexOf('00', longest - 1) + 1;
    chunks.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...chunks, rest];
}

/**
 * One row of dots per module, to be doubled by the printer both ways: the bars lie across the paper, so that the
 * code, too long for any receipt paper, runs along it. @returns rows of 7 bytes, of which 52 bits are used
 */
export function stripRows(modules: string): Uint8Array {
  const black = blackRow(STRIP_DOTS / MODULE_DOTS);
  const rows = new Uint8Array(modules.length * black.length);
  for (const [index, module] of [...modules].entries()) {
    if (module === '1') rows.set(black, index * black.length);
  }
  return rows;
}

function blackRow(dots: number): Uint8Array {
  const row = new Uint8Array(Math.ceil(dots / 8)).fill(0xff);
  row[row.length - 1] = (0xff << (row.length * 8 - dots)) & 0xff;
  return row;
}
