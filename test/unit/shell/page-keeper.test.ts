import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it, vi } from 'vitest';
import { PageKeeper } from '../../../src-main/shell/page-keeper.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';

vi.mock('electron', () => ({ app: {}, protocol: {} }));

/** As much of a window as the keeper touches; a page that is crashed on purpose is gone, as the real one is. */
class FakeWindow {
  readonly webContents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  });
  readonly loaded: string[] = [];
  destroyed = false;
  loadFailure: Error | undefined;

  isDestroyed(): boolean {
    return this.destroyed;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return this.loadFailure ? Promise.reject(this.loadFailure) : Promise.resolve();
  }
}

async function setUp() {
  const window = new FakeWindow();
  const clock = new ManualClock();
  const log = new RecordingLog();
  const keeper = new PageKeeper(window as unknown as BrowserWindow, clock, log);
  await keeper.load();
  return { window, clock, log, keeper };
}

it('loads our own page', async () => {
  const { window } = await setUp();
  expect(window.loaded).toEqual(['totem://app/index.html']);
});

it('leaves a page alone that beats', async () => {
  const { window, clock, keeper, log } = await setUp();
  for (let beat = 0; beat < 20; beat += 1) {
    await clock.advance(9_999);
    keeper.heard();
  }
  expect(window.loaded).toHaveLength(1);
  expect(log.codes).toEqual([]);
});

it('loads a page again that fell silent, and again if that one never speaks', async () => {
  const { window, clock, log } = await setUp();
  await clock.advance(10_000);
  expect(log.codes).toEqual(['PAGE-HUNG', 'PAGE-GONE']);
  expect(window.loaded).toHaveLength(2);
  await clock.advance(10_000);
  expect(window.loaded).toHaveLength(3);
});

it.each(['crashed', 'oom', 'killed'])('loads a page again that %s', async (reason) => {
  const { window, log } = await setUp();
  window.webContents.emit('render-process-gone', {}, { reason });
  expect(window.loaded).toHaveLength(2);
  expect(log.entries).toEqual([{ code: 'PAGE-GONE', fields: { reason } }]);
});

it('brings back a page that went elsewhere', async () => {
  const { window, log } = await setUp();
  window.webContents.emit('did-navigate', {}, 'totem://app/index.html');
  expect(window.loaded).toHaveLength(1);
  window.webContents.emit('did-navigate', {}, 'about:blank');
  expect(window.loaded).toHaveLength(2);
  expect(log.codes).toEqual(['PAGE-ASTRAY']);
});

it('lets a page go that left in order, and a window that is closed', async () => {
  const { window, clock, keeper } = await setUp();
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  window.destroyed = true;
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  await clock.advance(20_000);
  expect(window.loaded).toHaveLength(1);
  keeper.stop();
  expect(clock.pending).toBe(0);
});

it('tells the log when the page cannot be loaded again, and goes on trying', async () => {
  const { window, clock, log } = await setUp();
  window.loadFailure = new Error('ERR_FAILED');
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  await clock.advance(0);
  expect(log.codes).toEqual(['PAGE-GONE', 'PAGE-LOAD-FAILED']);
  window.loadFailure = undefined;
  await clock.advance(10_000);
  expect(window.loaded).toHaveLength(3);
});
