/** What a host can ask at any moment, even while the printer is offline or has data waiting. */
export type RealTimeRequest =
  | { readonly kind: 'status'; readonly which: 1 | 2 | 3 | 4 }
  | { readonly kind: 'recover'; readonly clear: boolean }
  | { readonly kind: 'pulse' }
  | { readonly kind: 'clear' }
  /** A maker's own question. */
  | { readonly kind: 'bematech' | 'elgin' | 'daruma' | 'daruma-sensors' | 'custom' };

/** How a printer tells its status. `escpos-asb`: by Automatic Status Back alone. */
export type StatusDialect = 'escpos-dle-eot' | 'escpos-asb' | 'bematech' | 'elgin' | 'daruma' | 'custom';

interface Pattern {
  /** `undefined`: any byte. */
  readonly bytes: readonly (number | undefined)[];
  readonly request: RealTimeRequest;
}

const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;
const DC4 = 0x14;

const dleEot: readonly Pattern[] = ([1, 2, 3, 4] as const).map((which) => ({
  bytes: [DLE, EOT, which],
  request: { kind: 'status', which },
}));

const others: readonly Pattern[] = [
  { bytes: [DLE, ENQ, 1], request: { kind: 'recover', clear: false } },
  { bytes: [DLE, ENQ, 2], request: { kind: 'recover', clear: true } },
  { bytes: [DLE, DC4, 1, undefined, undefined], request: { kind: 'pulse' } },
  { bytes: [DLE, DC4, 8, 1, 3, 20, 1, 6, 2, 8], request: { kind: 'clear' } },
];

const patterns: Readonly<Record<StatusDialect, readonly Pattern[]>> = {
  'escpos-dle-eot': [...dleEot, ...others],
  'escpos-asb': others,
  bematech: [{ bytes: [GS, 0xf8, 0x31], request: { kind: 'bematech' } }],
  elgin: [{ bytes: [ENQ], request: { kind: 'elgin' } }],
  daruma: [
    { bytes: [ENQ], request: { kind: 'daruma' } },
    { bytes: [GS, ENQ], request: { kind: 'daruma-sensors' } },
  ],
  custom: [...dleEot, { bytes: [DLE, EOT, 20], request: { kind: 'custom' } }],
};

/**
 * Finds real-time requests while bytes arrive. As in real printers this looks at the raw stream, before and
 * apart from its commands: picture data that happens to hold `DLE EOT n` is answered as well.
 */
export class RealTimeScanner {
  readonly #patterns: readonly Pattern[];
  #seen: number[] = [];

  constructor(dialect: StatusDialect) {
    this.#patterns = patterns[dialect];
  }

  /** The request that this byte completes, if any. */
  push(byte: number): RealTimeRequest | undefined {
    this.#seen.push(byte);
    while (this.#seen.length > 0) {
      const possible = this.#patterns.filter(({ bytes }) => this.#fits(bytes));
      const complete = possible.find(({ bytes }) => bytes.length === this.#seen.length);
      if (complete) this.#seen = [];
      if (complete || possible.length > 0) return complete?.request;
      this.#seen.shift();
    }
    return undefined;
  }

  #fits(bytes: Pattern['bytes']): boolean {
    return this.#seen.every((byte, index) => index < bytes.length && (bytes[index] ?? byte) === byte);
  }
}
