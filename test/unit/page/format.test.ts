import { describe, expect, it } from 'vitest';
import { amountParts, formatDate, minutesAndSeconds } from '../../../src-renderer/i18n/format.ts';

describe('amountParts', () => {
  it.each([
    [0, { sign: '', currency: 'R$', whole: '0', fraction: ',00' }],
    [12_990, { sign: '', currency: 'R$', whole: '129', fraction: ',90' }],
    [125_000_007, { sign: '', currency: 'R$', whole: '1.250.000', fraction: ',07' }],
    [-1_000, { sign: '−', currency: 'R$', whole: '10', fraction: ',00' }],
  ])('cuts %i cents as written in Brazil', (cents, parts) => {
    expect(amountParts(cents)).toEqual(parts);
  });
});

describe('formatDate', () => {
  it('turns a calendar date around without any time zone', () => {
    expect(formatDate('2026-12-01')).toBe('01/12/2026');
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [272_000, 4, 32],
    [60_000, 1, 0],
    [59_001, 1, 0],
    [59_000, 0, 59],
    [1, 0, 1],
    [0, 0, 0],
    [-5, 0, 0],
  ])('says %i ms as %i min %i s', (ms, minutes, seconds) => {
    expect(minutesAndSeconds(ms)).toEqual({ minutes, seconds });
  });
});
