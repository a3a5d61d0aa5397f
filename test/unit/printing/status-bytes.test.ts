import { describe, expect, it } from 'vitest';
import { statusFromBytes, troubleOf } from '../../../src-main/printing/status-bytes.ts';

describe('statusFromBytes', () => {
  it.each([
    ['all well', 0x12, 0x12, 0x12, 'ok'],
    ['drawer pin high', 0x16, 0x12, 0x12, 'ok'],
    ['paper near its end', 0x12, 0x12, 0x1e, 'near-end'],
    ['stopped for paper', 0x1a, 0x32, 0x7e, 'no-paper'],
    ['paper sensor alone', 0x12, 0x12, 0x72, 'no-paper'],
    ['cover open, which also looks like no paper', 0x1a, 0x36, 0x72, 'cover-open'],
    ['error', 0x1a, 0x52, 0x12, 'error'],
    ['off line by its button', 0x1a, 0x12, 0x12, 'offline'],
  ] as const)('%s', (_, printer, offlineCause, paper, expected) => {
    expect(statusFromBytes({ printer, offlineCause, paper })).toBe(expected);
  });
});

describe('troubleOf', () => {
  it('does not call the end of the roll trouble before it has come', () => {
    expect(troubleOf('near-end')).toBeUndefined();
    expect(troubleOf('ok')).toBeUndefined();
    expect(troubleOf('no-paper')).toBe('no-paper');
  });
});
