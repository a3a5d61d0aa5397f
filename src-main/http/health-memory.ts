import { backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';

export interface HealthParts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** What the log says when it goes down and when it is back. */
  readonly codes: { readonly down: string; readonly back: string };
  /** Asked by GET whether the other side is back; any answer of its own says yes. Default: the root of the host that failed. */
  readonly probeUrl?: string;
  /** In [0, 1). */
  readonly random: () => number;
  /** Called when it went down or came back. */
  readonly onChange?: () => void;
}

/** An HTTP client that remembers for a short while whether the other side answers. */
export interface HealthMemory extends HttpClient {
  /** Whether requests fail at once. */
  isDown(): boolean;
  /** When the other side last answered, and when it last did not; wall time, milliseconds. */
  lastHeard(): LastHeard;
}

export interface LastHeard {
  readonly lastSuccessAt?: number;
  readonly lastFailureAt?: number;
}

/** One may be chance; a customer should not wait for a third. */
const FAILURES_UNTIL_DOWN = 2;
const PROBE_TIMEOUT_MS = 5000;
const PROBE_BACKOFF = { firstMs: 2000, maximumMs: 30_000 };
/** A server that asks for more is asked again all the same: it may have been restarted. */
const LONGEST_PROBE_WAIT_MS = 300_000;

/**
 * Remembers that an ERP or a PSP is down, so that nobody waits for its time-outs one after another: requests then fail at once
 * as `not-sent`, which they were, and a quiet probe finds out when it is back. It keeps no answers: what was owed a
 * minute ago may be paid.
 */
export function createHealthMemory(parts: HealthParts): HealthMemory {
  return new CircuitBreaker(parts);
}

class CircuitBreaker implements HealthMemory {
  readonly #parts: HealthParts;
  #failures = 0;
  #down = false;
  #probes = 0;
  #timer: unknown;
  /** Of the last request: a server that wants a certificate wants it of the probe, too. */
  #identity: HttpRequest['identity'];
  #hostRoot = '';
  #closed = false;
  #lastHeard: LastHeard = {};

  constructor(parts: HealthParts) {
    this.#parts = parts;
  }

  isDown(): boolean {
    return this.#down;
  }

  lastHeard(): LastHeard {
    return this.#lastHeard;
  }

  async request(request: Parameters<HttpClient['request']>[0]): Promise<Result<HttpAnswer, RemoteFailure>> {
    if (this.#down) return failure({ kind: 'not-sent', detail: 'known to be down' });
    this.#identity = request.identity;
    if (URL.canParse(request.url)) this.#hostRoot = new URL('/', request.url).href;
    const answer = await this.#parts.http.request(request);
    this.#note(answer);
    return answer;
  }

  /** Ends the probes; the client below belongs to whoever made it. */
  close(): Promise<void> {
    this.#closed = true;
    this.#parts.clock.clearTimeout(this.#timer);
    return Promise.resolve();
  }

  #note(answer: Result<HttpAnswer, RemoteFailure>): void {
    const alive = isAlive(answer);
    const now = this.#parts.clock.wallTime();
    this.#lastHeard = { ...this.#lastHeard, [alive ? 'lastSuccessAt' : 'lastFailureAt']: now };
    if (alive) {
      this.#failures = 0;
      this.#probes = 0;
      this.#rise();
      return;
    }
    this.#failures += 1;
    if (this.#failures >= FAILURES_UNTIL_DOWN && !this.#down) this.#fall(answer);
  }

  #fall(answer: Result<HttpAnswer, RemoteFailure>): void {
    this.#down = true;
    this.#parts.log.warn(
      this.#parts.codes.down,
      answer.ok ? {} : { kind: answer.error.kind, detail: answer.error.detail },
    );
    this.#scheduleProbe(answer);
    this.#parts.onChange?.();
  }

  #rise(): void {
    if (!this.#down) return;
    this.#down = false;
    this.#parts.clock.clearTimeout(this.#timer);
    this.#parts.log.info(this.#parts.codes.back);
    this.#parts.onChange?.();
  }

  #scheduleProbe(answer: Result<HttpAnswer, RemoteFailure>): void {
    if (this.#closed) return;
    const { clock, random } = this.#parts;
    const asked = !answer.ok && answer.error.kind === 'server-error' ? (answer.error.retryAfterMs ?? 0) : 0;
    const delay = Math.max(backoffDelay(PROBE_BACKOFF, this.#probes, random()), asked);
    this.#probes += 1;
    this.#timer = clock.setTimeout(() => void this.#probe(), Math.min(delay, LONGEST_PROBE_WAIT_MS));
  }

  async #probe(): Promise<void> {
    const { http, probeUrl = this.#hostRoot } = this.#parts;
    const identity = this.#identity && { identity: this.#identity };
    const answer = await http.request({
      method: 'GET',
      url: probeUrl,
      timeoutMs: PROBE_TIMEOUT_MS,
      ...identity,
    });
    if (!this.#down || this.#closed) return;
    if (!isAlive(answer)) {
      this.#scheduleProbe(answer);
      return;
    }
    // A server that answers need not be one that works: the next failure is enough to believe it down again.
    this.#failures = FAILURES_UNTIL_DOWN - 1;
    this.#rise();
  }
}

/** Whoever says no, or says something odd, is there. */
function isAlive(answer: Result<HttpAnswer, RemoteFailure>): boolean {
  return answer.ok || answer.error.kind === 'refused' || answer.error.kind === 'malformed';
}
