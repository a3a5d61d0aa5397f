import type { Bytes } from '../escpos/commands.ts';
import type { PrinterStatus } from '../printer.ts';

/**
 * `status`: to a question how the printer is. `done`: to the question that ends a job. `cleared`: to the request to
 * forget everything. `other`: of no use here, and only passed over as a whole.
 */
export type AnswerKind = 'status' | 'done' | 'cleared' | 'other';

/** An answer's bytes. */
export type Answer = readonly number[];

/** What an answer is, as its first byte tells. */
export interface AnswerShape {
  readonly kind: AnswerKind;
  /** In bytes; `to-nul`: it ends with a NUL. */
  readonly length: number | 'to-nul';
}

/** What a full round of answers says. */
export interface PrinterState {
  /** The thing that a person must see to first. */
  readonly status: PrinterStatus;
  /** Whether the printer has nothing left to print, where it tells. */
  readonly idle?: boolean;
}

/**
 * How the end of a job is known. `asked`: a question behind the job is answered when all is printed. `idle`: the
 * status says that nothing is left. `settled`: not at all; the printer must only stay well for so many milliseconds
 * after the last byte.
 */
export type JobEnd =
  | { readonly kind: 'asked'; readonly question: Bytes; readonly isPaperOut: (answer: Answer) => boolean }
  | { readonly kind: 'idle' }
  | { readonly kind: 'settled'; readonly ms: number };

/** How printers of one kind are asked how they are, and what they answer. Bytes only: nothing here waits or sends. */
export interface StatusDialect {
  /** Asked in turn; the answers do not say which one they belong to. */
  readonly questions: readonly Bytes[];
  /** The printer also tells its status when it changes, and does not answer while it is offline. */
  readonly tellsUnasked: boolean;
  /** What every `ESC @` undoes. */
  readonly setUp: Bytes;
  /** `undefined`: no answer begins so. */
  shapeOf(first: number): AnswerShape | undefined;
  /** @param answers one for each question, of the length that their shape says */
  read(answers: readonly Answer[]): PrinterState;
  readonly jobEnd: JobEnd;
  /**
   * Whether no answer can hold the bytes XON (11h) and XOFF (13h): with that flow control the line's driver swallows
   * them, and after an XOFF sends no more. What goes to the printer may hold them: it heeds none.
   */
  readonly sparesXonXoff: boolean;
}

/** Whether all of the bits are set. */
export function has(byte: number | undefined, bits: number): boolean {
  return ((byte ?? 0) & bits) === bits;
}
