import type { Intent } from '../../src-main/contract/intent.ts';
import type { View } from '../../src-main/contract/screen.ts';

/** To the kiosk's process. */
export type KioskOrder =
  | { readonly type: 'intent'; readonly screenKey: number; readonly intent: Intent }
  /** So many milliseconds go by. */
  | { readonly type: 'skip'; readonly ms: number }
  /** The wall clock is set so that it is off by so many milliseconds. */
  | { readonly type: 'set-wall'; readonly offsetMs: number }
  | { readonly type: 'stop' };

/** From the kiosk's process. */
export type KioskNews =
  /** What the page would draw. */
  | { readonly type: 'view'; readonly view: View }
  /** What an earlier run left open was taken up. */
  | { readonly type: 'ready' }
  | { readonly type: 'skipped' };
