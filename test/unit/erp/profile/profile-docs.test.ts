import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { profileSchemaFile } from '../../../../scripts/erp-profile-schema.ts';

it('erp-profile.schema.json is current (scripts/erp-profile-schema.ts writes it)', () => {
  const file = new URL('../../../../docs/erp-profile.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(profileSchemaFile());
});
