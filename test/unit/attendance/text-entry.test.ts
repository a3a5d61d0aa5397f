import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseLast, keepText, typeDigit } from '../../../src-main/attendance/text-entry.ts';

describe('a typed text', () => {
  it('keeps accents and the space that a next word may follow', () => {
    expect(keepText('José da Conceição ', 60)).toBe('José da Conceição ');
  });

  it('holds no control character and is never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 40 }), (text, max) => {
        const kept = keepText(text, max);
        expect(kept).not.toMatch(/\p{Cc}/u);
        expect([...kept].length).toBeLessThanOrEqual(max);
        expect(keepText(kept, max)).toBe(kept);
      }),
    );
  });

  it('takes digits up to its length, and loses the last one', () => {
    expect(typeDigit('12', '3', 3)).toBe('123');
    expect(typeDigit('123', '4', 3)).toBe('123');
    expect(typeDigit('12', 'A', 3)).toBe('12');
    expect(eraseLast('a😀')).toBe('a');
    expect(eraseLast('')).toBe('');
  });
});
