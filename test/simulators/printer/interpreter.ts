import type { Command } from './command-reader.ts';
import { atLineStart, digit, type Handler, layoutCommands } from './layout-commands.ts';
import { makersCommands } from './makers-commands.ts';
import type { Sheet } from './sheet.ts';
import { symbolCommands } from './symbol-commands.ts';
import { Typesetter } from './typesetter.ts';
import type { PrinterLanguage } from './vocabulary.ts';

/** What the stream asks of the machine around the paper. */
export interface Machine {
  /** `GS V`: feed by this many dots, then cut. */
  cut(feed: number): void;
  /** `GS r n`, `n` 1 (paper) or 2 (drawer). */
  reportStatus(which: 1 | 2): void;
  /** `GS a n`: the kinds of change that are told unasked, as bits; 0: none. */
  automaticStatus(mask: number): void;
  /** `ESC p`. */
  openDrawer(): void;
  /** `GS e`; false: the printer has no presenter. */
  present(handsOut: boolean): boolean;
}

function hex(data: Buffer): string {
  return [...data].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
}

/** Carries out ESC/POS commands on a sheet of paper. */
export class Interpreter {
  /** Commands that the printer does not know, or would not obey where they stand. */
  readonly unknown: string[] = [];
  /** Control bytes that are no command. */
  readonly strayControls: number[] = [];
  readonly #typesetter: Typesetter;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(sheet: Sheet, headToCutter: number, machine: Machine, language: PrinterLanguage) {
    const refuse = (what: string): void => {
      this.unknown.push(what);
    };
    const typesetter = new Typesetter(sheet);
    const symbols = symbolCommands(typesetter, refuse);
    const lineStart = atLineStart(typesetter, refuse);

    function reset(): void {
      typesetter.reset();
      symbols.reset();
      machine.automaticStatus(0);
    }

    function cut([mode = 0, feed = 0]: Buffer): void {
      if (mode === 65 || mode === 66) machine.cut(headToCutter + feed);
      else if (digit(mode) <= 1) machine.cut(0);
      else refuse(`GS V ${mode}`);
    }

    function reportStatus([byte = 0]: Buffer): void {
      const which = digit(byte);
      if (which === 1 || which === 2) machine.reportStatus(which);
      else refuse(`GS r ${byte}`);
    }

    this.#typesetter = typesetter;
    this.#handlers = {
      ...layoutCommands(typesetter, refuse),
      ...symbols.handlers,
      'ESC @': reset,
      // Sensors and feed button: accepted, without effect here.
      'ESC c': ([sensor = 0]) => {
        if (sensor < 51 || sensor > 53) refuse(`ESC c ${sensor}`);
      },
      'ESC i': lineStart('ESC i', () => machine.cut(0)),
      'ESC m': lineStart('ESC m', () => machine.cut(0)),
      'ESC p': () => machine.openDrawer(),
      'GS V': lineStart('GS V', cut),
      'GS e': ([act = 0]) => {
        if (!machine.present(act === 3)) refuse(`GS e ${act}`);
      },
      'GS a': ([mask = 0]) => machine.automaticStatus(mask),
      'GS r': reportStatus,
      // Answered on arrival, long before their turn comes in the stream.
      'DLE EOT': () => undefined,
      'DLE ENQ': () => undefined,
      'DLE DC4': () => undefined,
      stray: ([byte = 0]) => {
        this.strayControls.push(byte);
      },
      ...(language === 'escpos' ? {} : makersCommands(language, typesetter, symbols, machine, refuse)),
      unknown: (data) => refuse(hex(data)),
    };
  }

  /** Carries out one command. */
  run(command: Command): void {
    this.#handlers[command.name]?.(command.data);
  }

  /** Forgets characters that wait for their line feed. */
  clearLine(): void {
    this.#typesetter.clearLine();
  }
}
