import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pixPresetSchemaFile } from '../../../../scripts/pix-preset-schema.ts';
import { loadPixPreset, pixPresetSchema } from '../../../../src-main/payment/api-pix/pix-preset.ts';
import { pixPresetNames } from '../../../../src-main/payment/api-pix/preset-names.ts';
import { pixPresets } from '../../../../src-renderer/technician/sections/pix-presets.ts';

const root = new URL('../../../../', import.meta.url);

describe('PIX presets', () => {
  it.each(pixPresetNames)('the one of %s is sound, and says that it is untried', async (name) => {
    const preset = await loadPixPreset(name);
    expect(preset.name).toBe(name);
    expect(preset.verified).toMatch(/Não testado com|só contra o simulador/);
    // An account that leaves the address to its preset must find one.
    const { production, sandbox } = preset.environments;
    expect([production, sandbox].every((place) => (place === undefined) === (name === 'generic'))).toBe(true);
  });

  it('are the files of resources/pix-presets, and what the technician may choose', () => {
    const files = readdirSync(new URL('resources/pix-presets', root)).map((file) =>
      file.replace('.json', ''),
    );
    expect(files.sort()).toEqual([...pixPresetNames].sort());
    expect(pixPresets.map(({ name }) => name).sort()).toEqual([...pixPresetNames].sort());
  });

  it('refuse ways that nothing here has', async () => {
    const preset = await loadPixPreset('generic');
    expect(
      pixPresetSchema.safeParse({ ...preset, token: { ...preset.token, credentials: 'jwt' } }).success,
    ).toBe(false);
    expect(pixPresetSchema.safeParse({ ...preset, colour: true }).success).toBe(false);
  });

  it('pix-preset.schema.json is current (scripts/pix-preset-schema.ts writes it)', () => {
    expect(readFileSync(new URL('docs/pix-preset.schema.json', root), 'utf8')).toBe(pixPresetSchemaFile());
  });
});
