import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { isWriteOffFinal, type WriteOffAnswer } from '../domain/write-off.ts';
import type { Log } from '../logging/log.ts';
import type { ChargeJournal } from './charge-journal.ts';
import type { ErpLedger } from './erp-ledger.ts';
import { nextMove, type WriteOffRules } from './repeat-rule.ts';
import type { Settlement, SettlementProof } from './settlement-proof.ts';
import type { WriteOff, WriteOffJournal } from './write-off-journal.ts';

export interface WriteOffQueueParts {
  readonly charges: ChargeJournal;
  readonly writeOffs: WriteOffJournal;
  readonly ledger: ErpLedger;
  readonly proof: SettlementProof;
  readonly rules: WriteOffRules;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Called after each change of state. */
  readonly onChange: (writeOff: WriteOff) => void;
}

/** What the queue remembers of a row between tries; lost at a restart, which only makes it more patient. */
interface Progress {
  failures: number;
  /** When its fate became unknown, on the monotonic clock. */
  unknownSince: number;
}

/** ERP trouble before a send: seconds at first, then every few minutes for as many days as it takes. */
const retry: Backoff = { firstMs: 2_000, maximumMs: 300_000 };

/**
 * Brings every write-off to its end, one at a time so that an ERP that comes back is not stampeded. The rules:
 * read the invoice before the first send; an answer that never came is *unknown*, not failed; what is unknown is
 * closed by proof, and sent again only as the company's repeat rule says.
 */
export class WriteOffQueue {
  readonly #parts: WriteOffQueueParts;
  readonly #progress = new Map<string, Progress>();
  readonly #timers = new Map<string, unknown>();
  #line: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: WriteOffQueueParts) {
    this.#parts = parts;
  }

  /** Takes up everything that an earlier run left open. */
  resume(): void {
    for (const writeOff of this.#parts.writeOffs.listOpen()) this.#schedule(writeOff.id, 0);
  }

  /** Takes up the write-offs of a charge that has just become PAID. Never throws: the money is on disk already. */
  add(chargeId: string): void {
    try {
      for (const writeOff of this.#parts.writeOffs.listOf(chargeId)) {
        if (!isWriteOffFinal(writeOff.state)) this.#schedule(writeOff.id, 0);
      }
    } catch (error) {
      this.#parts.log.error('WRITE-OFF-NOT-TAKEN-UP', { chargeId, reason: String(error) });
      this.#later(chargeId, retry.maximumMs, () => this.add(chargeId));
    }
  }

  /** Stops after the step in hand; what is open stays in the journal. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) this.#parts.clock.clearTimeout(timer);
    this.#timers.clear();
    await this.#line;
  }

  #schedule(writeOffId: string, delayMs: number): void {
    this.#later(writeOffId, delayMs, () => {
      this.#line = this.#line.then(() => this.#step(writeOffId));
    });
  }

  /** One timer for each id: a later word takes the place of an earlier one. */
  #later(id: string, delayMs: number, work: () => void): void {
    if (this.#stopped) return;
    this.#parts.clock.clearTimeout(this.#timers.get(id));
    const timer = this.#parts.clock.setTimeout(() => {
      this.#timers.delete(id);
      work();
    }, delayMs);
    this.#timers.set(id, timer);
  }

  async #step(writeOffId: string): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#advance(writeOffId);
    } catch (error) {
      // The disk may be full or the row already moved: the journal stays the truth, and we come back to it. What was
      // sent may still take effect, so its window is counted anew.
      this.#parts.log.error('WRITE-OFF-STEP-FAILED', { writeOffId, reason: String(error) });
      this.#progress.delete(writeOffId);
      this.#schedule(writeOffId, retry.maximumMs);
    }
  }

  async #advance(writeOffId: string): Promise<void> {
    const { writeOffs, charges, proof, rules } = this.#parts;
    const found = writeOffs.find(writeOffId);
    const charge = found && charges.find(found.chargeId);
    if (!found || !charge || isWriteOffFinal(found.state)) return;
    // Steps follow one another: what is still SENT lost its answer to a crash or to a disk that did not take it.
    const writeOff = found.state === 'SENT' ? writeOffs.markUnknown(found, 'interrupted in flight') : found;
    const seen = await proof.read({ ...charge, invoiceId: writeOff.invoiceId });
    if (!seen.ok) return this.#waitForErp(writeOff, seen.error);
    if (seen.value.status === 'absent-once') return this.#lookAgain(writeOff, rules.proofIntervalMs);
    if (writeOff.state === 'PENDING') return this.#advancePending(writeOff, charge, seen.value);
    return this.#advanceUnknown(writeOff, charge, seen.value);
  }

  async #advancePending(writeOff: WriteOff, charge: Charge, seen: Settlement): Promise<void> {
    if (seen.status === 'open') return this.#send(writeOff, charge);
    // Gone before our first send: somebody else settled or cancelled it, so this money must go back.
    this.#changed(
      this.#parts.writeOffs.markManual(
        writeOff,
        'REFUND_DUE',
        'WRITE-OFF-SETTLED-ELSEWHERE',
        'gone from the ERP before the first send',
      ),
    );
  }

  async #advanceUnknown(writeOff: WriteOff, charge: Charge, seen: Settlement): Promise<void> {
    const { rules, writeOffs, clock } = this.#parts;
    if (seen.status === 'settled') {
      return this.#changed(writeOffs.markDone(writeOff, 'DONE_BY_RECONCILIATION', `proof by ${seen.proof}`));
    }
    const waitedMs = clock.monotonic() - this.#progressOf(writeOff).unknownSince;
    const next = nextMove(rules, writeOff.sends, waitedMs);
    switch (next.move) {
      case 'send':
        return this.#send(writeOff, charge);
      case 'look-again':
        return this.#lookAgain(writeOff, next.inMs);
      case 'hand-over':
        return this.#changed(
          writeOffs.markManual(writeOff, 'MANUAL', 'WRITE-OFF-UNPROVEN', 'sent, and still open'),
        );
    }
  }

  async #send(writeOff: WriteOff, charge: Charge): Promise<void> {
    const { writeOffs, ledger } = this.#parts;
    const sent = writeOffs.markSent(writeOff);
    this.#changed(sent);
    const answer = await ledger.writeOffInvoice({
      customerErpId: charge.customerErpId,
      invoiceId: sent.invoiceId,
      idempotencyKey: sent.id,
    });
    this.#record(sent, answer);
  }

  #record(sent: WriteOff, answer: WriteOffAnswer): void {
    const { writeOffs } = this.#parts;
    switch (answer.outcome) {
      case 'accepted':
        return this.#changed(writeOffs.markDone(sent, 'DONE', answer.detail));
      case 'already-settled':
        // To a repeat of ours it says that the earlier send worked; to a first send, that somebody else was quicker.
        return this.#changed(
          sent.sends > 1
            ? writeOffs.markDone(sent, 'DONE_BY_RECONCILIATION', answer.detail)
            : writeOffs.markManual(sent, 'REFUND_DUE', 'WRITE-OFF-SETTLED-ELSEWHERE', answer.detail),
        );
      case 'refused':
        return this.#changed(writeOffs.markManual(sent, 'MANUAL', 'WRITE-OFF-REFUSED', answer.detail));
      case 'not-sent':
        return this.#waitForErp(writeOffs.markNotSent(sent), { kind: 'not-sent', detail: answer.detail });
      case 'unknown':
        return this.#becomeUnknown(sent, answer);
    }
  }

  #becomeUnknown(sent: WriteOff, answer: Extract<WriteOffAnswer, { outcome: 'unknown' }>): void {
    const unknown = this.#parts.writeOffs.markUnknown(sent, answer.detail);
    this.#parts.log.warn('WRITE-OFF-UNKNOWN', { writeOffId: sent.id });
    this.#progressOf(unknown).unknownSince = this.#parts.clock.monotonic();
    this.#changed(unknown);
    this.#lookAgain(unknown, Math.max(this.#parts.rules.proofIntervalMs, answer.retryAfterMs ?? 0));
  }

  /** The ERP answered, and nothing is decided yet. */
  #lookAgain(writeOff: WriteOff, delayMs: number): void {
    this.#progressOf(writeOff).failures = 0;
    this.#schedule(writeOff.id, delayMs);
  }

  #waitForErp(writeOff: WriteOff, trouble: RemoteFailure): void {
    const { log, random } = this.#parts;
    const progress = this.#progressOf(writeOff);
    log.warn('WRITE-OFF-ERP-TROUBLE', {
      writeOffId: writeOff.id,
      kind: trouble.kind,
      detail: trouble.detail,
    });
    const asked = trouble.kind === 'server-error' ? (trouble.retryAfterMs ?? 0) : 0;
    this.#schedule(writeOff.id, Math.max(asked, backoffDelay(retry, progress.failures, random())));
    progress.failures += 1;
  }

  #changed(writeOff: WriteOff): void {
    if (isWriteOffFinal(writeOff.state)) this.#progress.delete(writeOff.id);
    try {
      this.#parts.onChange(writeOff);
    } catch (error) {
      // Whoever listens draws and prints; money goes on without them.
      this.#parts.log.error('WRITE-OFF-LISTENER-FAILED', { writeOffId: writeOff.id, reason: String(error) });
    }
  }

  #progressOf(writeOff: WriteOff): Progress {
    const known = this.#progress.get(writeOff.id);
    if (known) return known;
    const fresh = { failures: 0, unknownSince: this.#parts.clock.monotonic() };
    this.#progress.set(writeOff.id, fresh);
    return fresh;
  }
}
