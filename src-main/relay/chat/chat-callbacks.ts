import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import type { DomainEventType } from '../../domain/domain-event.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { VisitContact, VisitRecord } from '../../storage/visit-records.ts';
import type { RelayTarget } from '../target.ts';
import { fillUrlTemplate } from './url-template.ts';

/** The company's callback URLs, one per event of the chat platform; an absent one is not called. */
export interface ChatCallbackUrls {
  readonly onLoadContact?: string | undefined;
  readonly onStartConversation?: string | undefined;
  readonly onEndConversation?: string | undefined;
}

const timeoutMs = 10_000;

/** One URL to call, and the platform's name of the event. */
interface Callback {
  readonly name: 'OnLoadContact' | 'OnStartConversation' | 'OnEndConversation';
  readonly template: string | undefined;
}

/**
 * The chat platform's event URLs, called as the platform itself would: the kiosk plays its part, so the company's
 * system learns of a visit as of any other conversation.
 */
export function createChatCallbacks(urls: ChatCallbackUrls, http: HttpClient): RelayTarget {
  return {
    name: 'chat-callbacks',
    wants: (type) => callbacksFor(urls, type).length > 0,
    async deliver(delivery) {
      const { visit } = delivery;
      if (!visit?.contact) return success(undefined);
      const values = variablesOf(visit, visit.contact);
      let outcome: Result<void, RemoteFailure> = success(undefined);
      for (const { name, template } of callbacksFor(urls, delivery.event.type)) {
        const answer = await http.request({
          method: 'GET',
          url: fillUrlTemplate(template, values),
          // One event may be two callbacks, and a receiver that knows keys must not take the second for a repeat.
          headers: { 'idempotency-key': `${delivery.eventId}-${name}` },
          timeoutMs,
        });
        if (answer.ok) continue;
        // A refusal is final for its own callback only; after other trouble all of them are told again, in order.
        if (answer.error.kind !== 'refused') return answer;
        outcome = answer;
      }
      return outcome;
    },
  };
}

function callbacksFor(urls: ChatCallbackUrls, type: DomainEventType) {
  return callbacks(urls, type).flatMap(({ name, template }) =>
    template === undefined ? [] : [{ name, template }],
  );
}

function callbacks(urls: ChatCallbackUrls, type: DomainEventType): readonly Callback[] {
  if (type === 'customer-identified') {
    return [
      { name: 'OnLoadContact', template: urls.onLoadContact },
      { name: 'OnStartConversation', template: urls.onStartConversation },
    ];
  }
  return type === 'visit-ended' ? [{ name: 'OnEndConversation', template: urls.onEndConversation }] : [];
}

/** Values by lower-case variable name; only what the kiosk really knows. */
function variablesOf(visit: VisitRecord, contact: VisitContact): ReadonlyMap<string, string> {
  const document = parseDocument(contact.document);
  return new Map([
    ['name', contact.name],
    ['document', document.ok ? formatDocument(document.value) : contact.document],
    ['phone', contact.phone ?? ''],
    ['email', contact.email ?? ''],
    ['isgroup', 'false'],
    ['createdate', chatTime(visit.startedAt)],
  ]);
}

/** `yyyyMMdd HH:mm:ss`, no zone: the platform's own format; UTC, since the kiosk's zone is not the platform's. */
function chatTime(wallTimeMs: number): string {
  const [date = '', time = ''] = new Date(wallTimeMs).toISOString().split('T');
  return `${date.replaceAll('-', '')} ${time.slice(0, 8)}`;
}
