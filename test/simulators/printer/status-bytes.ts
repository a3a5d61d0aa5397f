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

/** The answer to `GS F8h 1`. @param waiting whether commands are left to be carried out */
export function bematechStatus(condition: PrinterCondition, waiting: boolean): Buffer {
  const out = condition.paper === 'out';
  const failed = condition.error !== 'none';
  return Buffer.of(
    bits(0x80, [isOffline(condition), 0x08], [!waiting, 0x10], [waiting, 0x20]),
    bits(
      0x01,
      [condition.paper !== 'ok', 0x02],
      [out, 0x24],
      [failed, 0x40],
      [condition.cover === 'closed', 0x80],
    ),
    bits(0x90, [condition.error === 'cutter', 0x08], [condition.error === 'unrecoverable', 0x20]),
    0x91,
    0x12,
  );
}

/** The answer to ENQ in EscElgin. */
export function elginStatus(condition: PrinterCondition): number {
  return bits(
    0x20,
    [!isOffline(condition), 0x01],
    [condition.paper === 'out', 0x02],
    [condition.cover === 'closed', 0x08],
    [condition.paper !== 'ok', 0x10],
  );
}

/** The answer of a Daruma to ENQ. */
export function darumaStatus(condition: PrinterCondition, waiting: boolean): number {
  return bits(
    0,
    [waiting, 0x01],
    [condition.error !== 'none', 0x08],
    [!isOffline(condition), 0x10],
    [condition.paper === 'out', 0x20],
    [condition.cover === 'open', 0x80],
  );
}

/** The answer of a Daruma to `GS ENQ`. */
export function darumaSensors(condition: PrinterCondition): number {
  const out = condition.paper === 'out';
  return bits(
    0,
    [condition.paper !== 'ok', 0x01],
    [out, 0x02],
    [isOffline(condition), 0x08],
    [!out, 0x10],
    [condition.error !== 'none', 0x40],
  );
}

/** The answer of a Custom to `DLE EOT 20`. */
export function customStatus(condition: PrinterCondition, ticketPresented: boolean): Buffer {
  return Buffer.of(
    0x10,
    0x0f,
    bits(0, [condition.paper === 'out', 0x01], [condition.paper !== 'ok', 0x04], [ticketPresented, 0x20]),
    bits(0, [condition.cover === 'open', 0x02]),
    bits(0, [condition.error === 'auto-recoverable', 0x40]),
    bits(0, [condition.error === 'cutter', 0x01], [condition.error === 'unrecoverable', 0x08]),
  );
}
