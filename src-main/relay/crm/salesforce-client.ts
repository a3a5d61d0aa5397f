import type { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result } from '../../domain/result.ts';
import type { HttpAnswer } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import { ApiUsageWatch } from './api-usage.ts';
import type { SalesforceAccess, SalesforceTools } from './salesforce-access.ts';
import { readFailure } from './salesforce-error.ts';
import { type SalesforceSession, signIn } from './salesforce-sign-in.ts';

export interface SalesforceRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the API's version, e.g. `/limits`. */
  readonly path: string;
  /** Goes out as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Longer than it needs: whoever gives up early finds out later that it worked after all. */
const TIMEOUT_MS = 60_000;
/** A description of all fields of Case is some megabytes in old orgs. */
const MOST_BYTES = 16 * 1024 * 1024;

interface OpenSession extends SalesforceSession {
  /** It was good for at least one request. */
  worked: boolean;
}

/** Salesforce's REST API. The session is kept, and made anew once when Salesforce has ended it. */
export class SalesforceClient {
  readonly #access: SalesforceAccess;
  readonly #tools: SalesforceTools;
  readonly #usage: ApiUsageWatch;
  #session: Promise<Result<OpenSession, RemoteFailure>> | undefined;

  constructor(access: SalesforceAccess, tools: SalesforceTools) {
    this.#access = access;
    this.#tools = tools;
    this.#usage = new ApiUsageWatch(tools.log);
  }

  /** Path of the API's version, as addresses within a composite request need it. */
  get root(): string {
    return `/services/data/v${this.#access.apiVersion}`;
  }

  /** Whether it lets the kiosk in, and as whom. */
  async signIn(): Promise<Result<Pick<SalesforceSession, 'userId'>, RemoteFailure>> {
    return this.#signIn();
  }

  /** Sends it and reads the answer. A failure's detail has Salesforce's codes and fields, never its messages. */
  async ask<S extends z.ZodType>(
    request: SalesforceRequest,
    schema: S,
  ): Promise<Result<z.output<S>, RemoteFailure>> {
    const answer = await this.#sendSignedIn(request);
    return answer.ok ? readJson(answer.value, schema) : failure(readFailure(answer.error));
  }

  /**
   * A session that was good and is not any more is renewed, once. One that never was good is not: whoever answers 401
   * to everything would be asked without end.
   */
  async #sendSignedIn(request: SalesforceRequest): Promise<Result<HttpAnswer, RemoteFailure>> {
    const first = await this.#signIn();
    if (!first.ok) return first;
    const answer = await this.#send(request, first.value);
    if (!isSessionEnded(answer) || !first.value.worked) return answer;
    const second = await this.#signIn();
    return second.ok ? this.#send(request, second.value) : second;
  }

  /** Whoever comes while somebody signs in waits for the same session. */
  #signIn(): Promise<Result<OpenSession, RemoteFailure>> {
    this.#session ??= this.#openSession();
    return this.#session;
  }

  async #openSession(): Promise<Result<OpenSession, RemoteFailure>> {
    const opened = await signIn(this.#access, this.#tools);
    if (opened.ok) return { ok: true, value: { ...opened.value, worked: false } };
    this.#session = undefined;
    return opened;
  }

  async #send(
    { method, path, body, headers, timeoutMs }: SalesforceRequest,
    session: OpenSession,
  ): Promise<Result<HttpAnswer, RemoteFailure>> {
    const answer = await this.#tools.http.request({
      method,
      url: new URL(this.root + path, session.instance).href,
      headers: {
        authorization: `Bearer ${session.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutMs: timeoutMs ?? TIMEOUT_MS,
      maxBodyBytes: MOST_BYTES,
      onRawAnswer: ({ header }) => this.#usage.saw(header('sforce-limit-info')),
    });
    if (isSessionEnded(answer)) await this.#forget(session);
    else if (answer.ok) session.worked = true;
    return answer;
  }

  /** Unless somebody else has a new one already. */
  async #forget(session: OpenSession): Promise<void> {
    const kept = this.#session;
    const current = await kept;
    if (current?.ok && current.value === session && this.#session === kept) this.#session = undefined;
  }
}

function isSessionEnded(answer: Result<HttpAnswer, RemoteFailure>): boolean {
  return !answer.ok && answer.error.kind === 'refused' && answer.error.status === 401;
}
