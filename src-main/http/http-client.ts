import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { Charset } from './charset.ts';
import type { ClientIdentity } from './client-identity.ts';

/** One request. Bodies are already encoded; `timeoutMs` (milliseconds) covers everything from connect to the last byte. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Set for a GET that has an effect all the same: it gets a fresh connection as every write. */
  readonly writes?: boolean;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** What the answer is written in; default UTF-8. */
  readonly charset?: Charset;
  /** An answer with a larger body is `malformed`; the client's own bound when absent. */
  readonly maxBodyBytes?: number;
  /** The certificate to show to a server that asks for one. */
  readonly identity?: ClientIdentity;
  /** Told what came back, whatever is made of it, before the request ends; not called when no status came. */
  readonly onRawAnswer?: (answer: RawAnswer) => void;
}

/** An answer as it came, also one that counts as a failure. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  /** The server's own time: its `Date` header. */
  readonly date?: string;
  /** As far as it came. */
  readonly text: string;
  /** A header's first value; the name in lower case. */
  readonly header: (name: string) => string | undefined;
}

/** A 2xx answer, its body as text, bounded in size. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Talks to one or more hosts. Redirects are never followed: a token must not travel to another host. */
export interface HttpClient {
  request(request: HttpRequest): Promise<Result<HttpAnswer, RemoteFailure>>;
  /** Closes idle connections. */
  close(): Promise<void>;
}
