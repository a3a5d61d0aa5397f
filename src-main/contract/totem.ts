import type { IntentMessage } from './intent.ts';
import type { View } from './screen.ts';
import type { InputOf, TechnicianCall, TechnicianReply } from './technician.ts';

/** `window.totem`: all that the page has besides the DOM. */
export interface Totem {
  /** Calls `draw` with the current view at once and with every later one; the result stops that. */
  onView(draw: (view: View) => void): () => void;
  send(message: IntentMessage): void;
  /** Asks main for something in the technician's area. Never rejects: without an answer the reply says why. */
  technician<C extends TechnicianCall>(call: C, input: InputOf<C>): Promise<TechnicianReply<C>>;
  /** Tells main that the page is alive; without it main reloads the page. */
  heartbeat(): void;
}

/** Names of the IPC channels, shared by main and preload. */
export const channels = {
  view: 'totem:view',
  ready: 'totem:ready',
  intent: 'totem:intent',
  technician: 'totem:technician',
  heartbeat: 'totem:heartbeat',
} as const;
