import type { Clock } from '../../domain/clock.ts';
import { nationalDigits } from '../../domain/contact-data.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { MessageContent } from '../../domain/visit-event.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Delivery, RelayTarget } from '../target.ts';
import { CHAT_TIMEOUT_MS, MOST_CHAT_BYTES } from './chat-access.ts';
import { readChatAnswer } from './chat-answer.ts';
import type { KeptMessage, MessageStore } from './message-store.ts';

/** The platform's send API, as the settings have it. */
export interface SenderAccess {
  readonly url: string;
  readonly tokenHeader: string;
  readonly tokenScheme?: string;
  readonly token?: string;
  /** Value of `tipo_envio`. */
  readonly sendType: string;
}

export interface MessageSenderParts {
  readonly store: MessageStore;
  readonly http: HttpClient;
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;

/** After this long nobody waits for it any more, where nothing says when it is of no use. */
const oldestMs: Readonly<Record<MessageContent, number>> = {
  'typeable-line': 24 * HOUR_MS,
  pix: HOUR_MS,
  receipt: 24 * HOUR_MS,
};

/** The platform's documents promise no recognition of repeats: so many copies at most reach a customer by themselves. */
const MOST_UNCLEAR_TRIES = 3;

/** Statuses with which a server says that it has not even begun. */
const NOT_TAKEN = new Set([408, 429, 503]);

/** Sends what customers asked to have on their phone. A message keeps its `referencia` on every try. */
export function createMessageSender(access: SenderAccess, parts: MessageSenderParts): RelayTarget {
  const { store, http, clock } = parts;
  return {
    name: 'chat-messages',
    wants: (type) => type === 'message-asked',
    concerns(delivery) {
      const because = reasonToSkip(messageOf(delivery, store), clock.wallTime());
      return because === undefined ? true : { because };
    },
    async deliver(delivery) {
      const message = messageOf(delivery, store);
      if (message?.phone === undefined || message.texts === undefined) return success(undefined);
      const { id: reference, phone, texts } = message;
      const sent = await sendMessage(access, http, { reference, phone, texts });
      if (sent.ok) store.markSent(reference, clock.wallTime());
      else if (mayHaveGoneOut(sent.error)) store.countUnclearTry(reference);
      return sent;
    },
    givesUp: (delivery, error) =>
      mayHaveGoneOut(error) && (messageOf(delivery, store)?.unclearTries ?? 0) >= MOST_UNCLEAR_TRIES,
  };
}

interface OutgoingMessage {
  /** `referencia`: the same on every try. */
  readonly reference: string;
  /** Country code, DDD and number. */
  readonly phone: string;
  /** In this order. */
  readonly texts: readonly string[];
}

/** Posts a message in one request; a 2xx with an error inside is a refusal, since repeating it could send it twice. */
async function sendMessage(
  access: SenderAccess,
  http: HttpClient,
  { reference, phone, texts }: OutgoingMessage,
): Promise<Result<void, RemoteFailure>> {
  const answer = await http.request({
    method: 'POST',
    url: access.url,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': reference,
      ...tokenHeader(access),
    },
    body: JSON.stringify({
      tipo_envio: access.sendType,
      referencia: reference,
      mensagens: texts.map((text) => ({ numero: nationalDigits({ e164Digits: phone }), mensagem: text })),
    }),
    timeoutMs: CHAT_TIMEOUT_MS,
    maxBodyBytes: MOST_CHAT_BYTES,
  });
  if (!answer.ok) return answer;
  const read = readChatAnswer(answer.value);
  if (read.ok) return success(undefined);
  return failure({ kind: 'refused', status: answer.value.status, detail: read.error.detail });
}

function mayHaveGoneOut(error: RemoteFailure): boolean {
  return error.kind === 'no-answer' || (error.kind === 'server-error' && !NOT_TAKEN.has(error.status));
}

function tokenHeader({ tokenHeader: name, tokenScheme, token }: SenderAccess): Record<string, string> {
  if (token === undefined) return {};
  return { [name.toLowerCase()]: tokenScheme === undefined ? token : `${tokenScheme} ${token}` };
}

function messageOf({ event }: Delivery, store: MessageStore): KeptMessage | undefined {
  return event.type === 'message-asked' ? store.find(event.messageId) : undefined;
}

function reasonToSkip(message: KeptMessage | undefined, now: number): string | undefined {
  if (message?.sentAt !== undefined) return 'it was sent already';
  if (message?.phone === undefined || message.texts === undefined)
    return 'it was forgotten with the rest of the visit';
  const { uselessAt = message.consentedAt + oldestMs[message.content] } = message;
  return now > uselessAt ? 'it is too old by now' : undefined;
}
