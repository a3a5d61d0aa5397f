import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveBrandColors, INK, PAPER } from '../../../src-main/settings/brand-colors.ts';
import {
  colorDistance,
  contrastRatio,
  hexFromOklch,
  oklchFromHex,
} from '../../../src-main/settings/oklch.ts';

const BRANDS = [
  '#0b6e4f',
  '#ffff00',
  '#ffffff',
  '#000000',
  '#39ff14',
  '#ff00ff',
  '#00ffff',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#808080',
  '#e30613',
  '#ff6600',
  '#00aeef',
  '#8a2be2',
  '#ffd700',
  '#5c4033',
  '#fffde0',
  '#012345',
  '#ccff00',
];

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

function expectReadable(brand: string): void {
  const colors = deriveBrandColors(brand);
  const told = `${brand} → ${JSON.stringify(colors)}`;
  for (const color of Object.values(colors)) expect(color, told).toMatch(/^#[0-9a-f]{6}$/);
  expect(contrastRatio(colors.primary, colors.onPrimary), told).toBeGreaterThanOrEqual(7);
  expect(contrastRatio(colors.primaryPressed, colors.onPrimary), told).toBeGreaterThanOrEqual(7);
  expect(contrastRatio(colors.primaryPressed, colors.primary), told).toBeGreaterThanOrEqual(1.2);
  expect(colorDistance(colors.primary, PAPER), told).toBeGreaterThanOrEqual(0.1);
  expect(contrastRatio(colors.tint, INK), told).toBeGreaterThanOrEqual(12);
  expect(contrastRatio(colors.text, PAPER), told).toBeGreaterThanOrEqual(7);
  expect(contrastRatio(colors.text, colors.tint), told).toBeGreaterThanOrEqual(7);
}

describe('the brand colours', () => {
  it.each(BRANDS)('%s is readable', expectReadable);

  it('are readable for every brand colour', () => {
    fc.assert(fc.property(anyColor, expectReadable), { numRuns: 500 });
  });

  it('keep the hue', () => {
    for (const brand of ['#0b6e4f', '#e30613', '#00aeef', '#8a2be2']) {
      const { primary, primaryPressed, text } = deriveBrandColors(brand);
      for (const color of [primary, primaryPressed, text]) {
        expect(oklchFromHex(color).hue, `${brand} → ${color}`).toBeCloseTo(oklchFromHex(brand).hue, 1);
      }
    }
  });

  it('leave a brand alone that is readable as it is', () => {
    expect(deriveBrandColors('#004d36')).toMatchObject({ primary: '#004d36', text: '#004d36' });
    expect(deriveBrandColors('#ffff00')).toMatchObject({ primary: '#ffff00', onPrimary: INK });
  });

  it('make red darker, not pink', () => {
    expect(deriveBrandColors('#ff0000').onPrimary).toBe('#ffffff');
  });
});

describe('colour arithmetic', () => {
  it('knows the contrasts that WCAG names', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('agrees with the OKLCH values of CSS Color 4', () => {
    const red = oklchFromHex('#ff0000');
    expect([red.lightness, red.chroma, (red.hue * 180) / Math.PI]).toEqual([
      expect.closeTo(0.628, 3),
      expect.closeTo(0.2577, 3),
      expect.closeTo(29.23, 1),
    ]);
  });

  it('returns every colour to itself', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        expect(hexFromOklch(oklchFromHex(color))).toBe(color);
      }),
    );
  });
});
