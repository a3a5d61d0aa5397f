import type { Clock } from '../domain/clock.ts';

/** A door that nobody opens is closed after this long (milliseconds): a customer may have come upon it. */
const lockedIdleMs = 60_000;

/** An open area that nobody touches is closed after this long (milliseconds): the technician walked off. */
const openIdleMs = 300_000;

/** Whether somebody is at the technician's area, and whether its PIN was given. */
export class TechnicianVisit {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #state: 'away' | 'at-the-door' | 'inside' = 'away';
  #timer: unknown;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `listener` when somebody comes or goes. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  isHere(): boolean {
    return this.#state !== 'away';
  }

  isInside(): boolean {
    return this.#state === 'inside';
  }

  /** Somebody asks for the area: its door is shown. */
  enter(): void {
    if (this.isHere()) return;
    this.#become('at-the-door');
  }

  /** The PIN was right. */
  open(): void {
    if (this.isHere()) this.#become('inside');
  }

  /** Somebody touched or asked something. */
  keepAwake(): void {
    if (!this.isHere()) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => this.leave(), this.isInside() ? openIdleMs : lockedIdleMs);
  }

  leave(): void {
    if (this.isHere()) this.#become('away');
  }

  #become(state: 'away' | 'at-the-door' | 'inside'): void {
    const wasHere = this.isHere();
    this.#state = state;
    this.#clock.clearTimeout(this.#timer);
    this.keepAwake();
    if (wasHere !== this.isHere()) for (const listener of this.#listeners) listener();
  }
}
