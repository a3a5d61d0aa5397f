import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barcodeModules,
  cutInsideSpaces,
  MODULE_DOTS,
  STRIP_DOTS,
  stripRows,
} from '../../../src-main/printing/barcode-strip.ts';

const digits44 = fc.string({ minLength: 44, maxLength: 44, unit: fc.constantFrom(...'0123456789') });

describe('barcodeModules', () => {
  it('is an Interleaved 2 of 5 with wide modules three times the narrow', () => {
    const modules = barcodeModules('01'.repeat(22));
    // Bars carry 0 (nnwwn), the spaces between them 1 (wnnnw).
    const pair = '1000' + '10' + '1110' + '1110' + '1000';
    expect(modules).toBe(`1010${pair.repeat(22)}11101`);
  });

  it('has 405 modules for any 44 digits: 810 dots, 101 mm', () => {
    fc.assert(
      fc.property(digits44, (digits) => {
        expect(barcodeModules(digits)).toMatch(/^1[01]{403}1$/);
      }),
    );
    expect(405 * MODULE_DOTS).toBe(810);
  });
});

describe('cutInsideSpaces', () => {
  it('cuts whole, short enough, and with white on both sides', () => {
    fc.assert(
      fc.property(digits44, fc.integer({ min: 40, max: 255 }), (digits, longest) => {
        const modules = barcodeModules(digits);
        const chunks = cutInsideSpaces(modules, longest);
        expect(chunks.join('')).toBe(modules);
        expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(longest);
        for (const chunk of chunks.slice(1)) expect(chunk.startsWith('0')).toBe(true);
        for (const chunk of chunks.slice(0, -1)) expect(chunk.endsWith('0')).toBe(true);
      }),
    );
  });
});

describe('stripRows', () => {
  it('lays each bar across 104 doubled dots and leaves spaces white', () => {
    expect([...stripRows('10')]).toEqual([255, 255, 255, 255, 255, 255, 0xf0, 0, 0, 0, 0, 0, 0, 0]);
    expect(6 * 8 + 4).toBe(STRIP_DOTS / MODULE_DOTS);
  });
});
