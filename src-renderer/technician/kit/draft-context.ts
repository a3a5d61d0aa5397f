import { createContext, use } from 'react';
import type { FieldProblem, Json, JsonObject, SettingsState } from '../../../src-main/contract/technician.ts';

/** How saving goes, or what became of it. */
export type SaveProgress =
  | { readonly step: 'idle' }
  | { readonly step: 'busy' }
  | { readonly step: 'saved' }
  | { readonly step: 'undone' }
  | { readonly step: 'refused' }
  | { readonly step: 'stale' }
  /** With the code of the log, when there is one. */
  | { readonly step: 'failed'; readonly code?: string };

/** The settings as they are being changed: one draft for all sections. Paths are those of `FieldProblem`. */
export interface Draft {
  readonly draft: JsonObject;
  /** What main found wrong with the draft, a moment after the last change. */
  readonly problems: readonly FieldProblem[];
  readonly get: (path: string) => Json | undefined;
  /** `undefined` takes the field away. */
  readonly set: (path: string, value: Json | undefined) => void;
  readonly remove: (path: string) => void;
  /** Another draft as a whole, e.g. from a file. */
  readonly replace: (draft: JsonObject) => void;
  /** What to show at a field; see `shownProblem`. */
  readonly problemAt: (path: string, whole?: boolean) => string | undefined;
  /** Somebody was in the field: from now on it shows what is wrong with it. */
  readonly touch: (path: string) => void;
  /** Nobody was in any field below this path: other entries stand there now. */
  readonly forget: (path: string) => void;
  /** Whether anything differs from what is saved, and how many fields do. */
  readonly dirty: boolean;
  readonly changes: number;
  readonly save: () => Promise<void>;
  /** Takes the last saved change back, in the file. */
  readonly undo: () => Promise<void>;
  /** Reads the saved settings again; what was typed since is gone. */
  readonly reread: () => Promise<void>;
  readonly progress: SaveProgress;
  readonly state: SettingsState;
  /** The field that a problem led to, until another one does. */
  readonly revealed: { readonly path: string; readonly round: number } | undefined;
}

export const DraftContext = createContext<Draft | undefined>(undefined);

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (draft === undefined) throw new Error('There is no draft outside the technician’s area.');
  return draft;
}
