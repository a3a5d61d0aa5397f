import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import { isRefundFinal } from '../domain/refund.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Log } from '../logging/log.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { PixRefunds, RefundLook } from './pix-provider.ts';
import type { Refund, RefundJournal } from './refund-journal.ts';

export interface RefundQueueParts {
  readonly refunds: RefundJournal;
  /** Who sends money of this charge back; `undefined` when its account is no longer configured, or cannot. */
  readonly findRefunds: (chargeId: string) => PixRefunds | undefined;
  /** Whether what is due is asked for by itself, or waits for a person. */
  readonly automatic: boolean;
  readonly raiseAlarm: RaiseAlarm;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

/** PSPs settle most refunds within seconds; one that takes days is looked at every hour. */
const patience: Backoff = { firstMs: 5_000, maximumMs: 3_600_000 };

/**
 * Brings every refund to its end, one request at a time. Its id is on disk before the first request; after a lost
 * answer the PSP is asked whether it knows that id, and only when it does not is the same id sent again. So a payer
 * gets each amount back once, whatever is lost on the way.
 */
export class RefundQueue {
  readonly #parts: RefundQueueParts;
  readonly #timers = new Map<string, unknown>();
  /** Looks so far at each: how patient to be. */
  readonly #looks = new Map<string, number>();
  #line: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: RefundQueueParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier run left open, and what is due where nobody has to be asked. */
  resume(): void {
    for (const refund of this.#parts.refunds.listOpen()) {
      if (refund.state !== 'DUE' || this.#parts.automatic) this.#schedule(refund.id, 0);
    }
  }

  /** Money has become due. Never throws: at worst the next start takes it up. */
  noticeDue(): void {
    if (!this.#parts.automatic) return;
    try {
      for (const { id, state } of this.#parts.refunds.listOpen()) {
        if (state === 'DUE' && !this.#timers.has(id)) this.#schedule(id, 0);
      }
    } catch (error) {
      this.#parts.log.error('REFUND-NOT-TAKEN-UP', { reason: String(error) });
    }
  }

  /** A person wants it sent: from here on it goes out, also after a power cut. */
  send(refund: Refund): void {
    const { refunds } = this.#parts;
    const due = refund.state === 'FAILED' ? refunds.tryAgain(refund) : refund;
    if (due.state !== 'DUE') return;
    this.#schedule(refunds.markRequested(due).id, 0);
  }

  /** Stops after the step in hand; what is open stays in the journal. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) this.#parts.clock.clearTimeout(timer);
    this.#timers.clear();
    await this.#line;
  }

  #schedule(id: string, delayMs: number): void {
    if (this.#stopped) return;
    const { clock } = this.#parts;
    clock.clearTimeout(this.#timers.get(id));
    const timer = clock.setTimeout(() => {
      this.#timers.delete(id);
      this.#line = this.#line.then(() => this.#step(id));
    }, delayMs);
    this.#timers.set(id, timer);
  }

  #later(id: string, asked = 0): void {
    const looks = this.#looks.get(id) ?? 0;
    this.#looks.set(id, looks + 1);
    this.#schedule(id, Math.max(asked, backoffDelay(patience, looks, this.#parts.random())));
  }

  async #step(id: string): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#advance(id);
    } catch (error) {
      // The disk may be full: the journal stays the truth, and we come back to it.
      this.#parts.log.error('REFUND-STEP-FAILED', { refundId: id, reason: String(error) });
      this.#later(id);
    }
  }

  async #advance(id: string): Promise<void> {
    const { refunds, findRefunds, raiseAlarm } = this.#parts;
    // Not one that a person has closed meanwhile.
    const [refund] = refunds.listOf({ refundId: id });
    if (!refund || isRefundFinal(refund.state)) return;
    const psp = findRefunds(refund.chargeId);
    // It stays in the journal until a start at which the settings name its account again.
    if (!psp) return raiseAlarm('PIX-ACCOUNT-MISSING', { chargeId: refund.chargeId });
    if (refund.state === 'DUE') return this.#request(refunds.markRequested(refund), psp);
    const seen = await psp.read(refund.endToEndId, refund.id);
    if (this.#stopped) return;
    // An account that may not read refunds may still ask for them, and the same id does no harm.
    if (!seen.ok && isForbidden(seen.error) && refund.state === 'REQUESTED')
      return this.#request(refund, psp);
    if (!seen.ok) return this.#wait(refund, seen.error);
    if (seen.value.status !== 'absent') return this.#record(refund, seen.value);
    // One that the PSP was working on must not vanish; asking for it again could send the money twice.
    if (refund.state === 'PROCESSING') return this.#later(id);
    return this.#request(refund, psp);
  }

  async #request(refund: Refund, psp: PixRefunds): Promise<void> {
    const answer = await psp.request(refund.endToEndId, refund.id, refund.amountCents);
    if (this.#stopped) return;
    if (answer.ok) return this.#record(refund, answer.value);
    if (answer.error.kind !== 'refused') return this.#wait(refund, answer.error);
    // Refused may also mean that it has this id already: an earlier request came through after all.
    const seen = await psp.read(refund.endToEndId, refund.id);
    if (this.#stopped) return;
    // Where the account may do neither, it never will: a person must know, or nobody could close it.
    const forbidden = !seen.ok && isForbidden(seen.error) && isForbidden(answer.error);
    if (!seen.ok && !forbidden) return this.#wait(refund, seen.error);
    if (seen.ok && seen.value.status !== 'absent') return this.#record(refund, seen.value);
    this.#end(this.#parts.refunds.markFailed(refund, answer.error.detail));
  }

  #record(refund: Refund, look: RefundLook): void {
    const { refunds } = this.#parts;
    switch (look.status) {
      case 'processing':
        if (refund.state === 'REQUESTED') refunds.markProcessing(refund);
        return this.#later(refund.id);
      case 'refunded':
        return this.#end(refunds.markDone(refund));
      case 'not-done':
        return this.#end(refunds.markFailed(refund, look.reason ?? 'not done by the PSP'));
    }
  }

  #wait(refund: Refund, trouble: RemoteFailure): void {
    this.#parts.log.warn('REFUND-TROUBLE', {
      refundId: refund.id,
      kind: trouble.kind,
      detail: trouble.detail,
    });
    this.#later(refund.id, trouble.kind === 'server-error' ? (trouble.retryAfterMs ?? 0) : 0);
  }

  #end({ id, state }: Refund): void {
    this.#looks.delete(id);
    this.#parts.log.info('REFUND-ENDED', { refundId: id, state });
  }
}

/** The PSP knows who asks, and does not let them. */
function isForbidden(trouble: RemoteFailure): boolean {
  return trouble.kind === 'refused' && trouble.status === 403;
}
