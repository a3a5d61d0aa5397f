/** How the printer is. `offline`: taken off line by its own button; `silent`: prints but answers nothing. */
export interface PrinterCondition {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly cover: 'closed' | 'open';
  readonly error: 'none' | 'cutter' | 'unrecoverable' | 'auto-recoverable';
  readonly offline: boolean;
  readonly silent: boolean;
}

/** A printer switched on, loaded and closed. */
export const READY: PrinterCondition = {
  paper: 'ok',
  cover: 'closed',
  error: 'none',
  offline: false,
  silent: false,
};

/** Whether the printer takes no commands from its buffer now. */
export function isOffline(condition: PrinterCondition): boolean {
  return (
    condition.offline || condition.paper === 'out' || condition.cover === 'open' || condition.error !== 'none'
  );
}

function bits(base: number, ...set: readonly (readonly [boolean, number])[]): number {
  return set.reduce((byte, [on, mask]) => (on ? byte | mask : byte), base);
}

function errorBits({ error }: PrinterCondition, base: number): number {
  return bits(
    base,
    [error === 'cutter', 0x08],
    [error === 'unrecoverable', 0x20],
    [error === 'auto-recoverable', 0x40],
  );
}

/** The answer to `DLE EOT n`. The drawer pin is high (0x04) as on a printer with no drawer. */
export function realTimeStatus(which: 1 | 2 | 3 | 4, condition: PrinterCondition): number {
  const out = condition.paper === 'out';
  switch (which) {
    case 1:
      return bits(0x16, [isOffline(condition), 0x08]);
    case 2:
      return bits(0x12, [condition.cover === 'open', 0x04], [out, 0x20], [condition.error !== 'none', 0x40]);
    case 3:
      return errorBits(condition, 0x12);
    case 4:
      // A roll that has run out has passed the near-end sensor too.
      return bits(0x12, [condition.paper !== 'ok', 0x0c], [out, 0x60]);
  }
}

/** The answer to `GS r 1` (paper sensors). */
export function paperStatus({ paper }: PrinterCondition): number {
  return bits(0, [paper !== 'ok', 0x03], [paper === 'out', 0x0c]);
}

/** The four bytes of Automatic Status Back. */
export function automaticStatus(condition: PrinterCondition): Buffer {
  return Buffer.of(
    bits(0x14, [isOffline(condition), 0x08], [condition.cover === 'open', 0x20]),
    errorBits(condition, 0),
    paperStatus(condition),
    0,
  );
}
