import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { type Result, success } from '../../../../src-main/domain/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../../../src-main/http/http-client.ts';

type Reply = Result<HttpAnswer, RemoteFailure>;

/** An HTTP client that answers from a list or a function, and keeps what it was asked. */
export class FakeErp implements HttpClient {
  readonly requests: HttpRequest[] = [];
  answer: (request: HttpRequest) => Reply | Promise<Reply>;

  constructor(answer: (request: HttpRequest) => Reply | Promise<Reply>) {
    this.answer = answer;
  }

  request(request: HttpRequest): Promise<Reply> {
    this.requests.push(request);
    return Promise.resolve(this.answer(request));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A 2xx answer with this JSON. */
export function answered(json: unknown, status = 200): Reply {
  return success({ status, contentType: 'application/json', text: JSON.stringify(json) });
}

/** A 4xx. */
export function refused(status: number, body?: unknown): Reply {
  const error = {
    kind: 'refused' as const,
    status,
    detail: `status ${status}`,
    ...(body === undefined ? {} : { body }),
  };
  return { ok: false, error };
}
