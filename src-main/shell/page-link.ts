import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { IntentMessage } from '../contract/intent.ts';
import type { View } from '../contract/screen.ts';
import { channels } from '../contract/totem.ts';
import type { Log } from '../logging/log.ts';
import { intentMessageSchema } from './intent-schema.ts';
import { pageOrigin } from './page-protocol.ts';

/** What the page is told and what comes back. */
export interface PageLinkOptions {
  readonly window: BrowserWindow;
  readonly log: Log;
  /** The view to draw now; `undefined` while the kiosk is still starting. */
  readonly currentView: () => View | undefined;
  readonly onIntent: (message: IntentMessage) => void;
  readonly onHeartbeat: () => void;
}

/** The typed line between main and the page: every message is checked for who sent it and what it says. */
export interface PageLink {
  show(view: View): void;
}

export function openPageLink(options: PageLinkOptions): PageLink {
  const { window, log, currentView, onIntent, onHeartbeat } = options;

  function listen(channel: string, handle: (payload: unknown) => void): void {
    ipcMain.on(channel, (event, payload: unknown) => {
      if (isOurPage(event, window)) handle(payload);
      else log.error('IPC-SENDER-REFUSED', { channel });
    });
  }

  function show(view: View): void {
    // While the window closes, its contents are gone before it is.
    if (window.isDestroyed() || window.webContents.isDestroyed()) return;
    window.webContents.send(channels.view, view);
  }

  listen(channels.ready, () => {
    const view = currentView();
    if (view) show(view);
  });
  listen(channels.heartbeat, onHeartbeat);
  listen(channels.intent, (payload) => {
    const message = intentMessageSchema.safeParse(payload);
    if (message.success) onIntent(message.data);
    else log.error('IPC-MESSAGE-REFUSED', { channel: channels.intent });
  });
  return { show };
}

/** Only the main frame of our window, and only while it shows our own page. */
function isOurPage(event: IpcMainEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (!frame || window.isDestroyed()) return false;
  return frame === window.webContents.mainFrame && frame.origin === pageOrigin;
}
