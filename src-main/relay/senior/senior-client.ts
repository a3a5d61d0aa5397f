import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { HttpAnswer, HttpClient } from '../../http/http-client.ts';
import type { CallTimes } from './call-times.ts';
import { type FoundCall, readEndedCall, readFoundCall } from './read-senior-answer.ts';
import type { SeniorAccess } from './senior-access.ts';

/** A few contacts of one number, or a word of thanks. */
const MOST_BYTES = 256 * 1024;

/** What end-call is told, in the contract's own names. */
export interface EndedCall extends CallTimes {
  readonly telefone: string;
  readonly calltype: string;
  readonly agent: string;
}

/** The two requests of the contract (CONTRACTS.md E). */
export class SeniorClient {
  readonly #access: SeniorAccess;
  readonly #http: HttpClient;

  constructor(access: SeniorAccess, http: HttpClient) {
    this.#access = access;
    this.#http = http;
  }

  /**
   * Looks a number up, which makes a record of a call there, whatever the verb says: to be asked once.
   * @param dialled digits as the mask writes them; leading zeros count, so they travel as text
   */
  async consult(dialled: string): Promise<Result<FoundCall, RemoteFailure>> {
    const answer = await this.#ask('GET', `consult-phone/${encodeURIComponent(dialled)}`);
    return answer.ok ? readFoundCall(answer.value) : answer;
  }

  /** Says when the call was and with whom; the same again changes nothing. */
  async end(callId: string, call: EndedCall): Promise<Result<void, RemoteFailure>> {
    const answer = await this.#ask('PUT', `end-call/${encodeURIComponent(callId)}`, JSON.stringify(call));
    return answer.ok ? readEndedCall(answer.value) : answer;
  }

  #ask(method: 'GET' | 'PUT', path: string, body?: string): Promise<Result<HttpAnswer, RemoteFailure>> {
    const { baseUrl, token, tenant, timeoutMs } = this.#access;
    return this.#http.request({
      method,
      writes: true,
      url: `${baseUrl}/cti3cx/${path}`,
      headers: { token_crm: token, tenant, 'content-type': 'application/json', 'cache-control': 'no-store' },
      ...(body !== undefined && { body }),
      timeoutMs,
      maxBodyBytes: MOST_BYTES,
    });
  }
}
