import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { messageConsentVersion } from '../../../src-main/attendance/messages/consent.ts';
import { message as english } from '../../../src-renderer/i18n/en/message.ts';
import { message as spanish } from '../../../src-renderer/i18n/es/message.ts';
import { message as portuguese } from '../../../src-renderer/i18n/pt-BR/message.ts';

/** What each version said, in all languages: who agreed to it must be told from who agreed to another. */
const saidBy: Readonly<Record<string, string>> = {
  'whatsapp-1': '059837b00ad483d452a626baf2208b18eebcd19669717a9d12e4254dba30e835',
};

it('has another version of the consent when its words change', () => {
  const words = [portuguese, english, spanish].map(({ consent: { title, what, use, agree } }) => ({
    title,
    what,
    use,
    agree,
  }));
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  expect(hash).toBe(saidBy[messageConsentVersion]);
});
