import { useLayoutEffect } from 'react';
import type { BrandColors } from '../src-main/contract/screen.ts';

/** Puts the brand's scale on the root as custom properties, through CSSOM: the CSP allows no style attribute. */
export function useBrandColors(colors: BrandColors | undefined): void {
  useLayoutEffect(() => {
    if (colors === undefined) return;
    const { style } = document.documentElement;
    style.setProperty('--brand-primary', colors.primary);
    style.setProperty('--brand-on-primary', colors.onPrimary);
    style.setProperty('--brand-primary-pressed', colors.primaryPressed);
    style.setProperty('--brand-tint', colors.tint);
    style.setProperty('--brand-text', colors.text);
  }, [colors]);
}
