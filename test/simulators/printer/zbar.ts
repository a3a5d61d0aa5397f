import { spawn } from 'node:child_process';
import { PNG } from 'pngjs';
import { encodePng } from './sheet.ts';

/** One symbol found in a picture. `type` as zbar names it: `QR-Code`, `I2/5`, `CODE-128`… */
export interface DecodedSymbol {
  readonly type: string;
  readonly data: string;
}

/** Blank dots put around the picture: the white of the counter on which the paper lies. */
const BORDER = 60;
/** Tried in turn until something is found. */
const SCALES = [1, 2, 3];

function enlarge(png: PNG, scale: number): Buffer {
  const width = (png.width + 2 * BORDER) * scale;
  const height = (png.height + 2 * BORDER) * scale;
  const dots = Buffer.alloc(width * height, 255);
  for (let y = BORDER * scale; y < height - BORDER * scale; y += 1) {
    for (let x = BORDER * scale; x < width - BORDER * scale; x += 1) {
      const source = (Math.floor(y / scale) - BORDER) * png.width + Math.floor(x / scale) - BORDER;
      dots[y * width + x] = png.data[source * 4] ?? 255;
    }
  }
  return encodePng(dots, width, height);
}

const NO_SYMBOL = 4;

async function runZbar(picture: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const zbar = spawn(
      'zbarimg',
      [
        '--quiet',
        '--nodbus',
        '-Sdisable',
        '-Sqrcode.enable',
        '-Si25.enable',
        '-Scode128.enable',
        '-Sean13.enable',
        '-',
      ],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    zbar.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    zbar.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    zbar.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Error('zbarimg is missing: apt-get install zbar-tools') : error);
    });
    zbar.once('close', (code) => {
      if (code === 0 || code === NO_SYMBOL) resolve(Buffer.concat(output).toString('utf8'));
      else reject(new Error(`zbarimg ended with ${code}: ${Buffer.concat(complaint).toString('utf8')}`));
    });
    zbar.stdin.end(picture);
  });
}

function parse(output: string): DecodedSymbol[] {
  return output
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => ({ type: line.slice(0, line.indexOf(':')), data: line.slice(line.indexOf(':') + 1) }));
}

/** Reads the QR and bar codes in a picture with zbar, in either direction; empty when there is none. */
export async function decodeBarcodes(png: Buffer): Promise<DecodedSymbol[]> {
  const picture = PNG.sync.read(png);
  for (const scale of SCALES) {
    const symbols = parse(await runZbar(enlarge(picture, scale)));
    if (symbols.length > 0) return symbols;
  }
  return [];
}
