// Shows the demo's page in a window of its own beside the kiosk's.
import { app, BrowserWindow, Menu, screen } from 'electron';

const page = argument('page');
app.setPath('userData', argument('data'));
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
Menu.setApplicationMenu(null);
app.on('window-all-closed', () => app.quit());
app
  .whenReady()
  .then(open)
  .catch((error) => {
    console.error(`The demo's window: ${error.message}`);
    app.exit(1);
  });

function argument(name) {
  const start = `--${name}=`;
  const found = process.argv.find((each) => each.startsWith(start));
  if (found === undefined) throw new Error(`${start} is missing`);
  return found.slice(start.length);
}

function open() {
  const window = new BrowserWindow({
    ...besideTheKiosk(screen.getPrimaryDisplay().workArea),
    title: 'Demonstração do Balcão',
    backgroundColor: '#e9e4d8',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  const { webContents } = window;
  webContents.session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  return window.loadURL(page);
}

/** The kiosk stands in the middle, 9:16 and nearly as high as the desk: what is left on its right is ours. */
function besideTheKiosk({ x, y, width, height }) {
  const kioskWidth = Math.min(width, (height * 0.95 * 9) / 16, 1080);
  const room = Math.floor((width - kioskWidth) / 2) - 16;
  const own = Math.max(440, Math.min(760, room));
  return {
    x: x + width - own,
    y: y + Math.round(height * 0.025),
    width: own,
    height: Math.round(height * 0.95),
  };
}
