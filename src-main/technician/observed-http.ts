import type { ObservedExchange } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest, RawAnswer } from '../http/http-client.ts';
import { createMask, learnFromHeader, learnFromText, type Mask } from './mask.ts';

/** A client that remembers what was sent and what came back. */
export interface ObservedHttp {
  readonly http: HttpClient;
  /** All requests so far, in the order in which they were sent, without their secrets. */
  readonly exchanges: () => readonly ObservedExchange[];
  /** Knows the secrets of the settings and all that passed by. */
  readonly mask: Mask;
}

/** Enough to see what is wrong with an answer, little enough to draw. */
const LONGEST_TEXT = 20_000;
/** Characters of a secret as the settings allow it, each in its longest escape. */
const LONGEST_SECRET = 4096 * 6;

interface Seen {
  readonly request: HttpRequest;
  readonly tookMs: number;
  readonly raw?: RawAnswer;
  readonly failure?: string;
}

/** Wraps a client for one test. @param secrets values that no exchange may show, in any encoding */
export function observeHttp(http: HttpClient, clock: Clock, secrets: readonly string[] = []): ObservedHttp {
  const seen: (Seen | undefined)[] = [];
  const mask = createMask(secrets);

  async function request(wanted: HttpRequest): Promise<Result<HttpAnswer, RemoteFailure>> {
    const index = seen.push(undefined) - 1;
    const begun = clock.monotonic();
    let raw: RawAnswer | undefined;
    const answer = await http.request({
      ...wanted,
      onRawAnswer(came) {
        raw = came;
        wanted.onRawAnswer?.(came);
      },
    });
    seen[index] = {
      request: wanted,
      tookMs: Math.round(clock.monotonic() - begun),
      ...(raw && { raw }),
      ...(!answer.ok && { failure: answer.error.detail }),
    };
    learn(mask, wanted, raw);
    return answer;
  }

  return {
    // The client below belongs to whoever made it.
    http: { request, close: () => Promise.resolve() },
    exchanges: () => seen.flatMap((each) => (each ? [shown(each, mask)] : [])),
    mask,
  };
}

function learn(mask: Mask, { url, headers = {}, body }: HttpRequest, raw: RawAnswer | undefined): void {
  for (const [name, value] of Object.entries(headers)) learnFromHeader(mask, name, value);
  for (const text of [url, body, raw?.text]) {
    if (text !== undefined) learnFromText(mask, text);
  }
}

function shown({ request, tookMs, raw, failure }: Seen, mask: Mask): ObservedExchange {
  const { method, url, headers = {}, body } = request;
  return {
    method,
    url: mask.text(url),
    headers: Object.entries(headers).map(([name, value]) => [name, mask.header(name, value)]),
    ...(body !== undefined && { body: excerpt(body, mask) }),
    ...(raw && { status: raw.status, answer: excerpt(readable(raw), mask) }),
    ...(failure !== undefined && { failure: mask.text(failure) }),
    tookMs,
  };
}

/** Some servers call JSON something else, and PDFs come without a type: the first characters tell. */
function readable({ contentType, text }: RawAnswer): string {
  const isText = !text.startsWith('%PDF') && [...text.slice(0, 500)].every((each) => each >= '\t');
  return isText ? text : `(${contentType || 'sem content-type'}, ${text.length} bytes)`;
}

/**
 * The beginning of a text, cut after hiding: a cut could leave half of a secret, which nobody would know for one. Of a
 * very long text only as much is looked at as the longest secret could reach beyond the cut.
 */
function excerpt(text: string, mask: Mask): string {
  const looked = text.slice(0, LONGEST_TEXT + LONGEST_SECRET);
  const hidden = mask.text(looked);
  const safe = looked.length < text.length ? hidden.length - LONGEST_SECRET : hidden.length;
  const shown = hidden.slice(0, Math.max(0, Math.min(LONGEST_TEXT, safe)));
  return shown.length < hidden.length ? `${shown}… (cortado: ao todo ${text.length} caracteres)` : shown;
}
