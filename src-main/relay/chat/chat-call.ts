import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { HttpAnswer, HttpClient } from '../../http/http-client.ts';
import { CHAT_TIMEOUT_MS, type ChatAccess, MOST_CHAT_BYTES } from './chat-access.ts';
import { type ChatAnswer, readChatAnswer } from './chat-answer.ts';
import { fillUrlTemplate } from './url-template.ts';

export interface ChatCall {
  /** A registered address with its variables. */
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
  /** Stays the same on every try. */
  readonly idempotencyKey: string;
}

/**
 * Calls a callback address as the platform would.
 * @param read what is made of a 2xx answer
 */
export async function callCallback(
  { method }: Pick<ChatAccess, 'method'>,
  http: HttpClient,
  { template, values, idempotencyKey }: ChatCall,
  read: (answer: HttpAnswer) => Result<ChatAnswer, RemoteFailure> = readChatAnswer,
): Promise<Result<ChatAnswer, RemoteFailure>> {
  const answer = await http.request({
    method,
    // Also a GET has an effect there, and not every receiver knows the key by which it could tell a repeat.
    writes: true,
    url: fillUrlTemplate(template, values),
    headers: { 'idempotency-key': idempotencyKey },
    // A POST carries its variables in the address too; some servers want to be told that nothing follows.
    ...(method === 'POST' && { body: '' }),
    timeoutMs: CHAT_TIMEOUT_MS,
    maxBodyBytes: MOST_CHAT_BYTES,
  });
  return answer.ok ? read(answer.value) : answer;
}
