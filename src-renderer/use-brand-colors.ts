import { useLayoutEffect } from 'react';
import type { BrandColors } from '../src-main/contract/screen.ts';

const names = [
  '--brand-primary',
  '--brand-on-primary',
  '--brand-primary-pressed',
  '--brand-tint',
  '--brand-text',
] as const;

/**
 * Puts the brand's scale on the root as custom properties, through CSSOM: the CSP allows no style attribute.
 * @param plain in high contrast the brand has no colours, and the style sheet's own ones hold
 */
export function useBrandColors(colors: BrandColors | undefined, plain: boolean): void {
  useLayoutEffect(() => {
    if (colors === undefined || plain) return undefined;
    const { style } = document.documentElement;
    style.setProperty('--brand-primary', colors.primary);
    style.setProperty('--brand-on-primary', colors.onPrimary);
    style.setProperty('--brand-primary-pressed', colors.primaryPressed);
    style.setProperty('--brand-tint', colors.tint);
    style.setProperty('--brand-text', colors.text);
    return () => {
      for (const name of names) style.removeProperty(name);
    };
  }, [colors, plain]);
}
