import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { parseJson } from '../../http/json.ts';
import type { MappingEngine } from '../mapping/mapping-engine.ts';
import { isWireObject } from '../wire/record.ts';
import type { Authentication } from './authentication-schema.ts';
import { buildRequest, type RequestShape } from './build-request.ts';
import type { ErpConnection } from './connection.ts';

/** Who the kiosk is, for one request. */
export interface Identity {
  readonly headers: Readonly<Record<string, string>>;
  /** The token as such, for ERPs that want it elsewhere than in a header. */
  readonly token?: string;
}

/** Shows the ERP who asks. Keeps a token as long as it is good. */
export interface Session {
  identify(): Promise<Result<Identity, RemoteFailure>>;
  /** Whether the failure means that the identity is used up; if so the next one is fresh. */
  hasExpired(error: RemoteFailure, used: Identity): boolean;
}

interface Token {
  readonly text: string;
  /** Milliseconds. */
  readonly livesMs?: number;
}

type TokenAuthentication = Extract<Authentication, { kind: 'oauth2' | 'login' }>;

/** A token is renewed this long before it expires: the request must still arrive with it. */
const MARGIN_MS = 30_000;

export function openSession(
  authentication: Authentication,
  connection: ErpConnection,
  timeoutMs: number,
): Session {
  const { credentials } = connection;
  switch (authentication.kind) {
    case 'none':
      return fixedSession({ headers: {} });
    case 'header':
      return fixedSession(identityOf(authentication, credentials.token ?? ''));
    case 'basic':
      return fixedSession({ headers: { authorization: basic(credentials.username, credentials.password) } });
    case 'oauth2':
    case 'login':
      return new TokenSession(authentication, connection, timeoutMs);
  }
}

function fixedSession(identity: Identity): Session {
  return { identify: () => Promise.resolve(success(identity)), hasExpired: () => false };
}

function identityOf(place: { readonly header: string; readonly scheme: string }, token: string): Identity {
  return token === ''
    ? { headers: {} }
    : { headers: { [place.header]: `${place.scheme} ${token}`.trim() }, token };
}

function basic(name = '', password = ''): string {
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
}

/** Asks for a token once, however many requests want one, and again when it expires or is refused. */
class TokenSession implements Session {
  readonly #authentication: TokenAuthentication;
  readonly #connection: ErpConnection;
  readonly #timeoutMs: number;
  #current: { readonly identity: Identity; readonly goodUntil: number } | undefined;
  #asking: Promise<Result<Identity, RemoteFailure>> | undefined;

  constructor(authentication: TokenAuthentication, connection: ErpConnection, timeoutMs: number) {
    this.#authentication = authentication;
    this.#connection = connection;
    this.#timeoutMs = timeoutMs;
  }

  identify(): Promise<Result<Identity, RemoteFailure>> {
    if (this.#current && this.#connection.clock.monotonic() < this.#current.goodUntil) {
      return Promise.resolve(success(this.#current.identity));
    }
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  hasExpired(error: RemoteFailure, used: Identity): boolean {
    const { kind } = this.#authentication;
    const statuses = kind === 'login' ? this.#authentication.renewOn : [401];
    if (error.kind !== 'refused' || !statuses.includes(error.status)) return false;
    // Another request may have renewed it already.
    if (this.#current?.identity === used) this.#current = undefined;
    return true;
  }

  async #ask(): Promise<Result<Identity, RemoteFailure>> {
    const asked = this.#connection.clock.monotonic();
    const token = await this.#obtain();
    // Whatever became of the login: of the request itself the ERP saw nothing.
    if (!token.ok) return failure({ kind: 'not-sent', detail: `login: ${token.error}` });
    const { text, livesMs = Number.POSITIVE_INFINITY } = token.value;
    const identity = identityOf(this.#authentication, text);
    this.#current = { identity, goodUntil: asked + livesMs - Math.min(MARGIN_MS, livesMs / 2) };
    return success(identity);
  }

  async #obtain(): Promise<Result<Token, string>> {
    const authentication = this.#authentication;
    const { mapping } = this.#connection;
    if (authentication.kind === 'oauth2') {
      const answer = await this.#exchange(...this.#oauth2Request(authentication));
      return answer.ok ? readOauth2Token(answer.value) : answer;
    }
    const input = await evaluateOne(mapping, authentication.input, this.#connection.credentials, {
      credentials: this.#connection.credentials,
    });
    if (!input.ok) return input;
    const answer = await this.#exchange(authentication, input.value, {});
    return answer.ok ? readLoginToken(mapping, authentication, answer.value) : answer;
  }

  #oauth2Request(
    authentication: Extract<Authentication, { kind: 'oauth2' }>,
  ): [RequestShape, unknown, Readonly<Record<string, string>>] {
    const { clientId = '', clientSecret = '' } = this.#connection.credentials;
    const inForm = authentication.clientSecretIn === 'form';
    const input = {
      grant_type: 'client_credentials',
      ...(authentication.scope === undefined ? {} : { scope: authentication.scope }),
      ...(inForm ? { client_id: clientId, client_secret: clientSecret } : {}),
    };
    return [
      { method: 'POST', path: authentication.tokenPath, place: 'form' },
      input,
      inForm ? {} : { authorization: basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret)) },
    ];
  }

  async #exchange(
    shape: RequestShape,
    input: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Result<unknown, string>> {
    const { baseUrl, http } = this.#connection;
    const request = buildRequest(shape, input, { baseUrl, headers, timeoutMs: this.#timeoutMs });
    if (!request.ok) return request;
    const answer = await http.request(request.value);
    const json = answer.ok ? parseJson(answer.value.text) : answer;
    return json.ok ? json : failure(json.error.detail);
  }
}

function readOauth2Token(answer: unknown): Result<Token, string> {
  if (!isWireObject(answer) || typeof answer.access_token !== 'string' || answer.access_token === '') {
    return failure('no access_token in the answer');
  }
  return success({ text: answer.access_token, ...lifetime(answer.expires_in) });
}

async function readLoginToken(
  mapping: MappingEngine,
  { token, expiresInSeconds }: Extract<Authentication, { kind: 'login' }>,
  answer: unknown,
): Promise<Result<Token, string>> {
  const text = await evaluateOne(mapping, token, answer, {});
  if (!text.ok) return text;
  if (typeof text.value !== 'string' || text.value === '') return failure('no token in the answer');
  if (expiresInSeconds === undefined) return success({ text: text.value });
  const seconds = await evaluateOne(mapping, expiresInSeconds, answer, {});
  return seconds.ok ? success({ text: text.value, ...lifetime(seconds.value) }) : seconds;
}

function lifetime(seconds: unknown): { livesMs?: number } {
  const number = Number(seconds);
  return typeof seconds !== 'boolean' && number > 0 ? { livesMs: number * 1000 } : {};
}

async function evaluateOne(
  mapping: MappingEngine,
  source: string,
  input: unknown,
  bindings: Readonly<Record<string, unknown>>,
): Promise<Result<unknown, string>> {
  const values = await mapping.evaluate({ expressions: { value: source }, input, bindings });
  return values.value ?? failure('no value');
}
