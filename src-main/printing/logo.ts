/**
 * A company's logo in black and white. Its dots are printed doubled both ways, as the barcode's are: at 9600 baud a
 * logo of full resolution would take as long as the rest of the slip.
 */
export interface LogoBlock {
  readonly kind: 'logo';
  /** Dots across before doubling, a multiple of 8. */
  readonly width: number;
  /** Dots down before doubling. */
  readonly height: number;
  /** Rows from the top, the leftmost dot in the highest bit, `1` is black; base64. */
  readonly dots: string;
}

/** Each dot is printed so many dots across and down. */
export const LOGO_SCALE = 2;
/** Fills 58 mm paper when doubled. */
export const LOGO_WIDEST_DOTS = 192;
/** 24 mm when doubled; at most 2,304 bytes, 2.4 s at 9600 baud. */
export const LOGO_HIGHEST_DOTS = 96;

const DLE = 0x10;
/** What makes a real-time command of a DLE before it: EOT, ENQ, DC4. */
const REAL_TIME: ReadonlySet<number | undefined> = new Set([0x04, 0x05, 0x14]);
/** DLE with one more dot. */
const THICKENED = 0x18;

/** Whether the dots are as many as the size says. */
export function isLogoBlock({ width, height, dots }: Omit<LogoBlock, 'kind'>): boolean {
  return Buffer.from(dots, 'base64').length === (width / 8) * height;
}

/**
 * The rows of a logo for the wire. Where its dots would read as a request for the printer's status, which printers obey
 * even inside a picture, one dot is added.
 */
export function logoRows({ dots }: LogoBlock): Uint8Array {
  const rows = Uint8Array.from(Buffer.from(dots, 'base64'));
  return rows.map((byte, index) => (byte === DLE && REAL_TIME.has(rows[index + 1]) ? THICKENED : byte));
}
