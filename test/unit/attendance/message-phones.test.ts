import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMobile, typePhoneKey } from '../../../src-main/attendance/messages/phone-entry.ts';
import { phoneFinder } from '../../../src-main/attendance/messages/phone-sources.ts';
import type { ChatProfile } from '../../../src-main/domain/chat-profile.ts';
import type { Contact } from '../../../src-main/domain/customer.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import type { Result } from '../../../src-main/domain/result.ts';
import { maria } from './people.ts';

describe('typing a mobile', () => {
  it('is well-formed with country code whatever was typed, or has a reason why not', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { maxLength: 16 });
    fc.assert(
      fc.property(digits, (keys) => {
        const typed = keys.reduce(typePhoneKey, '');
        expect(typed).toMatch(/^(?:[1-9]\d{0,10})?$/);
        const read = readMobile(typed);
        if (read.ok) expect(read.value).toMatch(/^55[1-9][1-9]9\d{8}$/);
        else expect(['incomplete', 'unknown-area', 'landline', 'impossible']).toContain(read.error);
      }),
    );
  });

  it('takes no letter', () => {
    expect(typePhoneKey('11', 'A')).toBe('11');
  });

  it('adds the ninth digit only where a mobile can lack it', () => {
    expect(readMobile('1187654321')).toEqual({ ok: true, value: '5511987654321' });
    expect(readMobile('1127654321')).toEqual({ ok: false, error: 'landline' });
  });
});

describe('looking for mobiles of the customer', () => {
  const unreachable: Result<readonly Contact[], RemoteFailure> = {
    ok: false,
    error: { kind: 'no-answer', detail: '' },
  };

  function find(
    contacts: Result<readonly Contact[], RemoteFailure>,
    phones: readonly string[],
    chatProfile?: ChatProfile,
  ): Promise<readonly string[]> {
    const finder = phoneFinder({
      readContacts: () => Promise.resolve(contacts),
      findChatProfile: () => chatProfile,
    });
    const customer = { ...maria.customer, phones, erpIds: new Map(), unreadable: [] };
    return finder({ visitId: 'visit-1', document: maria.document, customer });
  }

  it('takes the contact list first, then the record, then the chat; each once, mobiles only', async () => {
    const contacts: readonly Contact[] = [
      { kind: 'email', value: '11911111111@example.com' },
      { kind: 'phone', value: '11922222222' },
      { kind: 'phone', value: '1133334444' },
    ];
    const found = await find({ ok: true, value: contacts }, ['5511922222222', '11933333333'], {
      phone: '5511944444444',
    });
    expect(found).toEqual(['5511922222222', '5511933333333', '5511944444444']);
  });

  it('makes do with the others when the contact list cannot be read', async () => {
    expect(await find(unreachable, ['11933333333'])).toEqual(['5511933333333']);
  });

  it("takes the chat's id, with the ninth digit that old ones lack", async () => {
    expect(await find(unreachable, [], { jid: '551187654321@s.whatsapp.net' })).toEqual(['5511987654321']);
  });

  it('finds none where there is none', async () => {
    expect(await find({ ok: true, value: [] }, ['123', ''])).toEqual([]);
  });
});
