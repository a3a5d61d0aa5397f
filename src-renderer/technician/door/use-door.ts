import { useCallback, useEffect, useState } from 'react';
import type { PinOutcome, TechnicianReply } from '../../../src-main/contract/technician.ts';
import { useCall } from '../kit/use-call.ts';
import { areaWords } from '../words/area-words.ts';
import { useWait } from './use-wait.ts';

const words = areaWords.door;

/** What the person at the door is asked for. */
export type DoorStep = 'asking-main' | 'unreachable' | 'enter' | 'choose' | 'repeat';

export interface DoorView {
  readonly step: DoorStep;
  readonly busy: boolean;
  /** What went wrong with the last PIN. */
  readonly trouble: string | undefined;
  readonly triesLeft: number | undefined;
  readonly waitMs: number;
  readonly enter: (pin: string) => Promise<void>;
  /** Asks again how the door stands. */
  readonly ask: () => Promise<void>;
}

/** The door as main tells it, step by step until it is open. */
export function useDoor(onOpen: () => void): DoorView {
  const call = useCall();
  const [step, setStep] = useState<DoorStep>('asking-main');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [triesLeft, setTriesLeft] = useState<number>();
  const [chosen, setChosen] = useState('');
  const [waitMs, begin] = useWait();

  const ask = useCallback(async (): Promise<void> => {
    const reply = await call('door', {});
    if (!reply.ok) setStep('unreachable');
    else if (reply.answer.state === 'open') onOpen();
    else if (reply.answer.state === 'no-pin') setStep('choose');
    else {
      setStep('enter');
      setTriesLeft(reply.answer.triesLeft);
      begin(reply.answer.waitMs);
    }
  }, [call, begin, onOpen]);
  useEffect(() => {
    void ask();
  }, [ask]);

  const judge = (reply: TechnicianReply<'unlock' | 'choose-pin'>): void => {
    if (!reply.ok) setTrouble(words.failed);
    else if (reply.answer.outcome === 'open') onOpen();
    else {
      setTrouble(troubleOf(reply.answer));
      if ('triesLeft' in reply.answer) setTriesLeft(reply.answer.triesLeft);
      if ('waitMs' in reply.answer) begin(reply.answer.waitMs);
    }
  };

  const enter = async (pin: string): Promise<void> => {
    setTrouble(undefined);
    if (step === 'choose') {
      setChosen(pin);
      setStep('repeat');
      return;
    }
    if (step === 'repeat') setStep('choose');
    if (step === 'repeat' && pin !== chosen) {
      setTrouble(words.different);
      return;
    }
    setBusy(true);
    judge(await (step === 'repeat' ? call('choose-pin', { pin }) : call('unlock', { pin })));
    setBusy(false);
  };

  return { step, busy, trouble, triesLeft, waitMs, enter, ask };
}

/** What to tell about a PIN that did not open; the wait tells itself. */
function troubleOf(outcome: Exclude<PinOutcome, { outcome: 'open' }>): string | undefined {
  switch (outcome.outcome) {
    case 'wrong':
      return outcome.triesLeft === 0 ? undefined : words.wrong(outcome.triesLeft);
    case 'unfit':
      return words.unfit[outcome.reason];
    case 'wait':
      return undefined;
  }
}
