import { mkdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createLog } from '../../src-main/logging/pino-log.ts';
import { openHost } from '../../src-main/open-host.ts';
import { VisitPictures } from '../../src-main/shell/visit-pictures.ts';
import type { KioskNews, KioskOrder } from './kiosk-messages.ts';
import { WarpClock } from './warp-clock.ts';

/**
 * The real main process without Electron around it: what `src-main/index.ts` starts behind the window, in a Node of
 * its own that can be killed. Whoever forked it plays the page.
 *
 * `BALCAO_HOME`: the data folder. `BALCAO_WALL_OFFSET_MS`: by how much the wall clock is off.
 */
const dataFolder = process.env.BALCAO_HOME ?? '';
const clock = new WarpClock(Number(process.env.BALCAO_WALL_OFFSET_MS ?? 0));
const logFile = join(dataFolder, 'logs', 'balcao.log');
mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
const log = createLog({ file: logFile, level: 'info', clock });

function tell(news: KioskNews): void {
  if (process.connected) process.send?.(news);
}

const host = await openHost({
  dataFolder,
  logFile,
  keyring: {
    isReal: () => false,
    encrypt: () => Buffer.alloc(0),
    decrypt: () => '',
  },
  clock,
  log,
  show: (view) => tell({ type: 'view', view }),
  pictures: new VisitPictures(),
});

async function stop(): Promise<void> {
  await host.stop();
  log.flush();
  process.exit(0);
}

process.on('message', (order: KioskOrder) => {
  switch (order.type) {
    case 'intent':
      return host.handle({ screenKey: order.screenKey, intent: order.intent });
    case 'skip':
      clock.skip(order.ms);
      return tell({ type: 'skipped' });
    case 'set-wall':
      return clock.setWallOffset(order.offsetMs);
    case 'stop':
      return void stop();
  }
});
// Whoever forked it is gone: nobody will ever kill it.
process.on('disconnect', () => process.exit(1));

tell({ type: 'view', view: host.view() });
await host.takeUpWork();
await log.start();
// Most of these are killed, and keep nothing then.
flushCompileCache();
tell({ type: 'ready' });
