// The least that an Electron app can be: the start-up of the kiosk is measured against it.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env.EMPTY_WINDOW_HOME);

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1080,
    height: 1920,
    useContentSize: true,
    show: false,
    frame: false,
    resizable: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
