import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { Circuit, isLockedOut, waitAsked } from './circuit.ts';
import type { Outbox, ToldDelivery, WaitingDelivery } from './outbox.ts';
import type { RelayTarget } from './target.ts';

/** How long one delivery rests that fails while others go through: from seconds to a day. */
const retry: Backoff = { firstMs: 2_000, maximumMs: 86_400_000 };

/** Deliveries of different visits at once. */
const MOST_AT_ONCE = 4;

/** A disk takes many records in the time of one. So many at most are told again after a kill, with their ids. */
const MOST_UNWRITTEN = 32;
const UNWRITTEN_MS = 50;

/** Others go through and this one was locked out so often: then it is the delivery's fault after all. */
const MOST_LOCK_OUTS = 8;

/** How long everything rests when the kiosk's own storage fails. */
const OWN_FAULT_REST_MS = 60_000;

/**
 * Empties the outbox of one target: a few deliveries at once, one at a time and in order within a visit. A bad target
 * delays only itself, because each has a dispatcher of its own.
 */
export class Dispatcher {
  readonly #target: RelayTarget;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #random: () => number;
  readonly #circuit: Circuit;
  readonly #inHand = new Map<string, Promise<void>>();
  /**
   * Until when a lane rests whose first delivery failed, on the monotonic clock. The time in the row itself is wall
   * time, which may jump: it only says, after a restart, how long to rest at most.
   */
  readonly #restUntil = new Map<string, number>();
  /** Lanes that probed in vain since the target is down: another one is tried next, it may be the delivery's fault. */
  readonly #probed = new Set<string>();
  /** Read in one go with the last one; forgotten when there may be others before them. */
  #ready: readonly WaitingDelivery[] = [];
  /** The target has them, the disk does not know it yet. */
  readonly #told: (ToldDelivery & Pick<WaitingDelivery, 'lane'>)[] = [];
  #timer: unknown;
  #ownRestUntil = 0;
  #knowsResting = false;
  #stopped = false;

  constructor(target: RelayTarget, outbox: Outbox, clock: Clock, log: Log, random: () => number) {
    this.#target = target;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#log = log;
    this.#random = random;
    this.#circuit = new Circuit(clock, random);
  }

  get targetName(): string {
    return this.#target.name;
  }

  /** A person does not want to wait: these lanes rest no longer, nor does the target. */
  tryNow(lanes: readonly string[]): void {
    for (const lane of lanes) this.#restUntil.delete(lane);
    this.#circuit.rouse();
    this.wake();
  }

  /** There may be something new to deliver. Harmless at any time, also inside a transaction: work starts later. */
  wake(): void {
    this.#ready = [];
    this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#clock.clearTimeout(this.#timer);
    await Promise.all(this.#inHand.values());
    this.#attempt(() => this.#write());
  }

  #schedule(delayMs: number): void {
    if (this.#stopped) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => {
      this.#attempt(() => this.#write());
      this.#work();
    }, delayMs);
  }

  #work(): void {
    if (this.#stopped) return;
    this.#attempt(() => {
      if (!this.#knowsResting) this.#readResting();
      if (this.#told.length >= MOST_UNWRITTEN) this.#write();
      while (this.#inHand.size < this.#mayBeInHand()) {
        const delivery = this.#pick();
        if (delivery) this.#begin(delivery);
        else if (this.#told.length > 0) this.#write();
        else break;
      }
    });
    this.#sleep();
  }

  #write(): void {
    if (this.#told.length === 0) return;
    this.#outbox.markDelivered(this.#target.name, this.#told);
    this.#told.length = 0;
  }

  #mayBeInHand(): number {
    if (this.#allRestMs() > 0) return 0;
    return this.#circuit.isOpen ? 1 : MOST_AT_ONCE;
  }

  #allRestMs(): number {
    return Math.max(this.#circuit.restMs, this.#ownRestUntil - this.#clock.monotonic());
  }

  #pick(): WaitingDelivery | undefined {
    const told = this.#told.map(({ lane }) => lane);
    const unavailable = [...this.#inHand.keys(), ...told, ...this.#resting()];
    const unproven = [...unavailable, ...this.#probed];
    const found = this.#takeReady(unproven) ?? this.#takeNext(unproven);
    if (found || this.#probed.size === 0) return found;
    this.#probed.clear();
    return this.#takeNext(unavailable);
  }

  #takeNext(unavailable: readonly string[]): WaitingDelivery | undefined {
    const [first, ...others] = this.#outbox.listNext(this.#target.name, unavailable);
    this.#ready = others;
    return first;
  }

  #takeReady(unavailable: readonly string[]): WaitingDelivery | undefined {
    const index = this.#ready.findIndex(({ lane }) => !unavailable.includes(lane));
    const found = this.#ready[index];
    this.#ready = index < 0 ? [] : this.#ready.slice(index + 1);
    return found;
  }

  #resting(): readonly string[] {
    const now = this.#clock.monotonic();
    for (const [lane, until] of this.#restUntil) {
      if (until <= now) this.#restUntil.delete(lane);
    }
    return [...this.#restUntil.keys()];
  }

  /** Until something that rests may be tried again; whatever is new, or comes to an end, wakes the dispatcher anyway. */
  #sleep(): void {
    const all = this.#allRestMs();
    if (all <= 0 && this.#told.length > 0) return this.#schedule(UNWRITTEN_MS);
    const now = this.#clock.monotonic();
    const lanes = [...this.#restUntil.values()].map((until) => until - now).filter((ms) => ms > 0);
    const first = all > 0 ? all : Math.min(...lanes);
    if (Number.isFinite(first)) this.#schedule(Math.ceil(first));
  }

  /** What failed in an earlier run rests as its row says, though no longer than its backoff. */
  #readResting(): void {
    const now = this.#clock.wallTime();
    for (const { lane, attempts, nextAttemptAt } of this.#outbox.listResting(this.#target.name)) {
      this.#rest(lane, Math.min(nextAttemptAt - now, backoffDelay(retry, attempts, 1)));
    }
    this.#knowsResting = true;
  }

  #rest(lane: string, ms: number): void {
    this.#restUntil.set(lane, this.#clock.monotonic() + ms);
  }

  #begin(delivery: WaitingDelivery): void {
    const work = this.#deliver(delivery)
      .catch((error: unknown) => this.#restFromFault(error))
      .then(() => {
        this.#inHand.delete(delivery.lane);
        this.#work();
      });
    this.#inHand.set(delivery.lane, work);
  }

  async #deliver(delivery: WaitingDelivery): Promise<void> {
    const concerns = this.#target.concerns?.(delivery) ?? true;
    if (concerns !== true) {
      const { row, lane } = delivery;
      this.#told.push({ row, lane, ...(concerns !== false && { skippedBecause: concerns.because }) });
      return;
    }
    const outcome = await this.#tell(delivery);
    const target = this.#target.name;
    if (outcome.ok) {
      this.#told.push(delivery);
      return this.#noteAnswer();
    }
    const { kind, detail } = outcome.error;
    this.#log.warn('RELAY-TROUBLE', { target, eventId: delivery.eventId, kind, detail });
    if (kind === 'refused' && !isLockedOut(outcome.error)) {
      this.#outbox.markDead(target, delivery, detail);
      return this.#noteAnswer();
    }
    this.#noteFailure(delivery, outcome.error);
  }

  /** A target that throws has a fault of ours: its delivery is tried again as after any other failure. */
  async #tell(delivery: WaitingDelivery): Promise<Result<void, RemoteFailure>> {
    try {
      return await this.#target.deliver(delivery);
    } catch (error) {
      this.#log.error('RELAY-FAILED', { target: this.#target.name, reason: String(error) });
      return failure({ kind: 'malformed', detail: 'a fault of the kiosk' });
    }
  }

  #noteAnswer(): void {
    if (!this.#circuit.succeeded()) return;
    this.#probed.clear();
    this.#log.info('RELAY-BACK', { target: this.#target.name });
  }

  /** While the target is known to be down, the failure is not the delivery's: only the target rests. */
  #noteFailure(delivery: WaitingDelivery, error: RemoteFailure): void {
    const target = this.#target.name;
    const { lane, attempts } = delivery;
    const wasProbe = this.#circuit.isOpen;
    if (this.#circuit.failed(error)) {
      this.#log.warn('RELAY-DOWN', { target, kind: error.kind, detail: error.detail });
    }
    const isLockedOutForGood = !wasProbe && isLockedOut(error) && attempts + 1 >= MOST_LOCK_OUTS;
    if (isLockedOutForGood || this.#target.givesUp?.(delivery, error) === true) {
      return this.#outbox.markDead(target, delivery, error.detail);
    }
    let restMs = this.#circuit.restMs;
    if (wasProbe) {
      this.#probed.add(lane);
    } else {
      restMs = Math.max(waitAsked(error), backoffDelay(retry, attempts, this.#random()));
      this.#rest(lane, restMs);
    }
    this.#outbox.markFailed(target, delivery, this.#clock.wallTime() + restMs, error.detail);
  }

  /** Nothing is sent that could not be written down afterwards: it would be sent again and again. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#restFromFault(error);
    }
  }

  #restFromFault(error: unknown): void {
    this.#log.error('RELAY-FAILED', { target: this.#target.name, reason: String(error) });
    this.#ownRestUntil = this.#clock.monotonic() + OWN_FAULT_REST_MS;
  }
}
