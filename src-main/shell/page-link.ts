import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { IntentMessage } from '../contract/intent.ts';
import type { View } from '../contract/screen.ts';
import { channels } from '../contract/totem.ts';
import type { Log } from '../logging/log.ts';
import { pageOrigin, pageUrl } from './page-protocol.ts';

/** What the page is told and what comes back. */
export interface PageLinkOptions {
  readonly window: BrowserWindow;
  readonly log: Log;
  /** The view to draw now; `undefined` while the kiosk is still starting. */
  readonly currentView: () => View | undefined;
  readonly onHeartbeat: () => void;
}

/** The typed line between main and the page: every message is checked for who sent it and what it says. */
export interface PageLink {
  show(view: View): void;
  /**
   * Takes what the customer does from now on; before that there is nobody who could act on it.
   * @param parse `undefined` for what is no intent. It comes late, since its library would make the window wait.
   */
  takeIntents(
    parse: (payload: unknown) => IntentMessage | undefined,
    handle: (message: IntentMessage) => void,
  ): void;
  /** Answers what the technician's area asks. `answer` never throws. */
  answerCalls(answer: (call: unknown, input: unknown) => Promise<unknown>): void;
}

export function openPageLink(options: PageLinkOptions): PageLink {
  const { window, log, currentView, onHeartbeat } = options;

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

  function showCurrent(): void {
    const view = currentView();
    if (view) show(view);
  }

  // The page need not ask for it, and may draw it at once.
  window.webContents.on('did-navigate', (_event, url) => {
    if (url === pageUrl) showCurrent();
  });
  listen(channels.ready, showCurrent);
  listen(channels.heartbeat, onHeartbeat);
  return {
    show,
    takeIntents(parse, handle) {
      listen(channels.intent, (payload) => {
        const message = parse(payload);
        if (message) handle(message);
        else log.error('IPC-MESSAGE-REFUSED', { channel: channels.intent });
      });
    },
    answerCalls(answer) {
      ipcMain.handle(channels.technician, (event, call: unknown, input: unknown) => {
        if (isOurPage(event, window)) return answer(call, input);
        log.error('IPC-SENDER-REFUSED', { channel: channels.technician });
        return { ok: false, reason: 'refused' };
      });
    },
  };
}

/** Only the main frame of our window, and only while it shows our own page. */
function isOurPage(event: Pick<IpcMainEvent, 'senderFrame'>, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (!frame || window.isDestroyed()) return false;
  return frame === window.webContents.mainFrame && frame.origin === pageOrigin;
}
