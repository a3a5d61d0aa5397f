import { FONT_A, FONT_B } from './font/font.ts';
import type { Typesetter } from './typesetter.ts';

/** Carries out one command; gets the bytes after the command's prefix. */
export type Handler = (data: Buffer) => void;

/** Tells of a command that the printer would not obey, and why. */
export type Refuse = (what: string) => void;

/** Wraps commands that real printers obey only while no character waits to be printed. */
export function atLineStart(typesetter: Typesetter, refuse: Refuse): (name: string, act: Handler) => Handler {
  return (name, act) => (data) => {
    if (typesetter.atLineStart) act(data);
    else refuse(`${name} in mid-line`);
  };
}

/** `0` and `48` (the digit) mean the same in most commands. */
export function digit(byte: number | undefined): number {
  const value = byte ?? 0;
  return value >= 48 ? value - 48 : value;
}

const ALIGNMENTS = ['left', 'centre', 'right'] as const;

function isOn(data: Buffer): boolean {
  return ((data[0] ?? 0) & 1) === 1;
}

/** Characters, their looks, and the feeding of lines. */
export function layoutCommands(typesetter: Typesetter, refuse: Refuse): Record<string, Handler> {
  const { style } = typesetter;
  const lineStart = atLineStart(typesetter, refuse);

  function printMode(mode: number): void {
    style.font = mode & 0x01 ? FONT_B : FONT_A;
    style.bold = (mode & 0x08) !== 0;
    style.heightScale = mode & 0x10 ? 2 : 1;
    style.widthScale = mode & 0x20 ? 2 : 1;
    style.underline = mode & 0x80 ? 1 : 0;
  }

  function setAlignment(data: Buffer): void {
    const align = ALIGNMENTS[digit(data[0])];
    if (align) typesetter.align = align;
    else refuse(`ESC a ${data[0]}`);
  }

  function setUnderline(data: Buffer): void {
    const dots = digit(data[0]);
    if (dots === 0 || dots === 1 || dots === 2) style.underline = dots;
    else refuse(`ESC - ${data[0]}`);
  }

  function setFont(data: Buffer): void {
    const font = [FONT_A, FONT_B][digit(data[0])];
    if (font) style.font = font;
    else refuse(`ESC M ${data[0]}`);
  }

  function setSize([size = 0]: Buffer): void {
    style.widthScale = ((size >> 4) & 7) + 1;
    style.heightScale = (size & 7) + 1;
  }

  return {
    text: (data) => typesetter.text(data),
    HT: () => typesetter.tab(),
    LF: () => typesetter.lineFeed(),
    // With automatic line feed off, as over serial, a carriage return does nothing.
    CR: () => undefined,
    'ESC SP': ([dots = 0]) => {
      style.spacing = dots;
    },
    'ESC !': ([mode = 0]) => printMode(mode),
    'ESC $': (data) => typesetter.moveTo(data.readUInt16LE(0)),
    'ESC -': setUnderline,
    'ESC 2': () => typesetter.resetLineSpacing(),
    'ESC 3': ([dots = 0]) => {
      typesetter.lineSpacing = dots;
    },
    'ESC E': (data) => {
      style.bold = isOn(data);
    },
    'ESC G': (data) => {
      style.bold = isOn(data);
    },
    'ESC J': ([dots = 0]) => typesetter.feed(dots),
    'ESC M': setFont,
    'ESC R': ([set = 0]) => {
      if (set !== 0) refuse(`ESC R ${set}`);
    },
    'ESC a': lineStart('ESC a', setAlignment),
    'ESC d': ([lines = 0]) => typesetter.feed(lines * typesetter.lineSpacing),
    'ESC t': ([page = 0]) => {
      if (!typesetter.selectCodePage(page)) refuse(`ESC t ${page}`);
    },
    // Leaves two-byte characters; this printer has none.
    'FS .': () => undefined,
    'GS !': setSize,
    'GS B': (data) => {
      style.inverse = isOn(data);
    },
    'GS L': lineStart('GS L', (data) => {
      typesetter.leftMargin = data.readUInt16LE(0);
    }),
    'GS W': lineStart('GS W', (data) => {
      typesetter.areaWidth = data.readUInt16LE(0);
    }),
  };
}
