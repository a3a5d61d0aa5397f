import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { KioskHost } from '../../../src-main/kiosk-host.ts';
import type { KioskLog } from '../../../src-main/logging/pino-log.ts';
import { VisitPictures } from '../../../src-main/shell/visit-pictures.ts';
import { startKiosk, takeUpWork } from '../../../src-main/start-kiosk.ts';
import { TechnicianVisit } from '../../../src-main/technician/technician-visit.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { exampleWith } from '../../unit/settings/settings-example.ts';
import { testVault } from '../../unit/settings/test-vault.ts';

class HostLog extends RecordingLog implements KioskLog {
  start = () => Promise.resolve();
  hide = () => undefined;
  flush = () => undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function writeSettings(folder: string, gateway: Record<string, unknown>): Promise<void> {
  const settings = exampleWith('printer', undefined);
  Reflect.deleteProperty(settings, 'relay');
  Reflect.deleteProperty(Object(settings.terminal), 'logo');
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...settings, gateway }), { mode: 0o600 });
}

it('opens with the kiosk, takes new settings with a restart in the same process, and ends with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-gateway-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const clock = new ManualClock();
  const log = new HostLog();
  const port = await freePort();
  const statusWith = (token: string) =>
    fetch(`http://127.0.0.1:${port}/t/${token}/health`).then((got) => got.status);
  const [old, fresh] = ['old-token-0123456789-abcdef', 'new-token-0123456789-abcdef'];

  await writeSettings(folder, { port, token: old });
  const host = await KioskHost.open({
    start: () =>
      startKiosk({ dataFolder: folder, vault: testVault(), pictures: new VisitPictures(), clock, log }),
    takeUpWork: (started) => takeUpWork(started, folder, log),
    technician: new TechnicianVisit(clock),
    show: () => undefined,
    log,
  });
  let hasEnded = false;
  onTestFinished(() => (hasEnded ? undefined : host.stop()));
  await host.takeUpWork();
  await vi.waitFor(async () => expect(await statusWith(old)).toBe(200));
  expect(host.kiosk()?.records.readRunning().gateway).toEqual({
    address: `127.0.0.1:${port}`,
    state: 'listening',
  });

  await writeSettings(folder, { port, token: fresh });
  await host.restart();
  await vi.waitFor(async () => expect(await statusWith(fresh)).toBe(200));
  expect(await statusWith(old)).toBe(401);

  hasEnded = true;
  await host.stop();
  await expect(statusWith(fresh)).rejects.toThrow();
  expect(log.codes.filter((code) => code === 'GATEWAY-LISTENING')).toHaveLength(2);
  expect(log.codes).not.toContain('GATEWAY-NOT-OPENED');
});
