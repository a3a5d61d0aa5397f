import type { RepeatRule } from '../domain/write-off.ts';

/** How an ERP behaves on repeats; times in milliseconds. */
export interface RepeatRules {
  readonly repeat: RepeatRule;
  /** How long an unanswered write-off may still take effect by itself. */
  readonly settleWindowMs: number;
  /** Least time between two reads that look for proof. */
  readonly proofIntervalMs: number;
}

/** How an ERP behaves about write-offs. */
export interface WriteOffRules extends RepeatRules {
  /** What proves a settlement there. */
  readonly proofBy: readonly ('statement' | 'settled-invoice' | 'absence')[];
}

/** After so many sends that proved nothing the ERP's answers need a person, not another send. */
const mostSends = 10;

/** Patience grows no further than this, unless the settle window itself is longer. */
const longestPatienceMs = 6 * 3_600_000;

/** What comes next; `inMs` in milliseconds. */
export type NextMove =
  | { readonly move: 'look-again'; readonly inMs: number }
  /** Again, with the same key. */
  | { readonly move: 'send' }
  /** To a person. */
  | { readonly move: 'hand-over' };

/**
 * What comes next for a write-off of unknown fate that the ERP still lists as open, `waitedMs` milliseconds after its
 * last send.
 */
export function nextMove(rules: RepeatRules, sends: number, waitedMs: number): NextMove {
  const leftMs = Math.ceil(patienceMs(rules, sends) - waitedMs);
  if (leftMs > 0) {
    // The longer nothing came of it, the rarer the looks.
    const pauseMs = Math.max(rules.proofIntervalMs, Math.ceil(waitedMs / 10));
    return { move: 'look-again', inMs: Math.min(leftMs, pauseMs) };
  }
  return { move: rules.repeat === 'never' || sends >= mostSends ? 'hand-over' : 'send' };
}

/** Doubles with each repeat: an ERP that takes nothing, or says what nobody configured, is not flooded. */
function patienceMs({ repeat, settleWindowMs, proofIntervalMs }: RepeatRules, sends: number): number {
  const repeats = Math.max(0, sends - 1);
  switch (repeat) {
    case 'never':
      return settleWindowMs;
    case 'safe':
      return repeats === 0 ? 0 : Math.min(longestPatienceMs, proofIntervalMs * 2 ** repeats);
    case 'after-window':
      return Math.min(Math.max(settleWindowMs, longestPatienceMs), settleWindowMs * 2 ** repeats);
  }
}
