/** What a host can ask at any moment, even while the printer is offline or has data waiting. */
export type RealTimeRequest =
  | { readonly kind: 'status'; readonly which: 1 | 2 | 3 | 4 }
  | { readonly kind: 'recover'; readonly clear: boolean }
  | { readonly kind: 'pulse' }
  | { readonly kind: 'clear' };

const DLE = 0x10;
const CLEAR_BUFFERS = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

function complete(bytes: readonly number[]): RealTimeRequest | undefined {
  const [, kind, argument] = bytes;
  if (kind === 0x04 && (argument === 1 || argument === 2 || argument === 3 || argument === 4)) {
    return { kind: 'status', which: argument };
  }
  if (kind === 0x05 && (argument === 1 || argument === 2)) return { kind: 'recover', clear: argument === 2 };
  if (kind === 0x14 && argument === 1 && bytes.length === 5) return { kind: 'pulse' };
  if (bytes.length === CLEAR_BUFFERS.length) return { kind: 'clear' };
  return undefined;
}

function canContinue(bytes: readonly number[]): boolean {
  if (bytes.length === 1) return true;
  if (bytes[1] !== 0x14) return bytes.length < 3 && (bytes[1] === 0x04 || bytes[1] === 0x05);
  if (bytes.length < 3) return true;
  return bytes[2] === 1 ? bytes.length < 5 : bytes.every((byte, index) => byte === CLEAR_BUFFERS[index]);
}

/**
 * Finds real-time requests while bytes arrive. As in real printers this looks at the raw stream, before and
 * apart from its commands: picture data that happens to hold `DLE EOT n` is answered as well.
 */
export class RealTimeScanner {
  #seen: number[] = [];

  /** The request that this byte completes, if any. */
  push(byte: number): RealTimeRequest | undefined {
    if (this.#seen.length === 0 && byte !== DLE) return undefined;
    this.#seen.push(byte);
    const request = complete(this.#seen);
    if (request || !canContinue(this.#seen)) this.#seen = !request && byte === DLE ? [DLE] : [];
    return request;
  }
}
