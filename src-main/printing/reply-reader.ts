import type { Clock } from '../domain/clock.ts';
import type { Answer, AnswerKind, AnswerShape, StatusDialect } from './status/dialect.ts';

/** Flow control, which says nothing of the line's speed. */
const XON = 0x11;
const XOFF = 0x13;

type Waiting = (answer: Answer | undefined) => void;

/**
 * Tells the printer's answers apart by their first byte and hands them to whoever waits. Everything else on the line
 * (XON, XOFF, noise) is passed over.
 */
export class ReplyReader {
  readonly #clock: Clock;
  readonly #dialect: StatusDialect;
  readonly #unread = new Map<AnswerKind, Answer[]>();
  readonly #latest = new Map<AnswerKind, Answer>();
  readonly #waiting = new Map<AnswerKind, Waiting>();
  #begun: { readonly shape: AnswerShape; readonly bytes: number[] } | undefined;
  #ended = false;
  #heard = 0;
  #understood = 0;

  constructor(clock: Clock, dialect: StatusDialect) {
    this.#clock = clock;
    this.#dialect = dialect;
  }

  /** Bytes came, and none of them a printer's status: they are taken at another speed than they are sent. */
  get hearsNoise(): boolean {
    return this.#heard > 0 && this.#understood === 0;
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) this.#take(byte);
  }

  /** The next answer of a kind, or `undefined` after `timeoutMs` milliseconds or when the line is gone. */
  next(kind: AnswerKind, timeoutMs: number): Promise<Answer | undefined> {
    const early = this.#unread.get(kind)?.shift();
    if (early !== undefined || this.#ended) return Promise.resolve(early);
    return new Promise((resolve) => {
      const settle: Waiting = (answer) => {
        this.#clock.clearTimeout(timer);
        this.#waiting.delete(kind);
        resolve(answer);
      };
      const timer = this.#clock.setTimeout(() => settle(undefined), timeoutMs);
      this.#waiting.set(kind, settle);
    });
  }

  /** Forgets answers that nobody waited for. */
  forget(kind: AnswerKind): void {
    this.#unread.delete(kind);
  }

  /** The last answer of a kind that ever came, whoever got it. */
  latest(kind: AnswerKind): Answer | undefined {
    return this.#latest.get(kind);
  }

  /** The line is gone: nobody waits any longer. */
  end(): void {
    this.#ended = true;
    for (const settle of [...this.#waiting.values()]) settle(undefined);
  }

  #take(byte: number): void {
    if (byte !== XON && byte !== XOFF) this.#heard += 1;
    if (!this.#begun) {
      const shape = this.#dialect.shapeOf(byte);
      if (!shape) return;
      this.#begun = { shape, bytes: [] };
    }
    const { shape, bytes } = this.#begun;
    bytes.push(byte);
    if (shape.length === 'to-nul' ? byte !== 0 : bytes.length < shape.length) return;
    this.#begun = undefined;
    // A NUL, which noise is full of, looks like the end of a job.
    if (shape.kind === 'status' || shape.kind === 'other') this.#understood += 1;
    if (shape.kind !== 'other') this.#deliver(shape.kind, bytes);
  }

  #deliver(kind: AnswerKind, answer: Answer): void {
    this.#latest.set(kind, answer);
    const settle = this.#waiting.get(kind);
    if (settle) return settle(answer);
    const unread = this.#unread.get(kind) ?? [];
    this.#unread.set(kind, [...unread, answer]);
  }
}
