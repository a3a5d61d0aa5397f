import { createContext, use } from 'react';

/** The on-screen keyboard, as fields know it. */
export interface KeyboardSwitch {
  /** Opens it for the field with this id and focuses that field; shuts it when it is open there already. */
  readonly toggleFor: (id: string) => void;
}

export const KeyboardContext = createContext<KeyboardSwitch>({ toggleFor: () => undefined });

export function useKeyboard(): KeyboardSwitch {
  return use(KeyboardContext);
}
