import { atLineStart, digit, type Handler, type Refuse } from './layout-commands.ts';
import { barcodeImage, type DotImage, qrImage, rasterImage, scaled } from './symbols.ts';
import type { Typesetter } from './typesetter.ts';

/** Rows that `GS ( L` function 112 can store, in dots as printed. */
const MAX_STORED_ROWS = 2400;

interface SymbolSettings {
  barcodeHeight: number;
  barcodeModule: number;
  /** Digits beside the bars: 1 above, 2 below, 3 both. */
  legend: number;
  qrModule: number;
  qrCorrection: number;
  qrData: Buffer | undefined;
  graphics: DotImage | undefined;
}

function defaults(): SymbolSettings {
  return {
    barcodeHeight: 162,
    barcodeModule: 3,
    legend: 0,
    qrModule: 3,
    qrCorrection: 48,
    qrData: undefined,
    graphics: undefined,
  };
}

/** What prints symbols, for commands of any maker's. */
export interface SymbolCommands {
  readonly handlers: Record<string, Handler>;
  readonly printQr: (data: Buffer, correction: number, module: number) => void;
  reset(): void;
}

/** Bar codes, QR and raster pictures, with a reset of their settings. */
export function symbolCommands(typesetter: Typesetter, refuse: Refuse): SymbolCommands {
  const settings = defaults();
  const lineStart = atLineStart(typesetter, refuse);

  function legend(text: string): void {
    typesetter.text(Buffer.from(text, 'latin1'));
    typesetter.feed(0);
  }

  function printBarcode(data: Buffer): void {
    const type = data[0] ?? 0;
    const content = (type > 6 ? data.subarray(2) : data.subarray(1, -1)).toString('latin1');
    const barcode = barcodeImage(type, content, settings.barcodeModule, settings.barcodeHeight);
    if (!barcode) {
      refuse(`GS k ${type} "${content}"`);
      return;
    }
    if (settings.legend & 1) legend(barcode.content);
    typesetter.symbol(barcode.image, `[${barcode.name}: ${barcode.content}]`);
    if (settings.legend & 2) legend(barcode.content);
  }

  function printQr(data: Buffer | undefined, correction: number, module: number): void {
    const image = data && qrImage(data, correction);
    if (!data || !image) {
      refuse('a QR symbol without data that fits');
      return;
    }
    typesetter.symbol(scaled(image, module, module), `[QR: ${data.toString('utf8')}]`);
  }

  const printQrAtLineStart = lineStart('GS ( k 81', () =>
    printQr(settings.qrData, settings.qrCorrection, settings.qrModule),
  );

  /** `GS ( k pL pH cn fn …`; `cn` 49 is QR. */
  function twoDimensional(data: Buffer): void {
    const [, , , symbology = 0, fn = 0, value = 0] = data;
    const name = `${symbology}/${fn}`;
    if (name === '49/65' && value === 50) return;
    if (name === '49/67' && value >= 1 && value <= 16) settings.qrModule = value;
    else if (name === '49/69' && value >= 48 && value <= 51) settings.qrCorrection = value;
    else if (name === '49/80') settings.qrData = Buffer.from(data.subarray(6));
    else if (name === '49/81') printQrAtLineStart(data);
    else refuse(`GS ( k ${symbology} ${fn} ${value}`);
  }

  /** `GS v 0 m xL xH yL yH d…` from `0` on; `x` counts bytes. */
  function printRaster(data: Buffer): void {
    const mode = digit(data[1]);
    const image = rasterImage(data.subarray(6), data.readUInt16LE(2) * 8, data.readUInt16LE(4));
    if (mode > 3) refuse(`GS v 0 mode ${mode}`);
    else printPicture(scaled(image, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1));
  }

  function printPicture(image: DotImage): void {
    typesetter.picture(image, `[imagem ${image.width}x${image.height}]`);
  }

  const printGraphics = lineStart('GS ( L 50', () => {
    if (settings.graphics) printPicture(settings.graphics);
    else refuse('GS ( L 50 without stored graphics');
    settings.graphics = undefined;
  });

  function storeGraphics(parameters: Buffer): void {
    const [, , tone = 0, across = 0, down = 0, colour = 0] = parameters;
    const width = parameters.readUInt16LE(6);
    const height = parameters.readUInt16LE(8);
    const dots = parameters.subarray(10);
    const sound =
      tone === 48 &&
      [1, 2].includes(across) &&
      [1, 2].includes(down) &&
      colour === 49 &&
      height * down <= MAX_STORED_ROWS &&
      dots.length === Math.ceil(width / 8) * height;
    if (sound) settings.graphics = scaled(rasterImage(Buffer.from(dots), width, height), across, down);
    else refuse(`GS ( L 112 of ${width}x${height} dots in ${dots.length} bytes`);
  }

  /** `GS ( L` and `GS 8 L` from `m` on. */
  function graphics(parameters: Buffer): void {
    const [m = 0, fn = 0] = parameters;
    if (m === 48 && fn === 112 && parameters.length > 10) storeGraphics(parameters);
    else if (m === 48 && (fn === 2 || fn === 50)) printGraphics(parameters);
    else refuse(`GS ( L ${m} ${fn}`);
  }

  function parenthesis(data: Buffer): void {
    const letter = String.fromCharCode(data[0] ?? 0);
    if (letter === 'k') twoDimensional(data);
    else if (letter === 'L') graphics(data.subarray(3));
    else refuse(`GS ( ${letter}`);
  }

  return {
    handlers: {
      'GS (': parenthesis,
      'GS 8': (data) => {
        if (data[0] === 0x4c) graphics(data.subarray(5));
        else refuse('GS 8');
      },
      'GS H': ([where = 0]) => {
        settings.legend = digit(where);
      },
      // The legend is always in font A.
      'GS f': () => undefined,
      'GS h': ([dots = 0]) => {
        settings.barcodeHeight = dots;
      },
      'GS k': lineStart('GS k', printBarcode),
      'GS v': lineStart('GS v 0', (data) => {
        if (data[0] === 0x30) printRaster(data);
        else refuse('GS v');
      }),
      'GS w': ([width = 0]) => {
        settings.barcodeModule = width;
      },
    },
    printQr,
    reset: () => Object.assign(settings, defaults()),
  };
}
