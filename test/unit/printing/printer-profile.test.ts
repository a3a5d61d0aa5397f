import { describe, expect, it } from 'vitest';
import { genericProfile, printerProfileSchema } from '../../../src-main/printing/printer-profile.ts';

describe('printer profiles', () => {
  it.each(['80mm', '58mm'] as const)('the built-in one for %s is sound', (paper) => {
    const profile = genericProfile(paper);
    expect(profile.paper).toBe(paper);
    expect(profile.columns * 12).toBe(profile.dots);
    expect(profile.codePage).toEqual({ encoding: 'cp850', index: 2 });
  });

  it('refuses capabilities that nothing here can use', () => {
    const profile = genericProfile('80mm');
    expect(printerProfileSchema.safeParse({ ...profile, graphics: 'plotter' }).success).toBe(false);
    expect(printerProfileSchema.safeParse({ ...profile, colour: true }).success).toBe(false);
  });
});
