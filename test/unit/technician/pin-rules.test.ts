import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPin, pinHashSchema, pinMatches } from '../../../src-main/technician/pin-hash.ts';
import { delayAfter, judgePin, triesUntilLockOut } from '../../../src-main/technician/pin-rules.ts';

describe('a new PIN', () => {
  it.each(['482913', '100200', '123457', '112233', '482913048291', '135790'])('may be %s', (pin) => {
    expect(judgePin(pin)).toBeUndefined();
  });

  it.each([
    ['48291', 'length'],
    ['4829130482917', 'length'],
    ['', 'length'],
    ['48291a', 'digits'],
    ['４８２９１３', 'digits'],
    ['482 913', 'digits'],
    ['-48291', 'digits'],
    ['000000', 'too-plain'],
    ['123456', 'too-plain'],
    ['987654', 'too-plain'],
    ['678901', 'too-plain'],
    ['321098765432', 'too-plain'],
    ['121212', 'too-plain'],
    ['9090909', 'too-plain'],
  ])('may not be "%s": %s', (pin, reason) => {
    expect(judgePin(pin)).toBe(reason);
  });
});

describe('wrong tries', () => {
  it('cost more and more from the third on, and an hour from the tenth on', () => {
    const seconds = Array.from({ length: 12 }, (_, index) => delayAfter(index) / 1000);
    expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 3600, 3600]);
  });

  it('are counted down to the lock-out, after which each one is the last', () => {
    expect([0, 1, 9].map((wrong) => triesUntilLockOut(wrong, false))).toEqual([10, 9, 1]);
    expect([triesUntilLockOut(10, true), triesUntilLockOut(10, false), triesUntilLockOut(11, false)]).toEqual(
      [0, 1, 1],
    );
  });
});

describe('the hash of a PIN', () => {
  it('knows its PIN and no other, has a salt of its own and does not hold the PIN', async () => {
    const [one, other] = await Promise.all([hashPin('482913'), hashPin('482913')]);
    expect(one.hash).not.toBe(other.hash);
    expect(one).toMatchObject({ algorithm: 'scrypt', cost: 32_768, blockSize: 8, parallelization: 1 });
    expect(Buffer.from(one.salt, 'base64')).toHaveLength(16);
    expect(pinHashSchema.safeParse(one).success).toBe(true);
    expect(JSON.stringify(one)).not.toContain('482913');
    await expect(pinMatches('482913', one)).resolves.toBe(true);
    await expect(pinMatches('482914', one)).resolves.toBe(false);
  });

  it('is not taken with forged parameters', async () => {
    const sound = await hashPin('482913');
    const forgeries = [
      { cost: 2 ** 30 },
      { cost: 2 },
      { blockSize: 800 },
      { salt: '' },
      { hash: 'AAAA' },
      { hash: 'not base64!' },
      { more: 1 },
    ];
    for (const forgery of forgeries)
      expect(pinHashSchema.safeParse({ ...sound, ...forgery }).success).toBe(false);
  });

  it('lets no digit of a fit PIN be wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6,12}$/), (pin) => {
        const verdict = judgePin(pin);
        expect(verdict === undefined || verdict === 'too-plain').toBe(true);
        expect(verdict === 'too-plain').toBe(isPlain(pin));
      }),
    );
  });
});

/** The rule said another way: within the endless run up or down, or a pair written over and over. */
function isPlain(pin: string): boolean {
  const up = '0123456789'.repeat(3);
  const down = [...up].reverse().join('');
  return up.includes(pin) || down.includes(pin) || pin.slice(0, 2).repeat(6).startsWith(pin);
}
