import type { Machine } from './interpreter.ts';
import { atLineStart, type Handler, type Refuse } from './layout-commands.ts';
import type { SymbolCommands } from './symbol-commands.ts';
import type { Typesetter } from './typesetter.ts';
import type { PrinterLanguage } from './vocabulary.ts';

const ALIGNMENTS = ['left', 'centre', 'right'] as const;
const CORRECTIONS: Readonly<Record<string, number>> = { L: 48, M: 49, Q: 50, H: 51 };

/** The commands by which a maker's own language differs from ESC/POS. */
export function makersCommands(
  language: Exclude<PrinterLanguage, 'escpos'>,
  typesetter: Typesetter,
  symbols: SymbolCommands,
  machine: Machine,
  refuse: Refuse,
): Record<string, Handler> {
  const { style } = typesetter;
  const lineStart = atLineStart(typesetter, refuse);
  const cut = () => machine.cut(0);

  const setHeight: Handler = ([on = 0]) => {
    style.heightScale = (on & 1) + 1;
  };
  const setAlignment = lineStart('alignment', ([side = 0]) => {
    const align = ALIGNMENTS[side];
    if (align) typesetter.align = align;
    else refuse(`alignment ${side}`);
  });

  const both: Record<string, Handler> = {
    NUL: () => undefined,
    ENQ: () => undefined,
    'ESC E': () => {
      style.bold = true;
    },
    'ESC F': () => {
      style.bold = false;
    },
    'ESC W': ([on = 0]) => {
      style.widthScale = (on & 1) + 1;
    },
    'ESC m': lineStart('ESC m', cut),
  };

  if (language === 'escbematech') {
    return {
      ...both,
      STX: () => typesetter.clearLine(),
      'ESC d': setHeight,
      'ESC w': lineStart('ESC w', cut),
      'GS f8': () => undefined,
      'GS f9': ([fn = 0, mode = 0]) => {
        if (fn !== 0x20 || mode !== 0) refuse(`GS F9h ${fn} ${mode}`);
      },
    };
  }
  return {
    ...both,
    'GS ENQ': () => undefined,
    'ESC j': setAlignment,
    'ESC w': setHeight,
    'ESC 81': lineStart('ESC 81h', (data) => {
      const [, , module = 0, correction = 0] = data;
      const level = CORRECTIONS[String.fromCharCode(correction)];
      if (level === undefined || module < 3 || module > 7) refuse(`ESC 81h ${module} ${correction}`);
      else symbols.printQr(data.subarray(4), level, module);
    }),
  };
}
