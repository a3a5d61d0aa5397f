import { type EngineOptions, type Paper, PrinterEngine } from './engine.ts';
import type { Overflow } from './sheet.ts';

/** What a document's bytes make on paper. */
export interface DecodedPaper {
  /** Plain text, one line a printed line; QR as `[QR: content]`, pictures as `[imagem WxH]`. */
  readonly text: string;
  /** One pixel per dot (203 dpi). */
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  /** Every paper that was cut, then what was left uncut; `text` and `png` are those of the first. */
  readonly papers: readonly Paper[];
  /** Commands that the printer does not know or would not obey, and those cut short by the end of the bytes. */
  readonly unknown: readonly string[];
  readonly strayControls: readonly number[];
  readonly overflows: readonly Overflow[];
}

/** Prints bytes on a simulated printer without a wire. */
export function decodePaper(
  bytes: Uint8Array,
  options: Omit<EngineOptions, 'paperOutAtByte'> = {},
): DecodedPaper {
  const papers: Paper[] = [];
  const engine = new PrinterEngine({ paper: (paper) => papers.push(paper), reply: () => undefined }, options);
  engine.receive(Buffer.from(bytes));
  if (engine.unfinished) papers.push(engine.unfinished);
  const first = papers[0];
  const cutShort = engine.waiting > 0 ? [`${engine.waiting} bytes of an unfinished command`] : [];
  return {
    text: first?.text ?? '',
    png: first?.png ?? Buffer.alloc(0),
    width: first?.width ?? 0,
    height: first?.height ?? 0,
    papers,
    unknown: [...engine.unknown, ...cutShort],
    strayControls: engine.strayControls,
    overflows: engine.overflows,
  };
}
