/** How fast and how far bytes come off the wire. */
export interface IntakeOptions {
  /** Bytes are taken no faster than a tenth of this per second (start, eight data and stop bit); default: at once. */
  readonly baudRate?: number;
  /** How many more bytes the printer has room for now. */
  room(): number;
  /** Takes bytes off the wire. */
  deliver(bytes: Buffer): void;
  /** Bytes wait (`false`: no more should be read from the line) or none do. */
  ready(isReady: boolean): void;
}

const BITS_PER_BYTE = 10;
const TICK_MS = 5;

/** The wire's pace: holds back what came in faster than the line's speed, or than the printer has room for. */
export class Intake {
  readonly #options: IntakeOptions;
  #waiting: Buffer = Buffer.alloc(0);
  #timer: NodeJS.Timeout | undefined;
  #stalled = false;
  #most = 0;
  /** Since when the line carries the first of the waiting bytes, in milliseconds of `performance.now()`. */
  #carryingSince = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** The most bytes that ever waited. */
  get most(): number {
    return this.#most;
  }

  push(chunk: Buffer): void {
    if (this.#waiting.length === 0) this.#carryingSince = performance.now();
    this.#waiting = Buffer.concat([this.#waiting, chunk]);
    this.#most = Math.max(this.#most, this.#waiting.length);
    this.pump();
  }

  /** While stalled nothing is taken. */
  setStalled(stalled: boolean): void {
    this.#stalled = stalled;
    this.#carryingSince = performance.now();
    this.pump();
  }

  /** Loses what is under way: the cable is out. */
  clear(): void {
    this.#waiting = Buffer.alloc(0);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Delivers what may be delivered now. To be called again whenever there is more room. */
  pump(): void {
    const carried = this.#carried();
    const allowed = this.#stalled ? 0 : Math.min(this.#options.room(), carried);
    const bytes = this.#waiting.subarray(0, allowed);
    this.#waiting = this.#waiting.subarray(bytes.length);
    // A line that was held does not make up for it afterwards.
    if (bytes.length < carried) this.#carryingSince = performance.now();
    else this.#carryingSince += bytes.length * this.#millisecondsPerByte();
    if (bytes.length > 0) this.#options.deliver(bytes);
    this.#options.ready(this.#waiting.length === 0 && !this.#stalled);
    this.#scheduleNext();
  }

  #millisecondsPerByte(): number {
    const { baudRate } = this.#options;
    return baudRate === undefined ? 0 : (1000 * BITS_PER_BYTE) / baudRate;
  }

  /** How many bytes the line had time for. */
  #carried(): number {
    const each = this.#millisecondsPerByte();
    if (each === 0) return Number.POSITIVE_INFINITY;
    return Math.floor((performance.now() - this.#carryingSince) / each);
  }

  #scheduleNext(): void {
    if (this.#timer || this.#waiting.length === 0 || this.#stalled || this.#options.baudRate === undefined)
      return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.pump();
    }, TICK_MS);
  }
}
