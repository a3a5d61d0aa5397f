import { useState } from 'react';
import type { RowOutcome } from '../../../src-main/contract/technician.ts';
import { rowOutcomeWords } from '../words/state-words.ts';

type RowReply = { readonly ok: true; readonly answer: RowOutcome } | { readonly ok: false };

/** What became of the last thing done to a row. */
export interface RowResult {
  readonly outcome: RowOutcome['outcome'];
  readonly text: string;
}

type OutcomeWords = Partial<Readonly<Record<RowOutcome['outcome'], string>>>;

export interface RowAction {
  /** Key of the row at work. */
  readonly busy: string | undefined;
  readonly result: RowResult | undefined;
  /** `words`: what an outcome means here, where it is more than the usual. */
  readonly run: (key: string, ask: () => Promise<RowReply>, words?: OutcomeWords) => Promise<void>;
}

/** One thing at a time done to a row of a list; `after` reads the list again. */
export function useRowAction(after: () => void): RowAction {
  const [busy, setBusy] = useState<string>();
  const [result, setResult] = useState<RowResult>();
  return {
    busy,
    result,
    async run(key, ask, words = {}) {
      setBusy(key);
      const reply = await ask();
      const outcome = reply.ok ? reply.answer.outcome : 'failed';
      const known = reply.ok ? words[outcome] : undefined;
      setResult({ outcome, text: known ?? rowOutcomeWords[outcome] });
      setBusy(undefined);
      after();
    },
  };
}
