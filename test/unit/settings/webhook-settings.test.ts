import { describe, expect, it } from 'vitest';
import { secretPurpose } from '../../../src-main/settings/secret-purpose.ts';
import { settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { exampleWith } from './settings-example.ts';

const sound = {
  id: 'bi',
  url: 'https://bi.example.com.br/totem/',
  secret: 'whsec_YmFsY2FvLXNpbXVsYXRlZC13ZWJob29rLWtleS0wMDE=',
};

function parse(...webhooks: Record<string, unknown>[]) {
  const parsed = settingsSchema.safeParse(exampleWith('relay', { webhooks }));
  return parsed.success
    ? parsed.data.relay.webhooks
    : parsed.error.issues.map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`);
}

describe('the settings of webhooks', () => {
  it('send no data of customers unless told, and all events', () => {
    expect(parse(sound)).toEqual([{ ...sound, customerData: false }]);
  });

  it.each([
    [{ url: 'http://bi.example.com.br' }, /precisa começar com https/],
    [{ url: 'https://bi.example.com.br/?key=1' }, /url: não pode ter “\?”/],
    [{ secret: 'segredo' }, /começa com “whsec_”/],
    [{ secret: 'whsec_c2hvcnQ=' }, /de 24 a 64 bytes/],
    [{ events: [] }, /escolha pelo menos um/],
    [{ events: ['charge-payed'] }, /events\.0/],
    [{ id: 'a b' }, /id: /],
  ])('refuse %o', (change, problem) => {
    expect(JSON.stringify(parse({ ...sound, ...change }))).toMatch(problem);
  });

  it('refuse two of one name, which would share what waits', () => {
    expect(parse(sound, { ...sound, url: 'https://x.example.com' })).toEqual([
      '1.id: este nome já é de outro webhook',
    ]);
  });

  it('keep a stored secret from going to another host', () => {
    const purpose = (url: string) =>
      secretPurpose({ relay: { webhooks: [{ ...sound, url }] } }, ['relay', 'webhooks', 0, 'secret']);
    expect(purpose('https://a.example.com/x')).toBe(purpose('https://a.example.com/y'));
    expect(purpose('https://a.example.com/x')).not.toBe(purpose('https://b.example.com/x'));
  });
});
