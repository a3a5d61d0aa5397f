import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { type DemoReport, reportSchema } from './demo/report.ts';

/**
 * Makes the README's pictures out of a demo's output: `node scripts/readme-pictures.ts [DIR]`. Half the size each
 * way is still sharper than a README shows them, and keeps the repository small.
 */

const imagesFolder = resolve(import.meta.dirname, '../docs/images');

/** README's names, and the step or paper of the demo that each shows. */
const screens = { attract: 'attract', invoices: 'invoices', pix: 'pix', paid: 'paid-receipt-printed' };
/** The technician's area: typing on the screen, what a test brought, how the kiosk stands. */
const technician = ['technician-erp-document', 'technician-erp-exchange', 'technician-state'];
/** Besides paying; the contact panel stands at their right. */
const services = ['menu', 'menu-in-english-and-large', 'unlocked'];
/** The last paper of each kind. */
const papers = ['slip', 'receipt'];

const rgb = 2;
const grey = 0;

async function makePictures(demoOutput: string): Promise<void> {
  const report = reportSchema.parse(JSON.parse(await readFile(join(demoOutput, 'report.json'), 'utf8')));
  const read = async (file: string) => PNG.sync.read(await readFile(join(demoOutput, file)));
  await mkdir(imagesFolder, { recursive: true });
  const row: PNG[] = [];
  for (const [name, step] of Object.entries(screens)) {
    const picture = await read(pictureOf(report, step));
    await keep(name, shrink(picture, 2), rgb);
    row.push(shrink(picture, 3));
  }
  for (const name of papers) {
    const paper = shrink(withMargins(await read(paperOf(report, name))), 2);
    await keep(name, paper, grey);
    if (name === 'receipt') row.push(paper);
  }
  await keep('visit', sideBySide(row), rgb);
  const area = await Promise.all(
    technician.map(async (step) => shrink(await read(pictureOf(report, step)), 2)),
  );
  await keep('technician', sideBySide(area), rgb);
  const beside = await Promise.all(
    services.map(async (step) => shrink(await read(pictureOf(report, step)), 2)),
  );
  await keep('services', sideBySide([...beside, await read(report.contactPanel)]), rgb);
}

async function keep(name: string, picture: PNG, colorType: typeof rgb | typeof grey): Promise<void> {
  // Flat colours compress best as they are, without PNG's filters and pngjs's run-length strategy.
  const smallest = { deflateLevel: 9, deflateStrategy: 0, filterType: 0 };
  const png = PNG.sync.write(picture, { ...smallest, colorType, inputHasAlpha: true });
  await writeFile(join(imagesFolder, `${name}.png`), png);
  console.log(`${name}.png  ${picture.width}x${picture.height}  ${Math.round(png.length / 1000)} kB`);
}

function pictureOf({ steps }: DemoReport, name: string): string {
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`the demo's report has no step "${name}"`);
  return step.picture;
}

function paperOf({ papers: printed }: DemoReport, kind: string): string {
  const paper = printed.findLast(({ picture }) => picture.endsWith(`-${kind}.png`));
  if (!paper) throw new Error(`the demo's report has no paper "${kind}"`);
  return paper.picture;
}

/** Each pixel becomes the mean of a square of `by` × `by`; what is left over at the edges is left out. */
function shrink(picture: PNG, by: number): PNG {
  const width = Math.floor(picture.width / by);
  const small = new PNG({ width, height: Math.floor(picture.height / by) });
  for (let at = 0; at < small.data.length; at += 1) {
    const pixel = Math.floor(at / 4);
    const [x, y] = [(pixel % width) * by, Math.floor(pixel / width) * by];
    small.data[at] = meanOfSquare(picture, { x, y, side: by }, at % 4);
  }
  return small;
}

function meanOfSquare(
  { data, width }: PNG,
  square: { readonly x: number; readonly y: number; readonly side: number },
  channel: number,
): number {
  let sum = 0;
  for (let y = square.y; y < square.y + square.side; y += 1) {
    for (let x = square.x; x < square.x + square.side; x += 1) {
      sum += data[(y * width + x) * 4 + channel] ?? 0;
    }
  }
  return Math.round(sum / square.side ** 2);
}

/** Dots of the roll on each side that no head reaches: 576 of 640 are printed. */
const margin = 32;

function withMargins(paper: PNG): PNG {
  const whole = new PNG({ width: paper.width + 2 * margin, height: paper.height });
  whole.data.fill(0xff);
  PNG.bitblt(paper, whole, 0, 0, paper.width, paper.height, margin, 0);
  return whole;
}

const gap = 24;
const counter = Buffer.of(0xd8, 0xd8, 0xd8, 0xff);

/** The pictures in a row on a counter's grey, each in the middle of its height. */
function sideBySide(pictures: readonly PNG[]): PNG {
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, gap);
  const height = Math.max(...pictures.map((picture) => picture.height)) + 2 * gap;
  const row = new PNG({ width, height });
  row.data.fill(counter);
  let x = gap;
  for (const picture of pictures) {
    const y = Math.floor((height - picture.height) / 2);
    PNG.bitblt(picture, row, 0, 0, picture.width, picture.height, x, y);
    x += picture.width + gap;
  }
  return row;
}

await makePictures(resolve(process.argv[2] ?? 'demo-output'));
