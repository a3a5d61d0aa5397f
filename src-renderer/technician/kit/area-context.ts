import { createContext, use } from 'react';

/** What the technician's area gives to everything inside it. */
export interface Area {
  /** Main says that the door is shut: back to the lock screen. */
  readonly lockAgain: () => void;
  /** Where dialogs are drawn: above everything but the keyboard. */
  readonly dialogHost: HTMLElement | null;
}

export const AreaContext = createContext<Area>({ lockAgain: () => undefined, dialogHost: null });

export function useArea(): Area {
  return use(AreaContext);
}
