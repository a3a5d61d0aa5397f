import { contextBridge, ipcRenderer } from 'electron';
import type { View } from './contract/screen.ts';
import { channels, type Totem } from './contract/totem.ts';

/** The view often comes before the page's own script runs, which then has something to draw in its first frame. */
let latest: View | undefined;
let draw: ((view: View) => void) | undefined;
ipcRenderer.on(channels.view, (_event: unknown, view: View) => {
  latest = view;
  draw?.(view);
});

/** All that the page gets: four functions, no Electron object. */
const totem: Totem = {
  onView(listener) {
    draw = listener;
    if (latest === undefined) ipcRenderer.send(channels.ready);
    else listener(latest);
    return () => {
      draw = undefined;
    };
  },
  send: (message) => ipcRenderer.send(channels.intent, message),
  technician: (call, input) =>
    ipcRenderer.invoke(channels.technician, call, input).catch(() => ({ ok: false, reason: 'failed' })),
  heartbeat: () => ipcRenderer.send(channels.heartbeat),
};

contextBridge.exposeInMainWorld('totem', totem);
