import { useEffect, useRef, useState } from 'react';
import type { AnswerOf, InputOf, TechnicianCall } from '../../../src-main/contract/technician.ts';
import { useCall } from '../kit/use-call.ts';

/** The last answer; `failed` when the last try brought none. */
export interface RepeatedAnswer<C extends TechnicianCall> {
  readonly answer: AnswerOf<C> | undefined;
  readonly failed: boolean;
}

/**
 * Asks again and again while it is shown, `everyMs` (milliseconds) after each answer, so that a slow answer never
 * meets the next question. A new input is asked at the next turn.
 */
export function useRepeated<C extends TechnicianCall>(
  name: C,
  input: InputOf<C>,
  everyMs: number,
): RepeatedAnswer<C> {
  const call = useCall();
  const [answer, setAnswer] = useState<AnswerOf<C>>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(input);
  latest.current = input;
  useEffect(() => {
    let timer: number | undefined;
    let over = false;
    const ask = async (): Promise<void> => {
      const reply = await call(name, latest.current);
      if (over) return;
      setFailed(!reply.ok);
      if (reply.ok) setAnswer(reply.answer);
      timer = window.setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [call, name, everyMs]);
  return { answer, failed };
}
