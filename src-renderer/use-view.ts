import { useLayoutEffect, useState } from 'react';
import type { View } from '../src-main/contract/screen.ts';
import { totem } from './totem.ts';

/** A view and the `performance.now()` at which it came. */
export interface ArrivedView {
  readonly view: View;
  readonly arrivedAt: number;
}

/** The last view from main, or nothing until the first one comes. One that is there already is in the first frame. */
export function useView(): ArrivedView | undefined {
  const [arrived, setArrived] = useState<ArrivedView>();
  useLayoutEffect(() => totem.onView((view) => setArrived({ view, arrivedAt: performance.now() })), []);
  return arrived;
}
