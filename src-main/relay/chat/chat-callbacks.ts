import type { DomainEventType } from '../../domain/domain-event.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { VisitContact, VisitRecords } from '../../storage/visit-records.ts';
import type { RelayTarget } from '../target.ts';
import type { ChatAccess, ChatCallbackUrls, ChatTools } from './chat-access.ts';
import type { ChatAnswer } from './chat-answer.ts';
import { callCallback } from './chat-call.ts';
import { eventVariables } from './event-variables.ts';
import { readLoadedContact } from './load-contact-answer.ts';

export interface ChatCallbackParts extends ChatTools {
  readonly visits: Pick<VisitRecords, 'keepChatProfile'>;
}

/** Which addresses an event calls, in this order, by the platform's names. */
const callbacksOf: Partial<Record<DomainEventType, readonly (keyof ChatCallbackUrls)[]>> = {
  'customer-identified': ['onLoadContact', 'onStartConversation'],
  'contact-saved': ['onSaveContact'],
  'help-asked': ['onGetChatMessageSugestion'],
  'visit-ended': ['onEndConversation'],
};

/**
 * The chat platform's event URLs, called as the platform itself would: the kiosk plays its part, so the company's
 * system learns of a visit as of any other conversation. What OnLoadContact answers is kept with the visit.
 */
export function createChatCallbacks(access: ChatAccess, parts: ChatCallbackParts): RelayTarget {
  const { terminal, http } = parts;
  return {
    name: 'chat-callbacks',
    wants: (type) => registered(access, type).length > 0,
    concerns: ({ visit }) => (visit?.contact ? true : { because: 'no contact: nobody was identified' }),
    async deliver(delivery) {
      let outcome: Result<void, RemoteFailure> = success(undefined);
      for (const { name, template } of registered(access, delivery.event.type)) {
        // Read anew each time: the first answer may have told something of the contact.
        const { visit } = delivery;
        if (!visit?.contact) return success(undefined);
        const answer = await callCallback(access, http, {
          template,
          values: eventVariables(visit, visit.contact, access, terminal),
          // One event may be two callbacks, and a receiver that knows keys must not take the second for a repeat.
          idempotencyKey: `${delivery.eventId}-${platformName(name)}`,
        });
        if (answer.ok) {
          if (name === 'onLoadContact') keepProfile(parts, visit.id, visit.contact, answer.value);
          continue;
        }
        // A refusal is final for its own callback only; after other trouble all of them are told again, in order.
        if (answer.error.kind !== 'refused') return answer;
        outcome = answer;
      }
      return outcome;
    },
  };
}

/** A callback by the platform's own name, e.g. `OnLoadContact`. */
export function platformName(name: keyof ChatCallbackUrls): string {
  return `O${name.slice(1)}`;
}

function registered(access: ChatCallbackUrls, type: DomainEventType) {
  return (callbacksOf[type] ?? []).flatMap((name) => {
    const template = access[name];
    return template === undefined ? [] : [{ name, template }];
  });
}

function keepProfile(
  { visits, log }: ChatCallbackParts,
  visitId: string,
  { document }: VisitContact,
  { json }: ChatAnswer,
): void {
  const loaded = readLoadedContact(json, document);
  if (loaded.kind === 'somebody-else') return log.warn('CHAT-PROFILE-FOREIGN', { visitId });
  if (loaded.kind === 'profile') visits.keepChatProfile(visitId, document, loaded.profile);
}
