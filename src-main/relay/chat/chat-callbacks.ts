import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import { success } from '../../domain/result.ts';
import type { VisitEventType } from '../../domain/visit-event.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { VisitContact } from '../../storage/visit-records.ts';
import type { Delivery, RelayTarget } from '../target.ts';
import { fillUrlTemplate } from './url-template.ts';

/** The company's callback URLs, one per event of the chat platform; an absent one is not called. */
export interface ChatCallbackUrls {
  readonly onLoadContact?: string | undefined;
  readonly onStartConversation?: string | undefined;
  readonly onEndConversation?: string | undefined;
}

const timeoutMs = 10_000;

/**
 * The chat platform's event URLs, called as the platform itself would: the kiosk plays its part, so the company's
 * system learns of a visit as of any other conversation.
 */
export function createChatCallbacks(urls: ChatCallbackUrls, http: HttpClient): RelayTarget {
  const urlsFor = (type: VisitEventType): readonly string[] => templatesFor(urls, type);
  return {
    name: 'chat-callbacks',
    wants: (type) => urlsFor(type).length > 0,
    async deliver(delivery) {
      if (!delivery.visit.contact) return success(undefined);
      const values = variablesOf(delivery, delivery.visit.contact);
      for (const template of urlsFor(delivery.event.type)) {
        const answer = await http.request({
          method: 'GET',
          url: fillUrlTemplate(template, values),
          headers: { 'idempotency-key': delivery.eventId },
          timeoutMs,
        });
        if (!answer.ok) return answer;
      }
      return success(undefined);
    },
  };
}

function templatesFor(urls: ChatCallbackUrls, type: VisitEventType): readonly string[] {
  const wanted =
    type === 'customer-identified'
      ? [urls.onLoadContact, urls.onStartConversation]
      : type === 'visit-ended'
        ? [urls.onEndConversation]
        : [];
  return wanted.filter((url) => url !== undefined);
}

/** Values by lower-case variable name; only what the kiosk really knows. */
function variablesOf(delivery: Delivery, contact: VisitContact): ReadonlyMap<string, string> {
  const document = parseDocument(contact.document);
  return new Map([
    ['name', contact.name],
    ['document', document.ok ? formatDocument(document.value) : contact.document],
    ['phone', contact.phone ?? ''],
    ['email', contact.email ?? ''],
    ['isgroup', 'false'],
    ['createdate', chatTime(delivery.visit.startedAt)],
  ]);
}

/** `yyyyMMdd HH:mm:ss`, no zone: the platform's own format; UTC, since the kiosk's zone is not the platform's. */
function chatTime(wallTimeMs: number): string {
  const [date = '', time = ''] = new Date(wallTimeMs).toISOString().split('T');
  return `${date.replaceAll('-', '')} ${time.slice(0, 8)}`;
}
