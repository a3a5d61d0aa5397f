import { app, Menu, type Session, type WebContents } from 'electron';
import type { Log } from '../logging/log.ts';

/** Before the app is ready: every page in a sandbox, no menu with its shortcuts. */
export function hardenApp(log: Log): void {
  // Whoever launched tests as root had to give up Chromium's sandbox; forcing it on then only kills the children.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, log));
}

/** No permission, device or download for any page, whatever it asks. */
export function hardenSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.warn('SHELL-PERMISSION-DENIED', { permission });
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    log.warn('SHELL-DOWNLOAD-DENIED');
    event.preventDefault();
  });
}

/** The page stays where it is: no navigation, frame, window or webview. */
function hardenContents(contents: WebContents, log: Log): void {
  const deny = (code: string) => (event: { preventDefault(): void }) => {
    log.warn(code);
    event.preventDefault();
  };
  contents.on('will-navigate', deny('SHELL-NAVIGATION-DENIED'));
  contents.on('will-frame-navigate', deny('SHELL-NAVIGATION-DENIED'));
  contents.on('will-redirect', deny('SHELL-NAVIGATION-DENIED'));
  contents.on('will-attach-webview', deny('SHELL-WEBVIEW-DENIED'));
  contents.setWindowOpenHandler(() => {
    log.warn('SHELL-WINDOW-DENIED');
    return { action: 'deny' };
  });
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1));
}
