import type { ElectronApplication } from 'playwright-core';

/** How much of each kind of storage the page's session holds: records, for the cache bytes. */
export async function readStorage(app: ElectronApplication): Promise<Readonly<Record<string, number>>> {
  return app.evaluate(async ({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const { cookies } = session.defaultSession;
    const kept = await contents?.executeJavaScript(`(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }))()`);
    return {
      ...kept,
      cookies: (await cookies.get({})).length,
      cached: await session.defaultSession.getCacheSize(),
    };
  });
}

/** Everything that the page draws or would read aloud, and what stands in its fields. */
export async function readDrawn(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const drawn: unknown = await contents?.executeJavaScript(`[
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value),
    ].join(' ')`);
    return String(drawn);
  });
}

/**
 * Those of these ASCII texts that something in the page's memory still leads to, after its rubbish was collected. Asked
 * by the main process, so that the test driver brings none of them into the page.
 */
export async function findInMemory(
  app: ElectronApplication,
  texts: readonly string[],
): Promise<readonly string[]> {
  return app.evaluate(async ({ BrowserWindow }, wanted) => {
    const inspector = BrowserWindow.getAllWindows()[0]?.webContents.debugger;
    if (!inspector) throw new Error('there is no window');
    const chunks: string[] = [];
    const take = (_event: unknown, method: string, { chunk }: { chunk?: string }): void => {
      if (method === 'HeapProfiler.addHeapSnapshotChunk' && chunk !== undefined) chunks.push(chunk);
    };
    inspector.attach();
    inspector.on('message', take);
    try {
      await inspector.sendCommand('HeapProfiler.enable');
      for (let round = 0; round < 2; round += 1) await inspector.sendCommand('HeapProfiler.collectGarbage');
      await inspector.sendCommand('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    } finally {
      inspector.off('message', take);
      inspector.detach();
    }
    const memory = chunks.join('');
    return wanted.filter((text) => memory.includes(text));
  }, texts);
}
