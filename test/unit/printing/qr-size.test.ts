import { describe, expect, it } from 'vitest';
import { qrModuleDots } from '../../../src-main/printing/qr-size.ts';

describe('qrModuleDots', () => {
  it.each([
    ['a short text', 20, 576, 6],
    ['a PIX text on 80 mm', 212, 576, 6],
    ['a PIX text on 58 mm', 212, 384, 5],
    ['the longest PIX text on 58 mm', 512, 384, 3],
  ])('%s', (_, bytes, dots, expected) => {
    expect(qrModuleDots(new Uint8Array(bytes).fill(65), dots)).toBe(expected);
  });
});
