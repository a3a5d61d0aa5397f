import type { Clock } from '../../domain/clock.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import type { PixAccount } from '../accounts.ts';
import { tokenAnswer } from './messages.ts';

/** A token is renewed this long (milliseconds) before the PSP says that it ends. */
const renewBeforeMs = 30_000;

/** OAuth2 client credentials of one account: one token, shared by all requests and renewed early. */
export class AccessToken {
  readonly #account: PixAccount;
  readonly #http: HttpClient;
  readonly #clock: Clock;
  #current: { token: string; renewAt: number } | undefined;
  #asking: Promise<Result<string, RemoteFailure>> | undefined;

  constructor(account: PixAccount, http: HttpClient, clock: Clock) {
    this.#account = account;
    this.#http = http;
    this.#clock = clock;
  }

  async get(): Promise<Result<string, RemoteFailure>> {
    if (this.#current && this.#clock.monotonic() < this.#current.renewAt) return success(this.#current.token);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** The PSP refused the token: the next request asks for a new one. */
  forget(): void {
    this.#current = undefined;
  }

  async #ask(): Promise<Result<string, RemoteFailure>> {
    const { clientId, clientSecret, tokenUrl, timeoutMs } = this.#account;
    const answer = await this.#http.request({
      method: 'POST',
      url: tokenUrl,
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      timeoutMs,
    });
    if (!answer.ok) return answer;
    const parsed = readJson(answer.value, tokenAnswer);
    if (!parsed.ok) return parsed;
    const lifeMs = Math.max(0, parsed.value.expires_in * 1000 - renewBeforeMs);
    this.#current = { token: parsed.value.access_token, renewAt: this.#clock.monotonic() + lifeMs };
    return success(parsed.value.access_token);
  }
}
