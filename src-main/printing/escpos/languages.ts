import type { Align, TextSize } from '../layout.ts';
import type { PrinterProfile } from '../printer-profile.ts';
import type { Bytes } from './commands.ts';
import * as escpos from './commands.ts';

/** The commands of one maker's language, as far as the kiosk uses them; graphics and codes are the profile's. */
export interface Language {
  /** Back to the settings of power-on; heads every job. */
  readonly initialize: Bytes;
  selectCodePage(index: number): Bytes;
  /** Obeyed at the beginning of a line only. */
  align(side: Align): Bytes;
  bold(on: boolean): Bytes;
  textSize(size: TextSize): Bytes;
  feedLines(lines: number): Bytes;
  /** Asks the printer to throw away at once what it still holds. Not every one obeys; those that do say so. */
  readonly clear: Bytes | undefined;
  /** Has one that does not obey take what follows for commands again, wherever a job was broken off. */
  readonly resume: Bytes;
}

const ESC = 0x1b;
const GS = 0x1d;

function linesByLineEnds(lines: number): Bytes {
  return Array.from({ length: lines }, () => escpos.lineEnd).flat();
}

const isWide = (size: TextSize) => (size === 'wide' || size === 'large' ? 1 : 0);
const isTall = (size: TextSize) => (size === 'tall' || size === 'large' ? 1 : 0);

/** So many blank dots end every picture that the kiosk sends. Between commands these bytes do nothing. */
const endOfAnyPicture: Bytes = Array.from({ length: escpos.LONGEST_COMMAND_BYTES }, () => 0);

const escposLanguage: Language = {
  initialize: escpos.initialize,
  selectCodePage: escpos.selectCodePage,
  align: escpos.align,
  bold: escpos.bold,
  textSize: escpos.textSize,
  feedLines: escpos.feedLines,
  clear: escpos.clearBuffers,
  resume: endOfAnyPicture,
};

/** MP-4200 TH, programmer's manual, chapter 3. GS F9h SP 0 leaves ESC/POS mode until the next power-on. */
const escBematech: Language = {
  ...escposLanguage,
  initialize: [GS, 0xf9, 0x20, 0, ...escpos.initialize],
  bold: (on) => [ESC, on ? 0x45 : 0x46],
  textSize: (size) => [ESC, 0x57, isWide(size), ESC, 0x64, isTall(size)],
  feedLines: linesByLineEnds,
  clear: undefined,
  // STX clears what is not printed yet.
  resume: [...endOfAnyPicture, 0x02],
};

const alignCodes: Readonly<Record<Align, number>> = { left: 0, center: 1, right: 2 };

const escDaruma: Language = {
  ...escposLanguage,
  align: (side) => [ESC, 0x6a, alignCodes[side]],
  bold: (on) => [ESC, on ? 0x45 : 0x46],
  textSize: (size) => [ESC, 0x57, isWide(size), ESC, 0x77, isTall(size)],
  feedLines: linesByLineEnds,
  clear: undefined,
};

export const languages: Readonly<Record<PrinterProfile['language'], Language>> = {
  escpos: escposLanguage,
  escbematech: escBematech,
  escdaruma: escDaruma,
};

/** From the print head to the cutter or the tear bar, in lines of any printer. */
const CUTTER_LINES = 5;
const TEAR_OFF_LINES = 4;

const cutCodes = { 'esc-i': 0x69, 'esc-w': 0x77, 'esc-m': 0x6d } as const;

/** Ends a paper: feeds it out, cuts it and hands it over, each as far as the printer can. */
export function endOfPaper({ language, cut, presenter }: PrinterProfile): Bytes {
  const commands = languages[language];
  if (cut === 'none') return commands.feedLines(TEAR_OFF_LINES);
  const cutting =
    cut === 'gs-v-66' ? escpos.feedAndCut : [...commands.feedLines(CUTTER_LINES), ESC, cutCodes[cut]];
  return presenter ? [...cutting, ...escpos.present(presenter.steps)] : cutting;
}
