import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKioskWindow, windowModeFrom, zoomFor } from '../../../src-main/shell/kiosk-window.ts';

const electron = vi.hoisted(() => ({
  windows: [] as { readonly [option: string]: unknown }[],
  display: { size: { width: 1080, height: 1920 }, workAreaSize: { width: 1920, height: 1040 } },
}));

vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: { readonly [option: string]: unknown }) {
      electron.windows.push(options);
    }
  },
  screen: { getPrimaryDisplay: () => electron.display },
}));

beforeEach(() => {
  electron.windows.length = 0;
});

describe('the command line', () => {
  it.each([
    [[], { kind: 'full' }],
    [['electron', '.', '--inspect'], { kind: 'full' }],
    [['--windowed'], { kind: 'windowed' }],
    [['--windowed=1280x800'], { kind: 'windowed', size: { width: 1280, height: 800 } }],
    [['--windowed=large'], { kind: 'windowed' }],
    [['--windowed=0x0'], { kind: 'windowed' }],
    [['--windowed=1280x800x3'], { kind: 'windowed' }],
    [['--windowedness'], { kind: 'full' }],
  ] as const)('%j', (argv, mode) => {
    expect(windowModeFrom(argv)).toEqual(mode);
  });
});

describe('the zoom', () => {
  it.each([
    [{ width: 1080, height: 1920 }, 1],
    [{ width: 2160, height: 3840 }, 2],
    [{ width: 1280, height: 800 }, 1],
    [{ width: 1920, height: 1080 }, 1.35],
    [{ width: 1024, height: 1024 }, 1024 / 1920],
    [{ width: 768, height: 1366 }, 768 / 1080],
  ])('of %o lets the whole design fit', (size, zoom) => {
    expect(zoomFor(size)).toBeCloseTo(zoom, 3);
  });
});

describe('the window', () => {
  it('owns the panel, shut in', () => {
    createKioskWindow({ kind: 'full' }, '/preload');
    expect(electron.windows[0]).toMatchObject({
      width: 1080,
      height: 1920,
      kiosk: true,
      frame: false,
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        navigateOnDragDrop: false,
        zoomFactor: 1,
      },
    });
  });

  it('takes the size it is told, exactly', () => {
    createKioskWindow({ kind: 'windowed', size: { width: 1280, height: 800 } }, '/preload');
    expect(electron.windows[0]).toMatchObject({ width: 1280, height: 800, kiosk: false, frame: false });
  });

  it('fits the desk in portrait when it is told none', () => {
    createKioskWindow({ kind: 'windowed' }, '/preload');
    const { width, height } = electron.windows[0] as { width: number; height: number };
    expect(height).toBeLessThanOrEqual(1040);
    expect(width / height).toBeCloseTo(1080 / 1920, 2);
  });
});
