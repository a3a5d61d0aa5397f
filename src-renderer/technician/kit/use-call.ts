import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  AnswerOf,
  InputOf,
  TechnicianCall,
  TechnicianReply,
} from '../../../src-main/contract/technician.ts';
import { totem } from '../../totem.ts';
import { useArea } from './area-context.ts';

/** Asks main something. Never rejects: a broken line is `failed`. */
export type Call = <C extends TechnicianCall>(name: C, input: InputOf<C>) => Promise<TechnicianReply<C>>;

/** The way to main; a door that shut meanwhile brings the area back to its lock screen. */
export function useCall(): Call {
  const { lockAgain } = useArea();
  return useCallback(
    async <C extends TechnicianCall>(name: C, input: InputOf<C>): Promise<TechnicianReply<C>> => {
      try {
        const reply = await totem.technician(name, input);
        if (!reply.ok && reply.reason === 'locked') lockAgain();
        return reply;
      } catch {
        return { ok: false, reason: 'failed' };
      }
    },
    [lockAgain],
  );
}

/** An answer of main as it stands; kept on the screen while it is asked for again. */
export interface LiveAnswer<C extends TechnicianCall> {
  readonly answer: AnswerOf<C> | undefined;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly reload: () => void;
}

/** Asks at once, when the input changes, and at each `reload`. */
export function useAnswer<C extends TechnicianCall>(name: C, input: InputOf<C>): LiveAnswer<C> {
  const call = useCall();
  const [answer, setAnswer] = useState<AnswerOf<C>>();
  const [busy, setBusy] = useState(true);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const latest = useRef(input);
  latest.current = input;
  const inputText = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input counts by its content, `round` is a reload.
  useEffect(() => {
    let over = false;
    setBusy(true);
    void call(name, latest.current).then((reply) => {
      if (over) return;
      setBusy(false);
      setFailed(!reply.ok);
      if (reply.ok) setAnswer(reply.answer);
    });
    return () => {
      over = true;
    };
  }, [call, name, inputText, round]);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  return { answer, busy, failed, reload };
}
