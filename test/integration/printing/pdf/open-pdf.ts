import { spawn } from 'node:child_process';
import { PNG } from 'pngjs';

async function runPoppler(tool: string, options: readonly string[], input: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, options, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT' ? new Error(`${tool} is missing: apt-get install poppler-utils`) : error,
      );
    });
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`${tool} ended with ${code}: ${Buffer.concat(complaint).toString('utf8')}`));
    });
    child.stdin.end(input);
  });
}

/** The first page, or the part of it that `crop` names in dots, as a PNG picture. */
export async function pictureOf(pdf: Uint8Array, dpi: number, crop: readonly string[] = []): Promise<Buffer> {
  return runPoppler('pdftoppm', ['-r', String(dpi), ...crop, '-gray', '-png', '-singlefile', '-'], pdf);
}

/** All words in the order in which they were drawn, without white space. */
export async function lettersOf(pdf: Uint8Array): Promise<string> {
  const text = await runPoppler('pdftotext', ['-raw', '-', '-'], pdf);
  return withoutSpaces(text.toString('utf8'));
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

export function pageCount(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b(?!s)/g),
  ].length;
}

/** The smallest rectangle around all that is dark within `area`. Millimetres of the page. */
export async function darkBox(
  pdf: Uint8Array,
  area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
) {
  const dpi = 600;
  const dots = (mm: number) => Math.round((mm / 25.4) * dpi);
  const [left, top] = [dots(area.left), dots(area.top)];
  const [width, height] = [dots(area.right) - left, dots(area.bottom) - top];
  const crop = Object.entries({ x: left, y: top, W: width, H: height });
  const picture = PNG.sync.read(
    await pictureOf(
      pdf,
      dpi,
      crop.flatMap(([name, value]) => [`-${name}`, String(value)]),
    ),
  );
  const isDark = (x: number, y: number) => (picture.data[(y * picture.width + x) * 4] ?? 255) < 128;
  const all = { x: range(picture.width), y: range(picture.height) };
  const columns = all.x.filter((x) => all.y.some((y) => isDark(x, y)));
  const rows = all.y.filter((y) => all.x.some((x) => isDark(x, y)));
  const mm = (value: number) => (value / dpi) * 25.4;
  const first = { x: columns[0] ?? 0, y: rows[0] ?? 0 };
  return {
    left: mm(left + first.x),
    top: mm(top + first.y),
    width: mm((columns.at(-1) ?? -1) + 1 - first.x),
    height: mm((rows.at(-1) ?? -1) + 1 - first.y),
  };
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
