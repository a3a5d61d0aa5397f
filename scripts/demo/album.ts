import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Paper } from '../../test/simulators/printer/engine.ts';
import type { DemoReport } from './report.ts';

const nameWidth = 34;

/** What the demo prints; a part of each paper's file name. */
export type PaperKind = 'slip' | 'receipt' | 'protocol' | 'statement' | 'ticket' | 'registration';

/** The demo's pictures: each is written at once, told in one line, and listed for the report. */
export class Album {
  readonly steps: DemoReport['steps'] = [];
  readonly papers: DemoReport['papers'] = [];
  readonly #folder: string;
  readonly #page: Page;

  constructor(folder: string, page: Page) {
    this.#folder = folder;
    this.#page = page;
  }

  /** Keeps the screen as it is now; `ms` tells how long it took to come. */
  async keepScreen(name: string, ms: number): Promise<Buffer> {
    const number = this.steps.length + 1;
    const picture = `${String(number).padStart(2, '0')}-${name}.png`;
    await endOfMotion(this.#page);
    const png = await this.#page.screenshot({ path: join(this.#folder, picture) });
    this.steps.push({ name, ms: Math.round(ms), picture });
    console.log(
      `${String(number).padStart(4)}  ${name.padEnd(nameWidth)}${String(Math.round(ms)).padStart(6)} ms`,
    );
    return png;
  }

  /** Keeps a printed paper, with the bytes that made it. */
  async keepPaper(kind: PaperKind, paper: Paper): Promise<void> {
    const name = `paper-${this.papers.length + 1}-${kind}`;
    const [picture, bytes] = [`${name}.png`, `${name}.bin`];
    await writeFile(join(this.#folder, picture), paper.png);
    await writeFile(join(this.#folder, bytes), paper.bytes);
    this.papers.push({ picture, bytes, text: paper.text });
    console.log(`      ${name.padEnd(nameWidth)}${String(paper.bytes.length).padStart(6)} bytes`);
  }

  /** What can still be seen when something went wrong; never fails itself. */
  async keepFailure(): Promise<string | undefined> {
    const picture = join(this.#folder, 'failure.png');
    try {
      await this.#page.screenshot({ path: picture, timeout: 5_000 });
      return picture;
    } catch {
      return undefined;
    }
  }
}

/** A picture taken in mid-motion shows what nobody ever rests on. Motion without end (a calm breath) may go on. */
async function endOfMotion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const endsSomeTime = (motion: Animation) => {
      const endTime = motion.effect?.getComputedTiming().endTime;
      return typeof endTime === 'number' && Number.isFinite(endTime);
    };
    const motions = document.getAnimations().filter(endsSomeTime);
    await Promise.allSettled(motions.map((motion) => motion.finished));
  });
}
