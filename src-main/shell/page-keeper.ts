import type { BrowserWindow } from 'electron';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { pageUrl } from './page-protocol.ts';

/** The page beats every 2 s; a page that misses this long (milliseconds) hangs, and Electron itself does not notice. */
const silenceMs = 10_000;

/** Keeps the page alive: a dead, hung or vanished one is loaded again and asks for the view, which main still has. */
export class PageKeeper {
  readonly #window: BrowserWindow;
  readonly #clock: Clock;
  readonly #log: Log;
  #timer: unknown;

  constructor(window: BrowserWindow, clock: Clock, log: Log) {
    this.#window = window;
    this.#clock = clock;
    this.#log = log;
    window.webContents.on('render-process-gone', (_event, details) => this.#revive(details.reason));
    window.webContents.on('did-navigate', (_event, url) => this.#bringBack(url));
  }

  /** Resolves when the page is loaded, or could not be: it is then silent, and for that loaded again. */
  async load(): Promise<void> {
    this.heard();
    try {
      await this.#window.loadURL(pageUrl);
    } catch (error) {
      this.#log.error('PAGE-LOAD-FAILED', { reason: String(error) });
    }
  }

  /** The page said that it is alive. */
  heard(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => this.#breakHang(), silenceMs);
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
  }

  #breakHang(): void {
    if (this.#window.isDestroyed()) return;
    this.#log.error('PAGE-HUNG');
    this.#window.webContents.forcefullyCrashRenderer();
  }

  /** Chromium asks nobody before it goes to about:blank. */
  #bringBack(url: string): void {
    if (url === pageUrl || this.#window.isDestroyed()) return;
    this.#log.error('PAGE-ASTRAY');
    void this.load();
  }

  #revive(reason: string): void {
    if (reason === 'clean-exit' || this.#window.isDestroyed()) return;
    this.#log.error('PAGE-GONE', { reason });
    void this.load();
  }
}
