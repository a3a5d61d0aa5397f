import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../src-main/http/retry-after.ts';

describe('retryAfterMs', () => {
  it.each([
    { retryAfter: '0', expected: 0 },
    { retryAfter: ' 120 ', expected: 120_000 },
    { retryAfter: '999999999', expected: 86_400_000 },
  ])('reads "$retryAfter" as seconds', ({ retryAfter, expected }) => {
    expect(retryAfterMs(retryAfter, undefined)).toBe(expected);
  });

  it('counts a date against the answer’s own clock, not against the machine’s', () => {
    expect(retryAfterMs('Wed, 21 Oct 2015 07:28:30 GMT', 'Wed, 21 Oct 2015 07:28:00 GMT')).toBe(30_000);
  });

  it('never waits for a moment that has passed', () => {
    expect(retryAfterMs('Wed, 21 Oct 2015 07:27:00 GMT', 'Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });

  it.each([
    [undefined, undefined],
    ['soon', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['Wed, 21 Oct 2015 07:28:00 GMT', undefined],
    ['', undefined],
  ])('says nothing when "%s" (answered at "%s") cannot be read', (retryAfter, answeredAt) => {
    expect(retryAfterMs(retryAfter, answeredAt)).toBeUndefined();
  });
});
