import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchElectron } from '../../scripts/electron-runtime/launch.ts';
import { resolveElectronRuntime } from '../../scripts/electron-runtime/resolve.ts';
import type { TechnicianCall } from '../../src-main/contract/technician.ts';
import type { Totem } from '../../src-main/contract/totem.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { askPage, killPage, shownScreen } from '../support/ask-page.ts';
import { launchKiosk, projectFolder, type RunningKiosk } from '../support/kiosk.ts';
import { goHome, patience, readLog, useStage, waitForLog } from '../support/stage.ts';
import {
  identify,
  openInvoice,
  payByPix,
  screen,
  startVisit,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const pageUrl = 'totem://app/index.html';

describe('a hostile page', () => {
  const stage = useStage({ world: { printer: false } });

  test('opens no window', async () => {
    const { page, app, world } = stage;
    const opened = await page.evaluate(
      (urls) => urls.map((url) => window.open(url) === null),
      ['https://example.org', 'about:blank', 'totem://app/index.html', 'file:///etc/passwd'],
    );
    expect(opened).toEqual([true, true, true, true]);
    await waitForLog(world, 'SHELL-WINDOW-DENIED');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('reaches no server, its own included', async () => {
    const { page, world } = stage;
    const before = { ...world.chat.ledger.requests };
    const outcomes = await page.evaluate(async (url) => {
      const outcome = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      const loaded = (element: HTMLElement): Promise<unknown> =>
        new Promise((resolve, reject) => {
          element.onload = resolve;
          element.onerror = reject;
          document.head.append(element);
        });
      const image = Object.assign(new Image(), { src: `${url}/picture.png` });
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `${url}/a.css`,
      });
      const socket = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const line = new WebSocket(url.replace('http', 'ws'));
          line.onopen = resolve;
          line.onerror = reject;
        });
      return Promise.all([
        outcome(fetch(url)),
        outcome(fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' })),
        outcome(fetch('totem://app/index.html')),
        outcome(loaded(image)),
        outcome(loaded(style)),
        outcome(socket()),
        Promise.resolve(navigator.sendBeacon(url, 'x') ? 'tried' : 'refused'),
      ]);
    }, world.chat.url);
    expect(outcomes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'refused'));
    expect(world.chat.ledger.requests).toEqual(before);
  });

  test('turns no text into script', async () => {
    const { page } = stage;
    // Inside an evaluation of the debugger the page's policy is lifted: the attempts run in a turn of their own.
    const refused = await page.evaluate(
      () =>
        new Promise<Record<string, string>>((resolve) => {
          const attempts: Record<string, () => unknown> = {
            eval: () => Reflect.get(globalThis, 'eval')('1'),
            'new Function': () => Reflect.construct(Function, ['return 1'])(),
            'setTimeout with text': () => setTimeout('document.title = "x"' as unknown as () => void, 0),
            innerHTML: () => {
              document.createElement('div').innerHTML = '<img src=x onerror="document.title=1">';
            },
            'document.write': () => document.write('<b>x</b>'),
            'script text': () => {
              const script = document.createElement('script');
              script.text = 'document.title = "x"';
            },
            'script src': () => {
              document.createElement('script').src = 'https://example.org/x.js';
            },
            'a policy of its own': () =>
              (
                globalThis as unknown as {
                  trustedTypes: { createPolicy(name: string, rules: object): unknown };
                }
              ).trustedTypes.createPolicy('default', { createHTML: (text: string) => text }),
            worker: () => new Worker('data:text/javascript,postMessage(1)'),
          };
          setTimeout(() => {
            const outcomes = Object.entries(attempts).map(([name, attempt]) => {
              try {
                attempt();
                return [name, 'allowed'];
              } catch {
                return [name, 'refused'];
              }
            });
            resolve(Object.fromEntries(outcomes));
          });
        }),
    );
    expect(Object.entries(refused).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    expect(await page.title()).toBe('Autoatendimento');
  });

  test('runs no inline script or handler, and styles only itself', async () => {
    const { page } = stage;
    const blocked = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const directives: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) => {
            directives.push(event.effectiveDirective);
            if (directives.length === 2) resolve(directives);
          });
          setTimeout(() => {
            const div = document.createElement('div');
            div.setAttribute('style', 'color: red');
            document.body.append(div);
            const style = document.createElement('style');
            style.textContent = 'body { display: none }';
            document.head.append(style);
            div.remove();
            style.remove();
          });
        }),
    );
    expect(blocked).toEqual(['style-src-attr', 'style-src-elem']);
  });

  test('gets nothing from a frame or a webview', async () => {
    const { page, world } = stage;
    const found = await page.evaluate(async (url) => {
      const frames = ['about:blank', 'totem://app/index.html', url, 'data:text/html,hello'].map((src) =>
        Object.assign(document.createElement('iframe'), { src }),
      );
      const webview = document.createElement('webview');
      webview.setAttribute('src', url);
      document.body.append(...frames, webview);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const totems = frames.map((frame) => {
        try {
          return typeof (frame.contentWindow as unknown as { totem?: unknown } | null)?.totem;
        } catch {
          return 'unreachable';
        }
      });
      const kind = webview.constructor.name;
      for (const element of [...frames, webview]) element.remove();
      return { totems, kind };
    }, world.chat.url);
    expect(found.totems).not.toContain('object');
    expect(found.kind).toBe('HTMLElement');
    expect(world.chat.ledger.requests.unknown ?? 0).toBe(0);
  });

  test('is given no permission and no device', async () => {
    const { page, world } = stage;
    const outcomes = await page.evaluate(async () => {
      const outcome = (work: () => Promise<unknown>): Promise<string> =>
        work().then(
          (value) => String(value),
          (error: Error) => error.name,
        );
      const device = navigator as unknown as Record<
        'usb' | 'serial' | 'hid',
        { getDevices?: () => Promise<unknown[]>; getPorts?: () => Promise<unknown[]> } | undefined
      >;
      return {
        geolocation: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            (error) => resolve(error.code),
          );
        }),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        notifications: await outcome(() => Notification.requestPermission()),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        midi: await outcome(() => navigator.requestMIDIAccess()),
        usb: await outcome(async () => (await device.usb?.getDevices?.())?.length ?? 0),
        serial: await outcome(async () => (await device.serial?.getPorts?.())?.length ?? 0),
        hid: await outcome(async () => (await device.hid?.getDevices?.())?.length ?? 0),
        asked: await Promise.all(
          ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'].map(async (name) => {
            const status = await navigator.permissions.query({ name: name as PermissionName });
            return status.state;
          }),
        ),
      };
    });
    expect(outcomes).toMatchObject({
      geolocation: 1,
      notifications: 'denied',
      usb: '0',
      serial: '0',
      hid: '0',
    });
    expect(new Set(outcomes.asked)).toEqual(new Set(['denied']));
    for (const wanted of [
      outcomes.camera,
      outcomes.microphone,
      outcomes.screen,
      outcomes.clipboard,
      outcomes.midi,
    ]) {
      expect(wanted).toMatch(/^(NotAllowedError|NotFoundError|NotSupportedError|SecurityError)$/);
    }
    await waitForLog(world, 'SHELL-PERMISSION-DENIED');
  });

  test('finds nothing stored and nothing of Node', async () => {
    const { page } = stage;
    await identify(page, customers.maria.document);
    expect(
      await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        cookie: document.cookie,
        node: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (name) => name in globalThis,
        ),
        totem: Object.keys((globalThis as unknown as { totem: object }).totem).sort(),
      })),
    ).toEqual({
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      cookie: '',
      node: [],
      totem: ['heartbeat', 'onView', 'send', 'technician'],
    });
  });

  test('gets nothing from the technician’s area: not from a visit, nor at the door', async () => {
    const { page } = stage;
    const ask = (call: TechnicianCall, input: object): Promise<unknown> =>
      page.evaluate(
        ([name, given]) => (globalThis as unknown as { totem: Totem }).totem.technician(name, given as never),
        [call, input] as const,
      );
    const locked = { ok: false, reason: 'locked' };
    await identify(page, customers.maria.document);
    expect(await ask('door', {})).toEqual(locked);
    expect(await ask('read-settings', {})).toEqual(locked);
    await goHome(page);
    await page.evaluate(() =>
      (globalThis as unknown as { totem: Totem }).totem.send({
        screenKey: 0,
        intent: { type: 'technician' },
      }),
    );
    await waitForScreen(page, 'technician');
    expect(await ask('read-settings', {})).toEqual(locked);
    expect(await ask('find-charges', { text: '', page: 0 })).toEqual(locked);
    expect(await ask('read-settings' as 'door', { draft: 1 })).toEqual(locked);
    expect(await ask('nothing' as 'door', {})).toEqual({ ok: false, reason: 'refused' });
    await page.evaluate(() => (globalThis as unknown as { totem: Totem }).totem.technician('leave', {}));
    await waitForScreen(page, 'attract');
  });

  test('is refused every malformed message, and the kiosk goes on', async () => {
    const { page, world } = stage;
    const messages: unknown[] = [
      null,
      'start',
      42,
      [],
      {},
      { intent: { type: 'start' } },
      { screenKey: '0', intent: { type: 'start' } },
      { screenKey: -1, intent: { type: 'start' } },
      { screenKey: 1.5, intent: { type: 'start' } },
      { screenKey: 0, intent: null },
      { screenKey: 0, intent: { type: 'shutdown' } },
      { screenKey: 0, intent: { type: 'start', extra: true } },
      { screenKey: 0, intent: { type: 'start' }, extra: true },
      { screenKey: 0, intent: { type: 'key', key: '12' } },
      { screenKey: 0, intent: { type: 'key', key: '\u001b' } },
      { screenKey: 0, intent: { type: 'choose-invoice', invoiceId: '' } },
      { screenKey: 0, intent: { type: 'choose-invoice', invoiceId: 'x'.repeat(100_000) } },
      { screenKey: 0, intent: { type: 'choose-contract', contractId: { $ne: 1 } } },
    ];
    await page.evaluate((all) => {
      const { totem } = globalThis as unknown as { totem: { send(message: unknown): void } };
      for (const message of all) totem.send(message);
      totem.send(undefined);
    }, messages);
    const refused = async () =>
      (await readLog(world)).filter(
        ({ code, channel }) => code === 'IPC-MESSAGE-REFUSED' && channel === 'totem:intent',
      ).length;
    await expect.poll(refused, patience).toBe(messages.length + 1);
    expect(await screen(page, 'attract').isVisible()).toBe(true);
    await startVisit(page);
  });

  test('cannot act on a screen that is no longer there', async () => {
    const { page } = stage;
    await startVisit(page);
    await page.evaluate(() => {
      const { totem } = globalThis as unknown as { totem: { send(message: unknown): void } };
      for (let screenKey = 0; screenKey < 200; screenKey += 1) {
        totem.send({ screenKey: screenKey * 1_000_003, intent: { type: 'leave' } });
      }
    });
    await typeDocument(page, '5');
    await page.getByTestId('entry').getByText('5').waitFor(patience);
    expect(await screen(page, 'document').isVisible()).toBe(true);
  });
});

describe('the shell', () => {
  const stage = useStage({ world: { printer: false } });

  test('serves the page under a policy that allows nothing but its own files', async () => {
    const { app } = stage;
    const answer = await app.evaluate(async ({ session }) => {
      const { status, headers } = await session.defaultSession.fetch('totem://app/index.html');
      return { status, headers: Object.fromEntries(headers.entries()) };
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  for (const path of [
    'totem://app/../../package.json',
    'totem://app/..%2f..%2fpackage.json',
    'totem://app/%2e%2e/%2e%2e/package.json',
    'totem://app/..%5c..%5cpackage.json',
    'totem://app//etc/passwd',
    'totem://app/..%2fmain/index.js',
    'totem://app/../preload/preload.cjs',
    'totem://app/index.html%00.png',
    'totem://app/%E0%A4%A',
    'totem://app/',
    'totem://app/assets',
    'totem://other/index.html',
  ]) {
    test(`answers 404 to ${path}`, async () => {
      const status = await stage.app.evaluate(
        async ({ session }, url) => (await session.defaultSession.fetch(url)).status,
        path,
      );
      expect(status).toBe(404);
    });
  }

  test('gives the page a sandbox, a world of its own and nothing else', async () => {
    const { app } = stage;
    const found = await app.evaluate(({ BrowserWindow, Menu }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return {
        preferences: (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
        devTools: contents?.isDevToolsOpened(),
        menu: Menu.getApplicationMenu(),
      };
    });
    expect(found.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
    expect(found.preferences).not.toHaveProperty('nodeIntegrationInWorker', true);
    expect(found.devTools).toBe(false);
    expect(found.menu).toBeNull();
  });

  test('refuses the messages of a stranger, even one that shows our own page', async () => {
    const { app, page, world } = stage;
    const preload = join(projectFolder, 'out', 'preload', 'preload.cjs');
    for (const url of ['data:text/html,stranger', pageUrl]) {
      await app.evaluate(
        async ({ BrowserWindow }, stranger) => {
          const window = new BrowserWindow({
            show: false,
            webPreferences: { preload: stranger.preload, sandbox: true },
          });
          await window.loadURL(stranger.url);
          await window.webContents.executeJavaScript(
            'for (let key = 0; key < 100; key += 1) totem.send({ screenKey: key, intent: { type: "start" } })',
          );
          window.destroy();
        },
        { url, preload },
      );
    }
    await app.evaluate(({ ipcMain }) => {
      ipcMain.emit('totem:intent', { senderFrame: null }, { screenKey: 1, intent: { type: 'start' } });
    });
    const refused = async () =>
      (await readLog(world)).filter(
        ({ code, channel }) => code === 'IPC-SENDER-REFUSED' && channel === 'totem:intent',
      ).length;
    await expect.poll(refused, patience).toBe(201);
    expect(await screen(page, 'attract').isVisible()).toBe(true);
  });

  test('runs once for each data folder: the second one ends at once and the first lives on', async () => {
    const { page, world } = stage;
    const second = launchElectron({
      runtime: await resolveElectronRuntime({ log: () => undefined }),
      appDir: projectFolder,
      args: ['--windowed'],
      env: { ...process.env, BALCAO_HOME: world.dataFolder },
      log: () => undefined,
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    await startVisit(page);
  });
});

describe('a page that dies or wants to go elsewhere', () => {
  let world: World | undefined;
  let kiosk: RunningKiosk | undefined;

  beforeAll(async () => {
    world = await startWorld({ printer: false });
    kiosk = await launchKiosk({ dataFolder: world.dataFolder });
  });

  afterAll(async () => {
    await kiosk?.close();
    await world?.close();
  });

  test('comes back to the same QR when it is killed or hangs, and the payment is noticed', async () => {
    if (!kiosk || !world) throw new Error('the kiosk is not there');
    const { app, page } = kiosk;
    await identify(page, customers.maria.document);
    await openInvoice(page, customers.maria.invoices.plain);
    await payByPix(page);
    const qr = await askPage(app, qrPath);
    expect(qr).toMatch(/^M/);

    await killPage(app);
    await waitForLog(world, 'PAGE-GONE');
    await expect.poll(() => askPage(app, qrPath), patience).toBe(qr);

    // No evaluation: an answer that never comes would hang the test with the page.
    await hang(app);
    await waitForLog(world, 'PAGE-HUNG');
    await expect.poll(() => askPage(app, qrPath), patience).toBe(qr);
    expect(world.psp.ledger.charges).toHaveLength(1);

    world.psp.pay(world.psp.ledger.charges[0]?.txid ?? '');
    await expect.poll(() => askPage(app, shownScreen), patience).toBe('screen-paid');
  });

  for (const target of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,<h1>hello</h1>',
    'totem://other/index.html',
    'about:blank',
    'javascript:document.title="x"',
  ]) {
    test(`is kept from ${target}`, async () => {
      if (!kiosk) throw new Error('the kiosk is not there');
      const { app } = kiosk;
      for (const journey of journeys) {
        const attempt = () => askPage(app, journey(JSON.stringify(target)));
        await expect.poll(attempt, patience).not.toBe('not there');
      }
      const place = () => askPage(app, `[location.href, document.title].join(' ')`);
      await expect.poll(place, patience).toBe(`${pageUrl} Autoatendimento`);
      // The page may just be on its way back: its address is right before its screen is there.
      await expect.poll(() => askPage(app, shownScreen), patience).toMatch(/^screen-/);
    });
  }
});

const qrPath = `document.querySelector('[data-testid="pix-qr"] path').getAttribute('d')`;

/** Nobody waits for the answer, which never comes. */
async function hang(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript('for (;;);')
      .catch(() => undefined);
  });
}

/** How a page goes somewhere else; each is an expression with the target as a string literal. */
const journeys: readonly ((target: string) => string)[] = [
  (target) => `location.href = ${target}; 0`,
  (target) => `location.replace(${target}); 0`,
  (target) => `${element('a', `{ href: ${target} }`)}.click(); 0`,
  (target) => `${element('form', `{ action: ${target} }`)}.submit(); 0`,
];

function element(name: string, properties: string): string {
  return `document.body.appendChild(Object.assign(document.createElement('${name}'), ${properties}))`;
}
