import { contextBridge, ipcRenderer } from 'electron';
import type { View } from './contract/screen.ts';
import { channels, type Totem } from './contract/totem.ts';

/** All that the page gets: three functions, no Electron object. */
const totem: Totem = {
  onView(draw) {
    const listener = (_event: unknown, view: View): void => draw(view);
    ipcRenderer.on(channels.view, listener);
    ipcRenderer.send(channels.ready);
    return () => ipcRenderer.removeListener(channels.view, listener);
  },
  send: (message) => ipcRenderer.send(channels.intent, message),
  heartbeat: () => ipcRenderer.send(channels.heartbeat),
};

contextBridge.exposeInMainWorld('totem', totem);
