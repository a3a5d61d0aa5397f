/**
 * Why a request to another system brought no usable answer. The distinction that matters for money is whether the
 * other side may have acted: only `not-sent` and `refused` say that it did not.
 */
export type RemoteFailure =
  /** The connection was never made (refused, no route, name not found): the other side saw nothing. */
  | { readonly kind: 'not-sent'; readonly detail: string }
  /** Sent, but no complete answer came back (time-out, reset): the other side may have acted. */
  | { readonly kind: 'no-answer'; readonly detail: string }
  /** 5xx, 408 or 429: it may have acted; `retryAfterMs` (milliseconds) is set when the answer said how long to wait. */
  | {
      readonly kind: 'server-error';
      readonly status: number;
      readonly detail: string;
      readonly retryAfterMs?: number;
    }
  /** Any other 4xx: the other side understood and said no. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string; readonly body?: unknown }
  /** A 2xx whose body is not what the contract says (HTML, broken JSON, wrong shape): it may have acted. */
  | { readonly kind: 'malformed'; readonly detail: string };
