import { createContext, useContext } from 'react';
import type { Intent } from '../src-main/contract/intent.ts';
import type { View } from '../src-main/contract/screen.ts';

/** The view being drawn and how to answer it. */
export interface Visit {
  readonly view: View;
  /** `performance.now()` of the moment the view arrived: countdowns start there. */
  readonly arrivedAt: number;
  /** Sends an intent with the key of the screen that is being drawn. */
  readonly send: (intent: Intent) => void;
}

export const VisitContext = createContext<Visit | undefined>(undefined);

/** The visit around a component; only `App` draws outside one. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === undefined) throw new Error('drawn outside a visit');
  return visit;
}
