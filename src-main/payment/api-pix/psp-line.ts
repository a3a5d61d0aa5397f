import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { failure, type Result } from '../../domain/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest, RawAnswer } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';
import type { PixAccount } from '../accounts.ts';
import type { CertificateProblem } from './client-certificate.ts';
import { failureFacts, type PixFailure, type PixProblem, type PspOperation } from './pix-failure.ts';
import { type PspTerms, type ReadCertificateFile, readTerms } from './psp-terms.ts';

export interface PspTools {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly readCertificateFile: ReadCertificateFile;
}

/** Makes a request of what is known of the account. */
export type MakeRequest = (terms: PspTerms) => Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>;

/** Headers in which PSPs and their gateways name a request. */
const CORRELATION_HEADERS = ['x-correlation-id', 'x-correlationid', 'x-request-id', 'request-id'];

/** However long a PSP asks to be left alone, after this (milliseconds) it is asked again. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * The line to one account's PSP: its certificate, its headers, its wish to be left alone for a while, and a trace of
 * every failure in the log. Knows nothing of tokens or charges.
 */
export class PspLine {
  readonly #account: PixAccount;
  readonly #tools: PspTools;
  #terms: Promise<Result<PspTerms, CertificateProblem>> | undefined;
  /** Until when the PSP wants no requests, on the monotonic clock. */
  #silentUntil = 0;

  constructor(account: PixAccount, tools: PspTools) {
    this.#account = account;
    this.#tools = tools;
  }

  /** Sends one request, once. */
  async send(operation: PspOperation, make: MakeRequest): Promise<Result<HttpAnswer, PixFailure>> {
    const terms = await this.#readTerms();
    if (!terms.ok) return this.#unsent(operation, 'certificate-unusable', `certificate ${terms.error}`);
    const waitMs = this.#silentUntil - this.#tools.clock.monotonic();
    if (waitMs > 0) {
      return this.#unsent(operation, 'too-many-requests', 'the PSP asked to be left alone', waitMs);
    }
    const { preset, identity } = terms.value;
    const request = make(terms.value);
    const sentId = randomUUID();
    let raw: RawAnswer | undefined;
    const answer = await this.#tools.http.request({
      ...request,
      headers: { ...preset.headers, [preset.correlationHeader]: sentId, ...request.headers },
      timeoutMs: this.#account.timeoutMs,
      ...(identity && { identity }),
      onRawAnswer(came) {
        raw = came;
      },
    });
    const heardId = correlationIdOf(raw);
    if (answer.ok) {
      this.#noteDone(operation, sentId, heardId);
      return answer;
    }
    const facts = failureFacts(answer.error, {
      operation,
      text: raw?.text,
      refusals: preset.refusals,
      heardId,
    });
    if (facts.retryAfterMs !== undefined) this.#keepSilent(facts.retryAfterMs);
    return this.fail(operation, { ...answer.error, pix: { sentId, ...facts } });
  }

  /** Leaves a trace of a failure: ids, codes and names of fields, nothing of what was sent or answered. */
  fail(operation: PspOperation, error: PixFailure): Result<never, PixFailure> {
    const { pix } = error;
    if (isWorthALine(error)) {
      this.#tools.log.warn('PIX-CALL-FAILED', {
        accountId: this.#account.id,
        operation,
        problem: pix.problem,
        detail: error.detail,
        type: pix.type,
        fields: pix.violations.map(({ property }) => property).join(', ') || undefined,
        sentId: pix.sentId,
        correlationId: pix.correlationId,
      });
    }
    return failure(error);
  }

  /** What changed something at the PSP can be found again in its logs. Looks are too many. */
  #noteDone(operation: PspOperation, sentId: string, correlationId: string | undefined): void {
    if (/^(?:token|read-|list-)/.test(operation)) return;
    this.#tools.log.info('PIX-CALL-DONE', { accountId: this.#account.id, operation, sentId, correlationId });
  }

  async #readTerms(): Promise<Result<PspTerms, CertificateProblem>> {
    this.#terms ??= readTerms(this.#account, this.#tools.readCertificateFile);
    const terms = await this.#terms;
    // A file that was missing may be there at the next request.
    if (!terms.ok) this.#terms = undefined;
    return terms;
  }

  #keepSilent(retryAfterMs: number): void {
    const silence = Math.min(retryAfterMs, LONGEST_SILENCE_MS);
    this.#silentUntil = Math.max(this.#silentUntil, this.#tools.clock.monotonic() + silence);
  }

  #unsent(
    operation: PspOperation,
    problem: PixProblem,
    detail: string,
    retryAfterMs?: number,
  ): Result<never, PixFailure> {
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return this.fail(operation, { kind: 'not-sent', detail, pix: { problem, violations: [], ...wait } });
  }
}

/**
 * That a charge or refund is not there is an answer, often the hoped-for one. Of what was not sent the PSP knows
 * nothing, and whoever asked tells of it.
 */
function isWorthALine({ kind, pix }: PixFailure): boolean {
  return pix.problem !== 'not-found' && (kind !== 'not-sent' || pix.problem.startsWith('certificate-'));
}

function correlationIdOf(raw: RawAnswer | undefined): string | undefined {
  for (const name of CORRELATION_HEADERS) {
    const id = raw?.header(name);
    if (id !== undefined) return id.slice(0, 100);
  }
  return undefined;
}
