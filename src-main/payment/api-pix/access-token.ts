import type { Clock } from '../../domain/clock.ts';
import { type Result, success } from '../../domain/result.ts';
import type { HttpRequest } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import { tokenAnswer } from './messages.ts';
import { type PixFailure, unusable } from './pix-failure.ts';
import type { PspLine } from './psp-line.ts';
import type { PspTerms } from './psp-terms.ts';

/** A token is renewed this long (milliseconds) before the PSP says that it ends. */
const RENEW_BEFORE_MS = 30_000;

/** OAuth2 client credentials of one account: one token, shared by all requests and renewed early. */
export class AccessToken {
  readonly #line: PspLine;
  readonly #clock: Clock;
  #current: { token: string; renewAt: number } | undefined;
  #asking: Promise<Result<string, PixFailure>> | undefined;

  constructor(line: PspLine, clock: Clock) {
    this.#line = line;
    this.#clock = clock;
  }

  /** The token in force; a new one is asked for once, however many wait for it. */
  async get(): Promise<Result<string, PixFailure>> {
    if (this.#current && this.#clock.monotonic() < this.#current.renewAt) return success(this.#current.token);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** The PSP refused this token: the next request asks for a new one, unless somebody did already. */
  forget(token: string): void {
    if (this.#current?.token === token) this.#current = undefined;
  }

  async #ask(): Promise<Result<string, PixFailure>> {
    const answer = await this.#line.send('token', tokenRequest);
    if (!answer.ok) return answer;
    const parsed = readJson(answer.value, tokenAnswer);
    if (!parsed.ok) return this.#line.fail('token', unusable(parsed.error));
    const lifeMs = Math.max(0, parsed.value.expires_in * 1000 - RENEW_BEFORE_MS);
    this.#current = { token: parsed.value.access_token, renewAt: this.#clock.monotonic() + lifeMs };
    return success(parsed.value.access_token);
  }
}

/** The request for a token, as the PSP wants it. */
function tokenRequest({
  account,
  preset,
}: PspTerms): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  const { clientId, clientSecret, tokenUrl } = account;
  const { credentials, format, scopes } = preset.token;
  const fields = {
    grant_type: 'client_credentials',
    ...(credentials === 'form' && { client_id: clientId, client_secret: clientSecret }),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  };
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return {
    method: 'POST',
    url: tokenUrl,
    headers: {
      ...(credentials === 'basic' && { authorization: `Basic ${basic}` }),
      'content-type': format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body: format === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  };
}
