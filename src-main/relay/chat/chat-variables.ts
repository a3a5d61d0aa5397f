import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { CHAT_TIMEOUT_MS, MOST_CHAT_BYTES } from './chat-access.ts';
import { readChatAnswer } from './chat-answer.ts';

/** The platform's variables API (contract C.6), as the settings have it. */
export interface VariablesAccess {
  readonly baseUrl: string;
  readonly key: string;
  /** WID of the instance. */
  readonly wid: string;
}

/** Named values that the platform keeps. Its key travels in the address: no detail of a failure quotes that. */
export interface ChatVariables {
  /** Puts a value in the place of the one of that name, if any. */
  save(name: string, value: string): Promise<Result<void, RemoteFailure>>;
  /** What was kept; an empty text when nothing was. */
  load(name: string): Promise<Result<string, RemoteFailure>>;
}

export function createChatVariables(access: VariablesAccess, http: HttpClient): ChatVariables {
  const address = (page: string, name: string): string => {
    const query = new URLSearchParams({ key: access.key, WID: access.wid, NAME: name });
    return `${access.baseUrl}/${page}?${query.toString()}`;
  };
  const terms = { timeoutMs: CHAT_TIMEOUT_MS, maxBodyBytes: MOST_CHAT_BYTES };
  return {
    async save(name, value) {
      const answer = await http.request({
        ...terms,
        method: 'POST',
        url: address('savevars.aspx', name),
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: value,
      });
      if (!answer.ok) return answer;
      if (/^\W*ok\W*$/i.test(answer.value.text)) return success(undefined);
      const read = readChatAnswer(answer.value);
      return read.ok ? failure({ kind: 'malformed', detail: 'savevars: not OK' }) : read;
    },
    async load(name) {
      const answer = await http.request({ ...terms, method: 'GET', url: address('loadvars.aspx', name) });
      if (!answer.ok) return answer;
      // What was kept may itself tell of errors; only the platform's own words for its own count.
      const isTrouble = /^\s*(?:ERROR\b|ERRO\b|<)/.test(answer.value.text);
      if (isTrouble) return failure({ kind: 'malformed', detail: 'loadvars: an error instead of a value' });
      return success(answer.value.text);
    },
  };
}
