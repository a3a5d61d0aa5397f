import { PNG } from 'pngjs';
import type { Align } from '../layout.ts';

const WHITE = 255;
const INK = 0;

/** Something black and white to be put on the paper. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  isInk(x: number, y: number): boolean;
}

/** The same with every dot made `across` × `down` dots. */
export function scaled(stamp: Stamp, across: number, down: number): Stamp {
  return {
    width: stamp.width * across,
    height: stamp.height * down,
    isInk: (x, y) => stamp.isInk(Math.floor(x / across), Math.floor(y / down)),
  };
}

/** Paper that gets longer as things are put on it, one below the other. */
export class PaperCanvas {
  readonly #width: number;
  readonly #rows: Uint8Array[] = [];

  /** @param width dots across */
  constructor(width: number) {
    this.#width = width;
  }

  get isBlank(): boolean {
    return this.#rows.length === 0;
  }

  feed(dots: number): void {
    for (let row = 0; row < dots; row += 1) this.#rows.push(new Uint8Array(this.#width).fill(WHITE));
  }

  /** Ink beside the paper is lost, as on paper. */
  put(stamp: Stamp, align: Align): void {
    const room = Math.max(0, this.#width - stamp.width);
    const left = { left: 0, center: room >> 1, right: room }[align];
    for (let y = 0; y < stamp.height; y += 1) {
      const row = new Uint8Array(this.#width).fill(WHITE);
      for (let x = 0; x < Math.min(stamp.width, this.#width); x += 1) {
        if (stamp.isInk(x, y)) row[left + x] = INK;
      }
      this.#rows.push(row);
    }
  }

  /** One pixel a dot, 8-bit grey. */
  toPng(): Buffer {
    const png = new PNG({ width: this.#width, height: Math.max(1, this.#rows.length) });
    png.data = Buffer.concat(this.#rows, png.width * png.height);
    return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
  }
}
