import { askStatus } from './escpos/commands.ts';
import type { PrinterStatus } from './printer.ts';
import type { PrinterLine } from './printer-line.ts';
import type { ReplyReader } from './reply-reader.ts';
import { statusFromBytes } from './status-bytes.ts';

const questions = [1, 2, 4] as const;

/**
 * Asks DLE EOT 1, 2 and 4 in turn. The answers do not say which question they belong to, and come late when the
 * questions queue behind a job on the wire: so the next one is asked only when the last one was answered.
 */
export class StatusInquiry {
  readonly #line: PrinterLine;
  readonly #replies: ReplyReader;
  readonly #stallMs: number;
  #answers: number[] = [];
  #awaitsReply = false;

  constructor(line: PrinterLine, replies: ReplyReader, stallMs: number) {
    this.#line = line;
    this.#replies = replies;
    this.#stallMs = stallMs;
  }

  /**
   * @returns the status, or `undefined` when an answer did not come within `replyMs` milliseconds. It may still come:
   * the next call goes on where this one stopped.
   */
  async ask(replyMs: number): Promise<PrinterStatus | undefined> {
    for (;;) {
      if (!this.#awaitsReply && !(await this.#askNext())) return undefined;
      const reply = await this.#replies.next('status', replyMs);
      if (reply === undefined) return undefined;
      this.#awaitsReply = false;
      this.#answers.push(reply);
      const [printer, offlineCause, paper] = this.#answers;
      if (printer !== undefined && offlineCause !== undefined && paper !== undefined) {
        this.#answers = [];
        return statusFromBytes({ printer, offlineCause, paper });
      }
    }
  }

  /** The same, with no answer older than this call. */
  async askAfresh(replyMs: number): Promise<PrinterStatus | undefined> {
    const halfWay = this.#awaitsReply || this.#answers.length > 0;
    if (halfWay && (await this.ask(replyMs)) === undefined) return undefined;
    return this.ask(replyMs);
  }

  async #askNext(): Promise<boolean> {
    const question = questions[this.#answers.length] ?? 1;
    this.#awaitsReply = true;
    return (await this.#line.send(Uint8Array.from(askStatus(question)), this.#stallMs)) === 'sent';
  }
}
