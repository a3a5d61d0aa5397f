/** When things happen within a step: at the very moment that the table names, or at random moments around it. */
export interface Chance {
  readonly random: boolean;
  /** In [0, 1). */
  next(): number;
}

export const exactly: Chance = { random: false, next: () => 0 };

/** The same seed gives the same numbers (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return {
    random: true,
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
