import type { Dispatcher } from 'undici';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { decodeText } from './charset.ts';
import type { HttpAnswer, HttpRequest } from './http-client.ts';
import { parseJson } from './json.ts';
import { retryAfterMs } from './retry-after.ts';

type Outcome = Result<HttpAnswer, RemoteFailure>;

type ExchangeTerms = Pick<HttpRequest, 'timeoutMs' | 'charset' | 'onRawAnswer'>;

/**
 * One request under way: collects the answer within its bounds and decides, when there is none, whether the other
 * side may have acted. That hangs on one fact, not on error codes: whether the request reached a connection.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Settles exactly once. */
  readonly outcome: Promise<Outcome>;
  readonly #label: string;
  readonly #request: ExchangeTerms;
  readonly #maxBodyBytes: number;
  readonly #deadline: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #settle: (outcome: Outcome) => void = () => undefined;
  #settled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #status: number | undefined;
  #headers: Readonly<Record<string, string | string[] | undefined>> = {};
  #bodyBytes = 0;

  /**
   * @param label names the request in details: method and host, nothing that could hold a secret or a person's data
   * @param request its `timeoutMs` is the total time in milliseconds, from now to the last byte of the answer
   */
  constructor(label: string, request: ExchangeTerms, maxBodyBytes: number) {
    this.#label = label;
    this.#request = request;
    this.#maxBodyBytes = maxBodyBytes;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#deadline = setTimeout(() => this.#breakOff('time-out'), request.timeoutMs);
  }

  /** Undici calls this with a connection in hand, just before the first byte goes out. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      // The caller was told "not sent" while the connection was still being made: it must stay true.
      controller.abort(new Error('too late'));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status >= 200) {
      this.#status = status;
      this.#headers = headers;
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bodyBytes += chunk.length;
    if (this.#bodyBytes > this.#maxBodyBytes) {
      this.#breakOff('answer too large');
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#finish(undefined);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: unknown): void {
    this.#finish(errorCode(error));
  }

  #breakOff(reason: 'time-out' | 'answer too large'): void {
    this.#finish(reason);
    this.#controller?.abort(new Error(reason));
  }

  #finish(fault: string | undefined): void {
    if (this.#settled) {
      return;
    }
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#tellRawAnswer();
    this.#settle(this.#judge(fault));
  }

  /** A status line, once received, counts even when the body broke off: it already says what the other side did. */
  #judge(fault: string | undefined): Outcome {
    const status = this.#status;
    if (status === undefined) {
      const kind = this.#controller === undefined ? 'not-sent' : 'no-answer';
      return failure({ kind, detail: this.#detail(fault ?? 'no status') });
    }
    if (status >= 500 || status === 408 || status === 429) return failure(this.#serverError(status));
    if (status >= 300) return failure(this.#refusal(status, fault === undefined));
    if (fault !== undefined) {
      const kind = fault === 'answer too large' ? 'malformed' : 'no-answer';
      return failure({ kind, detail: this.#detail(`${fault} within the answer`) });
    }
    return success({ status, contentType: this.#header('content-type') ?? '', text: this.#text() });
  }

  #tellRawAnswer(): void {
    const status = this.#status;
    const { onRawAnswer } = this.#request;
    if (status === undefined || onRawAnswer === undefined) return;
    const date = this.#header('date');
    onRawAnswer({
      status,
      contentType: this.#header('content-type') ?? '',
      ...(date === undefined ? {} : { date }),
      text: this.#text(),
      header: (name) => this.#header(name),
    });
  }

  #serverError(status: number): RemoteFailure {
    const detail = this.#detail(`status ${status}`);
    const waitMs = retryAfterMs(this.#header('retry-after'), this.#header('date'));
    return {
      kind: 'server-error',
      status,
      detail,
      ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
    };
  }

  #refusal(status: number, complete: boolean): RemoteFailure {
    const body = complete ? parseJson(this.#text()) : undefined;
    const detail = this.#detail(`status ${status}`);
    return { kind: 'refused', status, detail, ...(body?.ok ? { body: body.value } : {}) };
  }

  #text(): string {
    return decodeText(Buffer.concat(this.#chunks), this.#request.charset ?? 'utf-8');
  }

  #header(name: string): string | undefined {
    const value = this.#headers[name];
    return typeof value === 'string' ? value : value?.[0];
  }

  #detail(fault: string): string {
    return `${this.#label}: ${fault}`;
  }
}

/** The stable part of an error: its message may quote addresses, certificates or what was sent. */
function errorCode(error: unknown): string {
  if (error instanceof Error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  }
  return 'unknown error';
}
