import type { Clock } from '../domain/clock.ts';

/** `status`: an answer to DLE EOT. `done`: the answer to GS r that ends a job. */
export type ReplyKind = 'status' | 'done';

/** Bytes that follow the first one of an Automatic Status Back. */
const ASB_REST = 3;
/** Heads an answer block that ends with NUL, such as the one to DLE DC4 8. */
const BLOCK_HEAD = 0x37;

/**
 * Tells the printer's answers apart by their fixed bits and hands them to whoever waits. Everything else on the line
 * (XON, XOFF, Automatic Status Back, noise) is passed over.
 */
export class ReplyReader {
  readonly #clock: Clock;
  readonly #unread: Record<ReplyKind, number[]> = { status: [], done: [] };
  readonly #waiting: Record<ReplyKind, ((byte: number | undefined) => void) | undefined> = {
    status: undefined,
    done: undefined,
  };
  #asbBytesLeft = 0;
  #inBlock = false;
  #ended = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) this.#take(byte);
  }

  /** The next reply of a kind, or `undefined` after `timeoutMs` milliseconds or when the line is gone. */
  next(kind: ReplyKind, timeoutMs: number): Promise<number | undefined> {
    const early = this.#unread[kind].shift();
    if (early !== undefined || this.#ended) return Promise.resolve(early);
    return new Promise((resolve) => {
      const settle = (byte: number | undefined) => {
        this.#clock.clearTimeout(timer);
        this.#waiting[kind] = undefined;
        resolve(byte);
      };
      const timer = this.#clock.setTimeout(() => settle(undefined), timeoutMs);
      this.#waiting[kind] = settle;
    });
  }

  /** Forgets replies that nobody waited for. */
  forget(kind: ReplyKind): void {
    this.#unread[kind] = [];
  }

  /** The line is gone: nobody waits any longer. */
  end(): void {
    this.#ended = true;
    this.#waiting.status?.(undefined);
    this.#waiting.done?.(undefined);
  }

  #take(byte: number): void {
    if (this.#inBlock) {
      this.#inBlock = byte !== 0;
    } else if (this.#asbBytesLeft > 0) {
      this.#asbBytesLeft -= 1;
    } else if (byte === BLOCK_HEAD) {
      this.#inBlock = true;
    } else if ((byte & 0x93) === 0x10) {
      this.#asbBytesLeft = ASB_REST;
    } else if ((byte & 0x93) === 0x12) {
      this.#deliver('status', byte);
    } else if ((byte & 0x90) === 0x00) {
      this.#deliver('done', byte);
    }
  }

  #deliver(kind: ReplyKind, byte: number): void {
    const waiting = this.#waiting[kind];
    if (waiting) waiting(byte);
    else this.#unread[kind].push(byte);
  }
}
