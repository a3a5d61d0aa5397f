/**
 * Draws every view of the gallery in both orientations and keeps a picture of each.
 *
 *   node test/e2e/gallery/take-pictures.ts <folder> [--only <part of a name>] [--executable <chromium>]
 *     [--dress larger-es | covering | all] [--orientation portrait] [--quick]
 *
 * The executable may come from BALCAO_CHROMIUM instead. `--dress` chooses language and modes
 * (dresses.ts); `--quick` leaves axe out. Tells axe's findings and text that is cut, too small or
 * outside its box; ends with 1 when there are any.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { allDresses, coveringDresses, type Dress, plain } from './dresses.ts';
import { installFakeTotem, showTechnician, showView } from './fake-totem.ts';
import { findFaults, findMeasuredFaults } from './find-faults.ts';
import { findTechnicianFaults } from './find-technician-faults.ts';
import { type GalleryView, galleryViews } from './gallery-views.ts';
import { servePage } from './page-server.ts';
import { standardAnswers, type TechnicianView, technicianViews } from './technician-views.ts';

const orientations = [
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'landscape', width: 1280, height: 800 },
] as const;

/** Long enough for every entrance in the technician's area to have ended (milliseconds). */
const settleMs = 900;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    executable: { type: 'string' },
    dress: { type: 'string', default: 'plain' },
    quick: { type: 'boolean', default: false },
    orientation: { type: 'string', default: '' },
  },
});
const [folder] = positionals;
const executablePath = values.executable ?? process.env.BALCAO_CHROMIUM;
if (folder === undefined || executablePath === undefined) {
  console.error('usage: take-pictures.ts <folder> --executable <chromium> [--only <part of a name>]');
  process.exit(2);
}

const dresses = chooseDresses(values.dress);

const server = await servePage();
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let faults = 0;
try {
  const views = galleryViews.filter(({ name }) => name.includes(values.only));
  // The technician's area has one language and one look.
  const rooms = (dresses.includes(plain) ? technicianViews : []).filter(({ name }) =>
    `technician-${name}`.includes(values.only),
  );
  for (const { name, width, height } of orientations.filter(({ name }) =>
    name.includes(values.orientation),
  )) {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`${name}: console: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`${name}: page error: ${error.message}`));
    await installFakeTotem(page);
    await page.goto(server.url);
    for (const dress of dresses) {
      const target = join(folder, dress === plain ? '' : dress.name, name);
      await mkdir(target, { recursive: true });
      for (const view of views) faults += await takePicture(page, view, dress, target, name);
      if ('display-panel'.includes(values.only)) faults += await takePanelPicture(page, dress, target, name);
    }
    const target = join(folder, name);
    for (const [index, view] of rooms.entries()) {
      faults += await takeTechnicianPicture(page, index, view, target, name);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(faults === 0 ? 'no faults' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

function chooseDresses(wanted: string): readonly Dress[] {
  if (wanted === 'covering') return coveringDresses;
  if (wanted === 'all') return allDresses;
  return coveringDresses.filter(({ name }) => wanted.split(',').includes(name));
}

async function takePicture(
  page: Page,
  { name, view }: GalleryView,
  dress: Dress,
  target: string,
  orientation: string,
): Promise<number> {
  await showView(page, view, dress);
  await page.screenshot({ path: join(target, `${name}.png`) });
  const found = values.quick ? await findMeasuredFaults(page) : await findFaults(page);
  for (const fault of found) console.log(`${orientation}/${name} (${dress.name}): ${fault}`);
  return found.length;
}

/** The panel of languages and modes, over a screen with much to touch. */
async function takePanelPicture(
  page: Page,
  dress: Dress,
  target: string,
  orientation: string,
): Promise<number> {
  const below = galleryViews.find(({ name }) => name === 'document-typing');
  if (below === undefined) return 0;
  await showView(page, { ...below.view, screenKey: 30_000 }, dress);
  await page.getByTestId('action-display').click();
  await page.screenshot({ path: join(target, 'display-panel.png') });
  const found = await findFaults(page);
  for (const fault of found) console.log(`${orientation}/display-panel (${dress.name}): ${fault}`);
  await page.keyboard.press('Escape');
  return found.length;
}

async function takeTechnicianPicture(
  page: Page,
  index: number,
  { name, answers, steps }: TechnicianView,
  target: string,
  orientation: string,
): Promise<number> {
  await showTechnician(page, 20_000 + index, { ...standardAnswers, ...answers });
  await steps?.(page);
  await page.waitForTimeout(settleMs);
  await page.screenshot({ path: join(target, `technician-${name}.png`) });
  const found = await findTechnicianFaults(page);
  for (const fault of found) console.log(`${orientation}/technician-${name}: ${fault}`);
  return found.length;
}
