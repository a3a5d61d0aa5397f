import { useState } from 'react';

export interface ChosenEntry {
  /** Its index; -1 where there is none. */
  readonly shown: number;
  /** Fields remember what was stored in them; after a removal another entry has their place, and so another key. */
  readonly key: string;
  readonly choose: (index: number) => void;
  /** One was put at the end. */
  readonly noteAdded: () => void;
  readonly noteRemoved: (index: number) => void;
}

/** Which one of a list of `count` entries is shown. */
export function useChosenEntry(count: number): ChosenEntry {
  const [chosen, setChosen] = useState(0);
  const [round, setRound] = useState(0);
  const shown = Math.min(chosen, count - 1);
  return {
    shown,
    key: `${round}-${shown}`,
    choose: setChosen,
    noteAdded: () => setChosen(count),
    noteRemoved(index) {
      setChosen(Math.max(0, index - 1));
      setRound(round + 1);
    },
  };
}
