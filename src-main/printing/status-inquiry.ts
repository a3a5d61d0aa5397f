import type { PrinterLine } from './printer-line.ts';
import type { ReplyReader } from './reply-reader.ts';
import type { Answer, PrinterState, StatusDialect } from './status/dialect.ts';

/**
 * Asks the questions of a dialect in turn. The answers do not say which question they belong to, and come late when
 * the questions queue behind a job on the wire: so the next one is asked only when the last one was answered.
 */
export class StatusInquiry {
  readonly #line: PrinterLine;
  readonly #replies: ReplyReader;
  readonly #dialect: StatusDialect;
  readonly #stallMs: number;
  #answers: Answer[] = [];
  #awaitsReply = false;

  constructor(line: PrinterLine, replies: ReplyReader, dialect: StatusDialect, stallMs: number) {
    this.#line = line;
    this.#replies = replies;
    this.#dialect = dialect;
    this.#stallMs = stallMs;
  }

  /**
   * @returns the state, or `undefined` when an answer did not come within `replyMs` milliseconds. It may still come:
   * the next call goes on where this one stopped.
   */
  async ask(replyMs: number): Promise<PrinterState | undefined> {
    for (;;) {
      if (!this.#awaitsReply && !(await this.#askNext())) return undefined;
      const reply = await this.#replies.next('status', replyMs);
      if (reply === undefined) return this.#unanswered();
      this.#awaitsReply = false;
      this.#answers.push(reply);
      if (this.#answers.length < this.#dialect.questions.length) continue;
      const answers = this.#answers;
      this.#answers = [];
      return this.#dialect.read(answers);
    }
  }

  /** The same, with no answer older than this call. */
  async askAfresh(replyMs: number): Promise<PrinterState | undefined> {
    const halfWay = this.#awaitsReply || this.#answers.length > 0;
    if (halfWay && (await this.ask(replyMs)) === undefined) return undefined;
    return this.ask(replyMs);
  }

  async #askNext(): Promise<boolean> {
    const question = this.#dialect.questions[this.#answers.length] ?? [];
    // What it told by itself meanwhile is older than the answer to come.
    if (this.#dialect.tellsUnasked) this.#replies.forget('status');
    this.#awaitsReply = true;
    return (await this.#line.send(Uint8Array.from(question), this.#stallMs)) === 'sent';
  }

  /** A printer that tells by itself why it stopped has no ear for questions until it goes on. */
  #unanswered(): PrinterState | undefined {
    const latest = this.#dialect.tellsUnasked ? this.#replies.latest('status') : undefined;
    const state = latest && this.#dialect.read([latest]);
    if (!state || state.status === 'ok' || state.status === 'near-end') return undefined;
    this.#awaitsReply = false;
    return state;
  }
}
