import { parentPort, workerData } from 'node:worker_threads';
import { PNG } from 'pngjs';
import type { PagePicture, PagePictures, PagesAnswer, PagesJob } from './page-pictures.ts';
import { openPdf, type PageDots } from './pdfium.ts';

/** Quick rather than small: the picture only goes to the window. */
const DEFLATE_LEVEL = 3;
const NO_FILTER = 0;
const RGB = 2;

async function draw({ bytes, mostPages, mostPictureBytes, memoryBytes }: PagesJob): Promise<PagePictures> {
  const pdf = await openPdf(bytes, memoryBytes);
  const { pageCount } = pdf;
  const pages: PagePicture[] = [];
  let room = mostPictureBytes;
  while (pages.length < Math.min(pageCount, mostPages)) {
    const page = pictureOf(pdf.draw(pages.length));
    room -= page.png.length;
    if (room < 0 && pages.length > 0) break;
    pages.push(page);
  }
  return { pages, pageCount };
}

function pictureOf({ width, height, dots }: PageDots): PagePicture {
  const picture = new PNG({
    width,
    height,
    colorType: RGB,
    deflateLevel: DEFLATE_LEVEL,
    filterType: NO_FILTER,
  });
  picture.data = Buffer.from(dots.buffer);
  return { png: Uint8Array.from(PNG.sync.write(picture)), width, height };
}

async function run(job: PagesJob): Promise<PagesAnswer> {
  try {
    return { ok: true, pictures: await draw(job) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.name : 'unknown' };
  }
}

const answer = await run(workerData as PagesJob);
// Handed over rather than copied: the main process would stand still for megabytes.
const pictures = answer.ok ? answer.pictures.pages.map(({ png }) => png.buffer as ArrayBuffer) : [];
parentPort?.postMessage(answer, pictures);
