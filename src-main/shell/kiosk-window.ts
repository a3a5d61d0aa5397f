import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes (CSS pixels) that the screens are designed for; other panels of the same shape are zoomed to fit. */
const designs = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1280, height: 800 } };

/** `full`: the kiosk owns the panel. `windowed`: for desks and tests, of a given size or as large as fits. */
export type WindowMode = { readonly kind: 'full' } | { readonly kind: 'windowed'; readonly size?: Size };

/** Reads `--windowed` or `--windowed=1080x1920` from the command line. */
export function windowModeFrom(argv: readonly string[]): WindowMode {
  const flag = argv.find((argument) => /^--windowed(=|$)/.test(argument));
  if (flag === undefined) return { kind: 'full' };
  const size = /^--windowed=(\d{3,4})x(\d{3,4})$/.exec(flag);
  if (!size) return { kind: 'windowed' };
  return { kind: 'windowed', size: { width: Number(size[1]), height: Number(size[2]) } };
}

/** How much the page is zoomed so that a screen designed for another panel of this shape fits. */
export function zoomFor({ width, height }: Size): number {
  const design = width > height ? designs.landscape : designs.portrait;
  return Math.min(width / design.width, height / design.height);
}

/** The kiosk's one window, not yet shown and with nothing loaded. */
export function createKioskWindow(mode: WindowMode, preloadFolder: string): BrowserWindow {
  const size = mode.kind === 'full' ? screen.getPrimaryDisplay().size : (mode.size ?? fittingSize());
  const full = mode.kind === 'full';
  return new BrowserWindow({
    ...size,
    useContentSize: true,
    show: false,
    // A hidden page runs without waiting for the GPU's process, which takes longer to start than the page.
    paintWhenInitiallyHidden: false,
    backgroundColor: '#faf8f3',
    kiosk: full,
    frame: !full && mode.size === undefined,
    resizable: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(preloadFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
      zoomFactor: zoomFor(size),
    },
  });
}

/** The portrait design, as large as the desk's screen allows. */
function fittingSize(): Size {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const scale = Math.min(1, (height * 0.95) / designs.portrait.height, width / designs.portrait.width);
  return {
    width: Math.round(designs.portrait.width * scale),
    height: Math.round(designs.portrait.height * scale),
  };
}
