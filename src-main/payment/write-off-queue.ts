import type { Charge, ChargedInvoice } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { isWriteOffFinal, type WriteOffAnswer, type WriteOffRequest } from '../domain/write-off.ts';
import type { Log } from '../logging/log.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { ChargeJournal } from './charge-journal.ts';
import type { FindErp, ProvenErp } from './erp-ledger.ts';
import { nextMove } from './repeat-rule.ts';
import type { Settlement } from './settlement-proof.ts';
import type { WriteOff, WriteOffJournal } from './write-off-journal.ts';
import { WriteOffLine } from './write-off-line.ts';

export interface WriteOffQueueParts {
  readonly charges: ChargeJournal;
  readonly writeOffs: WriteOffJournal;
  readonly findErp: FindErp;
  readonly raiseAlarm: RaiseAlarm;
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

/** A write-off with all that its next step needs. */
interface Errand {
  readonly writeOff: WriteOff;
  readonly charge: Charge;
  readonly invoice: ChargedInvoice;
  readonly erp: ProvenErp;
  /** Where it stands. */
  readonly line: WriteOffLine;
}

/** When something on this machine failed: the disk, for one. */
const ownTroubleMs = 300_000;

/**
 * Brings every write-off to its end, in a line for each ERP, so that one that comes back is not stampeded and one that
 * is away keeps nobody else waiting. The rules:
 * read the invoice before the first send; an answer that never came is *unknown*, not failed; what is unknown is
 * closed by proof, and sent again only as the company's repeat rule says.
 */
export class WriteOffQueue {
  readonly #parts: WriteOffQueueParts;
  readonly #progress = new Map<string, Progress>();
  /** By id of the ERP. */
  readonly #lines = new Map<string, WriteOffLine>();
  /** Charges whose write-offs could not be taken up. */
  readonly #retries = new Map<string, unknown>();
  #stopped = false;

  constructor(parts: WriteOffQueueParts) {
    this.#parts = parts;
  }

  /** Takes up everything that an earlier run left open. */
  resume(): void {
    for (const { id, erp } of this.#parts.writeOffs.listOpen()) this.#lineOfErp(erp)?.put(id, 0);
  }

  /** Takes up the write-offs of a charge that has just become PAID. Never throws: the money is on disk already. */
  add(chargeId: string): void {
    try {
      for (const writeOff of this.#parts.writeOffs.listOf(chargeId)) {
        if (!isWriteOffFinal(writeOff.state)) this.#lineOf(writeOff)?.put(writeOff.id, 0);
      }
    } catch (error) {
      this.#parts.log.error('WRITE-OFF-NOT-TAKEN-UP', { chargeId, reason: String(error) });
      this.#addLater(chargeId);
    }
  }

  /** A person does not want to wait for the next try. It is a step like any other: proof and repeat rule hold. */
  tryNow(writeOffId: string): void {
    const writeOff = this.#parts.writeOffs.find(writeOffId);
    if (writeOff) this.#lineOf(writeOff)?.hurry(writeOffId);
  }

  /** Stops after the steps in hand; what is open stays in the journal. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#retries.values()) this.#parts.clock.clearTimeout(timer);
    await Promise.all([...this.#lines.values()].map((line) => line.stop()));
  }

  #addLater(chargeId: string): void {
    if (this.#stopped) return;
    const { clock } = this.#parts;
    clock.clearTimeout(this.#retries.get(chargeId));
    const timer = clock.setTimeout(() => {
      this.#retries.delete(chargeId);
      this.add(chargeId);
    }, ownTroubleMs);
    this.#retries.set(chargeId, timer);
  }

  #lineOf({ chargeId }: Pick<WriteOff, 'chargeId'>): WriteOffLine | undefined {
    const charge = this.#parts.charges.find(chargeId);
    return charge && this.#lineOfErp(charge.erp);
  }

  #lineOfErp(erp: string): WriteOffLine | undefined {
    if (this.#stopped) return undefined;
    const known = this.#lines.get(erp);
    if (known) return known;
    const { clock, random } = this.#parts;
    const line: WriteOffLine = new WriteOffLine({ clock, random, step: (id) => this.#step(id, line) });
    this.#lines.set(erp, line);
    return line;
  }

  async #step(writeOffId: string, line: WriteOffLine): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#advance(writeOffId, line);
    } catch (error) {
      // The disk may be full or the row already moved: the journal stays the truth, and we come back to it. What was
      // sent may still take effect, so its window is counted anew.
      this.#parts.log.error('WRITE-OFF-STEP-FAILED', { writeOffId, reason: String(error) });
      this.#progress.delete(writeOffId);
      line.put(writeOffId, ownTroubleMs);
    }
  }

  async #advance(writeOffId: string, line: WriteOffLine): Promise<void> {
    const { writeOffs, charges } = this.#parts;
    const found = writeOffs.find(writeOffId);
    const charge = found && charges.find(found.chargeId);
    if (!found || !charge || isWriteOffFinal(found.state)) return;
    // Steps follow one another: what is still SENT lost its answer to a crash or to a disk that did not take it.
    const writeOff = found.state === 'SENT' ? writeOffs.markUnknown(found, 'interrupted in flight') : found;
    const erp = this.#parts.findErp(charge.erp);
    const invoice = charge.invoices.find((each) => each.invoiceId === writeOff.invoiceId);
    if (!erp || !invoice) return this.#waitForSettings(charge);
    const errand: Errand = { writeOff, charge, invoice, erp, line };
    const seen = await erp.proof.read({ ...charge, ...invoice });
    if (!seen.ok) return this.#waitForErp(errand, seen.error);
    line.noteAnswer();
    if (seen.value.status === 'absent-once') return this.#lookAgain(errand, erp.rules.proofIntervalMs);
    if (writeOff.state === 'PENDING') return this.#advancePending(errand, seen.value);
    return this.#advanceUnknown(errand, seen.value);
  }

  /** It stays in the journal until a start at which the settings name its ERP again. */
  #waitForSettings({ id, erp }: Charge): void {
    this.#parts.raiseAlarm('ERP-NOT-CONFIGURED', { chargeId: id, erp });
  }

  async #advancePending(errand: Errand, seen: Settlement): Promise<void> {
    const { writeOff, erp } = errand;
    if (seen.status === 'open') {
      // Another payment of this invoice is on its way: whether ours finds it open or settled is not known before.
      if (this.#hasRivalInFlight(writeOff)) return this.#lookAgain(errand, erp.rules.proofIntervalMs);
      return this.#send(errand);
    }
    this.#giveBack(writeOff, 'gone from the ERP before the first send');
  }

  #hasRivalInFlight(writeOff: WriteOff): boolean {
    return this.#parts.writeOffs
      .listRivals(writeOff)
      .some(({ state }) => state === 'SENT' || state === 'UNKNOWN');
  }

  /**
   * Settled or cancelled without us, so this money must go back; unless a person had the write-off in hand before:
   * they may have settled it for this very payment, and only they know.
   */
  #giveBack(writeOff: WriteOff, detail: string): void {
    const state = writeOff.alarm === undefined ? 'REFUND_DUE' : 'MANUAL';
    this.#changed(this.#parts.writeOffs.markManual(writeOff, state, 'WRITE-OFF-SETTLED-ELSEWHERE', detail));
  }

  async #advanceUnknown(errand: Errand, seen: Settlement): Promise<void> {
    const { writeOff, erp } = errand;
    const { writeOffs, clock } = this.#parts;
    if (seen.status === 'settled') {
      return this.#changed(writeOffs.markDone(writeOff, 'DONE_BY_RECONCILIATION', `proof by ${seen.proof}`));
    }
    const waitedMs = clock.monotonic() - this.#progressOf(writeOff).unknownSince;
    // What is no longer open is not sent again, whatever the rule says of repeats: it can only be proven.
    const rules = seen.status === 'gone' ? ({ ...erp.rules, repeat: 'never' } as const) : erp.rules;
    const next = nextMove(rules, writeOff.sends, waitedMs);
    switch (next.move) {
      case 'send':
        return this.#send(errand);
      case 'look-again':
        return this.#lookAgain(errand, next.inMs);
      case 'hand-over':
        return this.#changed(
          writeOffs.markManual(writeOff, 'MANUAL', 'WRITE-OFF-UNPROVEN', `sent, and ${seen.status} since`),
        );
    }
  }

  async #send(errand: Errand): Promise<void> {
    const { writeOff, charge, invoice, erp } = errand;
    const sent = this.#parts.writeOffs.markSent(writeOff);
    this.#changed(sent);
    const answer = await erp.ledger.writeOffInvoice(requestOf(sent, charge, invoice));
    this.#record({ ...errand, writeOff: sent }, answer);
  }

  #record(errand: Errand, answer: WriteOffAnswer): void {
    const { writeOffs } = this.#parts;
    const { writeOff: sent } = errand;
    switch (answer.outcome) {
      case 'accepted':
        return this.#changed(writeOffs.markDone(sent, 'DONE', answer.detail));
      case 'already-settled':
        // To a repeat of ours it says that the earlier send worked; to a first send, that somebody else was quicker.
        if (sent.sends === 1) return this.#giveBack(sent, answer.detail);
        return this.#changed(writeOffs.markDone(sent, 'DONE_BY_RECONCILIATION', answer.detail));
      case 'refused':
        return this.#changed(writeOffs.markManual(sent, 'MANUAL', 'WRITE-OFF-REFUSED', answer.detail));
      case 'not-sent':
        return this.#waitForErp(
          { ...errand, writeOff: writeOffs.markNotSent(sent) },
          { kind: 'not-sent', detail: answer.detail },
        );
      case 'unknown':
        return this.#becomeUnknown(errand, answer);
    }
  }

  #becomeUnknown(errand: Errand, answer: Extract<WriteOffAnswer, { outcome: 'unknown' }>): void {
    const { writeOff: sent, erp } = errand;
    const unknown = this.#parts.writeOffs.markUnknown(sent, answer.detail);
    this.#parts.log.warn('WRITE-OFF-UNKNOWN', { writeOffId: sent.id });
    this.#progressOf(unknown).unknownSince = this.#parts.clock.monotonic();
    this.#changed(unknown);
    this.#lookAgain(
      { ...errand, writeOff: unknown },
      Math.max(erp.rules.proofIntervalMs, answer.retryAfterMs ?? 0),
    );
  }

  /** The ERP answered, and nothing is decided yet. */
  #lookAgain({ writeOff, line }: Errand, delayMs: number): void {
    this.#progressOf(writeOff).failures = 0;
    line.put(writeOff.id, delayMs);
  }

  #waitForErp({ writeOff, line }: Errand, trouble: RemoteFailure): void {
    const { log } = this.#parts;
    const progress = this.#progressOf(writeOff);
    log.warn('WRITE-OFF-ERP-TROUBLE', {
      writeOffId: writeOff.id,
      kind: trouble.kind,
      detail: trouble.detail,
    });
    line.noteTrouble(writeOff.id, {
      reached: trouble.kind !== 'not-sent',
      failures: progress.failures,
      askedMs: trouble.kind === 'server-error' ? (trouble.retryAfterMs ?? 0) : 0,
    });
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

/** All of it from the journal, so that it is the same on every try, also after a crash. */
function requestOf(writeOff: WriteOff, charge: Charge, invoice: ChargedInvoice): WriteOffRequest {
  const { payment } = charge;
  return {
    customerErpId: charge.customerErpId,
    invoiceId: invoice.invoiceId,
    ...(invoice.writeOffId !== undefined && { writeOffId: invoice.writeOffId }),
    document: charge.document,
    payment: {
      method: 'pix',
      amountCents: invoice.amountCents,
      txid: charge.txid,
      ...(payment?.endToEndId !== undefined && { endToEndId: payment.endToEndId }),
      ...(payment && { paidAt: payment.paidAt }),
      terminalId: charge.terminalId,
      createdAt: new Date(charge.createdAt).toISOString(),
    },
    idempotencyKey: writeOff.id,
  };
}
