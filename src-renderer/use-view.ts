import { useEffect, useLayoutEffect, useState } from 'react';
import type { View } from '../src-main/contract/screen.ts';
import { forgetLastMatch } from './forget-last-match.ts';
import { totem } from './totem.ts';

/** A view and the `performance.now()` at which it came. */
export interface ArrivedView {
  readonly view: View;
  readonly arrivedAt: number;
}

/** The last view from main, or nothing until the first one comes. One that is there already is in the first frame. */
export function useView(): ArrivedView | undefined {
  const [arrived, setArrived] = useState<ArrivedView>();
  useLayoutEffect(() => {
    let screenKey: number | undefined;
    return totem.onView((view) => {
      if (view.screenKey !== screenKey) letGoOfField();
      ({ screenKey } = view);
      setArrived({ view, arrivedAt: performance.now() });
    });
  }, []);
  const screen = arrived?.view.screen.name === 'attract' ? arrived.view.screenKey : undefined;
  useEffect(() => {
    if (screen === undefined) return;
    // React keeps what it drew before the last time, too: drawn twice, the attract screen leaves nothing of the visit.
    setArrived((last) => last && { ...last });
    forgetLastMatch();
  }, [screen]);
  return arrived;
}

/**
 * React remembers a field that goes with the focus still on it, and so what was typed into it. It hears no such news
 * while it draws: the field is left before.
 */
function letGoOfField(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) {
    activeElement.blur();
  }
}
