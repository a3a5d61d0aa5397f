import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printerProfilesFile, printerSchemaFile } from '../../../scripts/printer-profile-schema.ts';
import { printerModels } from '../../../src-main/printing/printer-models.ts';
import {
  genericProfile,
  printerProfileSchema,
  profileOf,
} from '../../../src-main/printing/printer-profile.ts';
import { printerModelWords } from '../../../src-renderer/technician/words/printer-model-words.ts';

const root = new URL('../../../', import.meta.url);

describe('printer profiles', () => {
  it.each(printerModels)('the one of %s is sound', (model) => {
    const profile = profileOf(model);
    expect(profile.name).toBe(model);
    expect(profile.columns).toBe(Math.floor(profile.dots / 12));
    expect(profile.verified).toMatch(/nenhuma impressora real/);
  });

  it('are the files of resources/printers, and what the technician may choose', () => {
    const files = readdirSync(new URL('resources/printers', root)).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...printerModels].sort());
    expect(printerModelWords.map(({ value }) => value).sort()).toEqual([...printerModels].sort());
  });

  it.each(['80mm', '58mm'] as const)('there is one for any printer of %s', (paper) => {
    expect(genericProfile(paper).paper).toBe(paper);
  });

  it('refuse capabilities that nothing here can use', () => {
    const profile = genericProfile('80mm');
    expect(printerProfileSchema.safeParse({ ...profile, graphics: 'plotter' }).success).toBe(false);
    expect(printerProfileSchema.safeParse({ ...profile, colour: true }).success).toBe(false);
    expect(printerProfileSchema.safeParse({ ...profile, columns: 49 }).success).toBe(false);
    expect(printerProfileSchema.safeParse({ ...profile, language: 'escdaruma' }).success).toBe(false);
    expect(printerProfileSchema.safeParse({ ...profile, qr: 'native-daruma' }).success).toBe(false);
  });

  it('printer-profile.schema.json is current (scripts/printer-profile-schema.ts writes it)', () => {
    const file = new URL('docs/printer-profile.schema.json', root);
    expect(readFileSync(file, 'utf8')).toBe(printerSchemaFile());
  });

  it('printer-profiles.md tells what papers cost today (scripts/printer-profile-schema.ts writes it)', () => {
    const file = new URL('docs/printer-profiles.md', root);
    expect(readFileSync(file, 'utf8')).toBe(printerProfilesFile());
  });
});
