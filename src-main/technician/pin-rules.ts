/** Why a new PIN is not taken. */
export type UnfitPin = 'length' | 'digits' | 'too-plain';

const SHORTEST = 6;
const LONGEST = 12;
/** Steps from digit to digit, around the end of the keypad too: 123456, 890123, 987654. */
const STRAIGHT_STEPS = new Set([1, 9]);

const FREE_TRIES = 2;
const FIRST_DELAY_MS = 5000;
/** Wrong tries in a row until the door stays shut for long. */
const LOCK_OUT_TRIES = 10;

/** How long the door stays shut after too many wrong tries, in milliseconds. */
export const LOCK_OUT_MS = 3_600_000;

/** What speaks against a new PIN; undefined: nothing. Six to twelve digits, not all alike, no run, no repeated pair. */
export function judgePin(pin: string): UnfitPin | undefined {
  if (!/^[0-9]*$/.test(pin)) return 'digits';
  if (pin.length < SHORTEST || pin.length > LONGEST) return 'length';
  return isRepeatedPair(pin) || isStraightRun(pin) ? 'too-plain' : undefined;
}

/** Milliseconds to wait after so many wrong tries in a row. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries >= LOCK_OUT_TRIES) return LOCK_OUT_MS;
  return wrongTries <= FREE_TRIES ? 0 : FIRST_DELAY_MS * 2 ** (wrongTries - FREE_TRIES - 1);
}

/** Tries until the door is shut for long. Once that has happened each further wrong try does it again. */
export function triesUntilLockOut(wrongTries: number, waits: boolean): number {
  return wrongTries >= LOCK_OUT_TRIES ? Number(!waits) : LOCK_OUT_TRIES - wrongTries;
}

/** All digits alike are a repeated pair too. */
function isRepeatedPair(pin: string): boolean {
  return [...pin].every((digit, index) => digit === pin[index % 2]);
}

function isStraightRun(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && STRAIGHT_STEPS.has(step);
}
