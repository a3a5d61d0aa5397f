import type { ElectronApplication, Page } from 'playwright-core';

/** How a kiosk is after so many visits, garbage collected. */
export interface KioskHealth {
  /** Memory of main's and the page's own (MiB): what is mapped from Electron's files comes in as it is used, and is no growth. */
  readonly mainMiB: number;
  readonly pageMiB: number;
  /** Objects of main and page that are still in use (MiB). */
  readonly mainHeapMiB: number;
  readonly pageHeapMiB: number;
  /** Sockets, timers, pipes and the like that keep main's event loop going, when the fewest do. */
  readonly handles: number;
  /** Nodes and event listeners of the page. */
  readonly nodes: number;
  readonly listeners: number;
}

export async function measureHealth(app: ElectronApplication, page: Page): Promise<KioskHealth> {
  const pageHealth = await measurePage(page);
  const mainHealth = await app.evaluate(async ({ app: running }) => {
    const v8 = process.getBuiltinModule('node:v8');
    const vm = process.getBuiltinModule('node:vm');
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    // What a finalizer frees goes only with the second collection, after the finalizer ran.
    for (let round = 0; round < 3; round += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    // Now and then a look at the printer or a connection that is being let go comes on top.
    let handles = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 50; round += 1) {
      handles = Math.min(handles, process.getActiveResourcesInfo().length);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const metrics = running.getAppMetrics();
    const weightOf = (wanted: string): number => {
      const pid = metrics.find(({ type }) => type === wanted)?.pid;
      const [, kibibytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      return Number(kibibytes) / 1024;
    };
    return {
      mainMiB: weightOf('Browser'),
      pageMiB: weightOf('Tab'),
      mainHeapMiB: process.memoryUsage().heapUsed / 2 ** 20,
      handles,
    };
  });
  return { ...mainHealth, ...pageHealth };
}

async function measurePage(page: Page): Promise<Pick<KioskHealth, 'pageHeapMiB' | 'nodes' | 'listeners'>> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { pageHeapMiB: usedSize / 2 ** 20, nodes, listeners: jsEventListeners };
  } finally {
    await session.detach();
  }
}
