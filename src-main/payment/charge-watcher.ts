import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import { type Charge, isLive } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Log } from '../logging/log.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { ChargeJournal } from './charge-journal.ts';
import type { LookLine } from './look-line.ts';
import type { ChargeLook, FindProvider, PixProvider } from './pix-provider.ts';

export interface ChargeWatcherParts {
  readonly journal: ChargeJournal;
  readonly findProvider: FindProvider;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly raiseAlarm: RaiseAlarm;
  /** Where looks at a charge wait their turn; none: they go at once. */
  readonly findLine: (charge: Charge) => LookLine | undefined;
  /** Called when a charge changed state. */
  readonly onChange: (charge: Charge) => void;
  /** Called when more came for a charge that was paid already. */
  readonly onMoreMoney: () => void;
  /** Called after each look, with whether it could be made. */
  readonly onLook: (chargeId: string, worked: boolean) => void;
}

interface Watch {
  /** As it was when the watching began; its state is read from the journal. */
  readonly charge: Charge;
  /** When the charge can no longer be paid, on the monotonic clock. */
  readonly deadline: number;
  /** How much of its life went by before the watching began, in milliseconds, as far as the wall clock tells. */
  readonly spentMs: number;
  attended: boolean;
  looking: boolean;
  looks: number;
  failures: number;
  timer: unknown;
}

/** A PSP in trouble is asked less and less, but never given up. */
const trouble: Backoff = { firstMs: 2_000, maximumMs: 60_000 };

/** The payer's bank may confirm in the last second: expiry is believed only this long after the deadline. */
const graceMs = 5_000;

/** Looks at every live charge until it is paid, cancelled, or found unpaid by a look after its expiry. */
export class ChargeWatcher {
  readonly #parts: ChargeWatcherParts;
  readonly #watches = new Map<string, Watch>();
  /** Taken up from an earlier run, and not looked at since. */
  readonly #unlooked = new Set<string>();
  #afterFirstLooks: (() => void) | undefined;
  #stopped = false;

  constructor(parts: ChargeWatcherParts) {
    this.#parts = parts;
  }

  /**
   * After a restart: looks at once at every charge that an earlier run left open, then goes on watching it. Nobody
   * knows how long the kiosk was off, and the wall clock may lie, so the whole expiry is counted again from now: it
   * costs some looks and can never miss a payment.
   */
  resume(): void {
    const now = this.#parts.clock.wallTime();
    for (const charge of this.#parts.journal.listLive()) {
      this.#unlooked.add(charge.id);
      this.#begin(charge, false, Math.max(0, now - charge.createdAt), 0);
    }
  }

  /** Calls `then` once every charge that `resume` took up was looked at, or tried to be; at once when none was. */
  afterFirstLooks(then: () => void): void {
    this.#afterFirstLooks = then;
    this.#noteFirstLook(undefined);
  }

  #noteFirstLook(chargeId: string | undefined): void {
    if (chargeId !== undefined) this.#unlooked.delete(chargeId);
    if (this.#unlooked.size > 0) return;
    this.#afterFirstLooks?.();
    this.#afterFirstLooks = undefined;
  }

  /** Starts watching a charge that was just made; the first look comes at the provider's pace. */
  watch(charge: Charge, attended: boolean): void {
    this.#begin(charge, attended, 0);
  }

  /** A customer stands before the QR (or went away): looks come quicker (or slower). */
  setAttended(charge: Charge, attended: boolean): void {
    const watch = this.#watches.get(charge.id);
    if (!watch || watch.attended === attended) return;
    watch.attended = attended;
    if (attended) this.#parts.findLine(charge)?.promote(charge.id);
    watch.looks = 0;
    // A look under way sets the next one itself.
    if (!watch.looking) this.#scheduleNext(watch);
  }

  /**
   * Milliseconds in which the QR is still of use; 0 when unknown or past. After a restart it is the wall clock's
   * word, good enough to choose between this QR and a fresh one, but not to call the charge expired.
   */
  remainingMs(chargeId: string): number {
    const watch = this.#watches.get(chargeId);
    return watch ? Math.max(0, watch.deadline - watch.spentMs - this.#parts.clock.monotonic()) : 0;
  }

  /** The same, when it is its turn: nobody waits for it. */
  async lookInTurn(charge: Charge): Promise<Charge | RemoteFailure> {
    await this.#parts.findLine(charge)?.enter(charge.id, false);
    return this.#look(charge);
  }

  /** Looks once now and records what it finds; the charge as it is afterwards, or the failure. */
  lookNow(charge: Charge): Promise<Charge | RemoteFailure> {
    this.#parts.findLine(charge)?.count();
    return this.#look(charge);
  }

  async #look(charge: Charge): Promise<Charge | RemoteFailure> {
    const provider = this.#parts.findProvider(charge);
    if (!provider) {
      const { id: chargeId, source, erp } = charge;
      if (source === 'erp-pix') this.#parts.raiseAlarm('ERP-NOT-CONFIGURED', { chargeId, erp });
      else this.#parts.raiseAlarm('PIX-ACCOUNT-MISSING', { chargeId });
      return { kind: 'not-sent', detail: 'who collects it is no longer configured' };
    }
    const look = await provider.look(charge);
    // The journal may be closed by now; the next start looks again.
    if (this.#stopped) return { kind: 'no-answer', detail: 'the kiosk is stopping' };
    if (!look.ok) return look.error;
    return this.#record(this.#parts.journal.find(charge.id) ?? charge, look.value);
  }

  stop(): void {
    this.#stopped = true;
    for (const id of [...this.#watches.keys()]) this.#drop(id);
  }

  #begin(charge: Charge, attended: boolean, spentMs: number, firstDelayMs?: number): void {
    this.#drop(charge.id);
    const deadline = this.#parts.clock.monotonic() + charge.expirySeconds * 1000;
    const counts = { looking: false, looks: 0, failures: 0, timer: undefined };
    const watch: Watch = { charge, deadline, spentMs, attended, ...counts };
    this.#watches.set(charge.id, watch);
    this.#scheduleNext(watch, firstDelayMs);
  }

  #drop(chargeId: string): void {
    const watch = this.#watches.get(chargeId);
    if (!watch) return;
    this.#parts.clock.clearTimeout(watch.timer);
    this.#watches.delete(chargeId);
    this.#noteFirstLook(chargeId);
  }

  #scheduleNext(watch: Watch, delayMs?: number): void {
    if (this.#stopped) return;
    const { clock, findProvider } = this.#parts;
    const delay = delayMs ?? this.#nextDelay(findProvider(watch.charge), watch);
    clock.clearTimeout(watch.timer);
    watch.timer = clock.setTimeout(() => void this.#tick(watch), delay);
  }

  #nextDelay(provider: PixProvider | undefined, watch: Watch): number {
    if (!provider || watch.failures > 0) return backoffDelay(trouble, watch.failures, this.#parts.random());
    const { attendedMs, awayMs } = provider.pace;
    const regular = watch.attended
      ? (attendedMs[Math.min(watch.looks, attendedMs.length - 1)] ?? awayMs)
      : awayMs;
    const untilEnd = Math.ceil(watch.deadline + graceMs - this.#parts.clock.monotonic());
    return untilEnd > 0 ? Math.min(regular, untilEnd) : 0;
  }

  async #tick(watch: Watch): Promise<void> {
    watch.looking = true;
    try {
      await this.#lookOnce(watch);
    } catch (error) {
      // The disk may be sick: nothing is lost as long as somebody looks again.
      this.#parts.log.error('CHARGE-LOOK-FAILED', { chargeId: watch.charge.id, reason: String(error) });
      watch.failures += 1;
    }
    watch.looking = false;
    this.#noteFirstLook(watch.charge.id);
    if (this.#isCurrent(watch)) this.#scheduleNext(watch);
  }

  async #lookOnce(watch: Watch): Promise<void> {
    const { journal, clock, log, onLook, findLine } = this.#parts;
    const chargeId = watch.charge.id;
    await findLine(watch.charge)?.enter(chargeId, watch.attended);
    if (!this.#isCurrent(watch)) return;
    const before = journal.find(chargeId);
    if (!before || !isLive(before.state)) return this.#drop(chargeId);
    const past = clock.monotonic() >= watch.deadline + graceMs;
    watch.looks += 1;
    const seen = await this.#look(before);
    if (!this.#isCurrent(watch)) return;
    if ('kind' in seen) {
      watch.failures += 1;
      log.warn('CHARGE-LOOK-TROUBLE', { chargeId, kind: seen.kind, detail: seen.detail });
      return this.#tell(chargeId, () => onLook(chargeId, false));
    }
    watch.failures = 0;
    this.#tell(chargeId, () => onLook(chargeId, true));
    if (!isLive(seen.state)) return this.#drop(chargeId);
    if (past) this.#expire(seen);
  }

  #expire(charge: Charge): void {
    const { journal, onChange } = this.#parts;
    const ended = charge.state === 'AWAITING' ? journal.markExpired(charge) : journal.markCancelled(charge);
    this.#drop(charge.id);
    this.#tell(charge.id, () => onChange(ended));
  }

  #record(charge: Charge, look: ChargeLook): Charge {
    const next = this.#apply(charge, look);
    if (next === charge) return charge;
    if (!isLive(next.state)) this.#drop(charge.id);
    this.#tell(charge.id, () => this.#parts.onChange(next));
    return next;
  }

  /** Whoever listens draws and prints; money goes on without them. */
  #tell(chargeId: string, tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#parts.log.error('CHARGE-LISTENER-FAILED', { chargeId, reason: String(error) });
    }
  }

  #apply(charge: Charge, look: ChargeLook): Charge {
    const { journal, raiseAlarm, onMoreMoney } = this.#parts;
    switch (look.status) {
      case 'paid':
        if (!wasPaid(charge)) return journal.markPaid(charge, look.payments);
        if (journal.addPayments(charge, look.payments)) this.#tell(charge.id, onMoreMoney);
        return charge;
      case 'awaiting':
        return isUnshown(charge) ? journal.markAwaiting(charge, look.brCode) : charge;
      case 'cancelled':
        return isLive(charge.state) ? journal.markCancelled(charge) : charge;
      case 'absent':
        // A QR that was never shown cannot have been paid; one that was shown must not vanish.
        if (isUnshown(charge)) return journal.markCancelled(charge);
        if (charge.state === 'AWAITING') raiseAlarm('CHARGE-VANISHED', { chargeId: charge.id });
        return charge;
    }
  }

  #isCurrent(watch: Watch): boolean {
    return !this.#stopped && this.#watches.get(watch.charge.id) === watch;
  }
}

function wasPaid({ state }: Charge): boolean {
  return state === 'PAID' || state === 'REFUND_DUE' || state === 'REFUNDED';
}

function isUnshown(charge: Charge): boolean {
  return charge.state === 'CREATED' || charge.state === 'REQUESTED';
}
