import type { Totem } from '../src-main/contract/totem.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly totem: Totem;
  }
}

/** The only way out of the page; nothing else touches `window.totem`. */
export const totem: Totem = {
  onView: (draw) => window.totem.onView(draw),
  send: (message) => window.totem.send(message),
  technician: (call, input) => window.totem.technician(call, input),
  heartbeat: () => window.totem.heartbeat(),
};
