import { useRef } from 'react';
import type { JsonObject } from '../../../src-main/contract/technician.ts';
import { useDraft } from '../kit/draft-context.ts';
import { isObject } from '../kit/draft-path.ts';

/** A part of the settings that is there or not. */
export interface SwitchedPart {
  readonly on: boolean;
  readonly toggle: (on: boolean) => void;
}

/** Makes or takes away the part at `path`; what stood in it comes back when it is switched on again. */
export function useSwitchedPart(path: string): SwitchedPart {
  const { get, set } = useDraft();
  const part = get(path);
  const kept = useRef<JsonObject>({});
  if (isObject(part)) kept.current = part;
  return {
    on: isObject(part),
    toggle: (on) => set(path, on ? kept.current : undefined),
  };
}
