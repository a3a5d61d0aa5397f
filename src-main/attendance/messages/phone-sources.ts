import type { ChatProfile } from '../../domain/chat-profile.ts';
import { isMobile } from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import { normalizePhone } from '../../domain/phone.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { MessageDesk, PhoneOwner } from './message-desk.ts';

export interface PhoneSources {
  /** What the ERPs' contact lists have of the customer. */
  readContacts(owner: PhoneOwner): Promise<Result<readonly Contact[], RemoteFailure>>;
  /** What the chat told of the visit's customer. */
  findChatProfile(visitId: string): ChatProfile | undefined;
}

/**
 * Looks for mobiles where CONTRACTS.md G.13 says, in its order: the ERPs' contact lists, the customer's record, the
 * chat. A list that cannot be read is no reason to keep the customer waiting: the other sources, or what they type, do.
 */
export function phoneFinder(sources: PhoneSources): MessageDesk['findPhones'] {
  return async (owner) => {
    const read = await sources.readContacts(owner);
    const contacts = read.ok ? read.value.filter(({ kind }) => kind === 'phone') : [];
    const { phone, jid } = sources.findChatProfile(owner.visitId) ?? {};
    return mobilesOf([...contacts.map(({ value }) => value), ...owner.customer.phones, phone ?? jid ?? '']);
  };
}

/** Digits of the mobiles among them with country code, each once, in their order. */
export function mobilesOf(phones: readonly string[]): readonly string[] {
  const mobiles = phones.flatMap((text) => {
    const phone = normalizePhone(text);
    return phone && isMobile(phone) ? [phone.e164Digits] : [];
  });
  return [...new Set(mobiles)];
}
