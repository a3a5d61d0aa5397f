import { expect, test } from 'vitest';
import type { Intent, IntentMessage } from '../../../src-main/contract/intent.ts';
import type { View } from '../../../src-main/contract/screen.ts';
import { type Hosted, KioskHost } from '../../../src-main/kiosk-host.ts';
import { neutralBrand } from '../../../src-main/settings/brand.ts';
import { TechnicianVisit } from '../../../src-main/technician/technician-visit.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const attract = viewOf({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });

function viewOf(screen: View['screen']): View {
  return { screenKey: 1, screen, brand: neutralBrand() };
}

class FakeKiosk {
  readonly handled: IntentMessage[] = [];
  readonly listeners: ((view: View) => void)[] = [];
  free = true;
  stops = 0;
  /** Why it cannot end in order. */
  trouble: Error | undefined;
  readonly attendance = {
    isFree: () => this.free,
    view: () => attract,
    handle: (message: IntentMessage) => void this.handled.push(message),
    onView: (listener: (view: View) => void) => void this.listeners.push(listener),
  };

  stop(): Promise<void> {
    this.stops += 1;
    return this.trouble ? Promise.reject(this.trouble) : Promise.resolve();
  }
}

async function openHost(starts: readonly Hosted<FakeKiosk>[]) {
  const queue = [...starts];
  const shown: string[] = [];
  const technician = new TechnicianVisit(new ManualClock());
  const log = new RecordingLog();
  const host = await KioskHost.open<FakeKiosk>({
    start() {
      const next = queue.shift();
      if (!next) throw new Error('nothing more to start');
      return Promise.resolve(next);
    },
    takeUpWork: (started) => Promise.resolve(started),
    technician,
    show: ({ screen }) => shown.push(screen.name),
    log,
  });
  return { host, technician, shown, log };
}

const running = (kiosk: FakeKiosk): Hosted<FakeKiosk> => ({ kiosk, view: undefined });

const send = (host: KioskHost<FakeKiosk>, intent: Intent): void => host.handle({ screenKey: 1, intent });

test('the hidden gesture leads to the technician only while nobody is attended', async () => {
  const kiosk = new FakeKiosk();
  const { host, shown } = await openHost([running(kiosk)]);
  kiosk.free = false;
  send(host, { type: 'technician' });
  expect(host.view().screen.name).toBe('attract');
  kiosk.free = true;
  send(host, { type: 'technician' });
  expect(host.view().screen.name).toBe('technician');
  expect(shown).toEqual(['technician']);
  expect(kiosk.handled).toEqual([]);
});

test('what is touched in the area never reaches a visit, and what the visit draws does not cover the area', async () => {
  const kiosk = new FakeKiosk();
  const { host, technician, shown } = await openHost([running(kiosk)]);
  send(host, { type: 'start' });
  expect(kiosk.handled).toHaveLength(1);
  technician.enter();
  send(host, { type: 'start' });
  expect(kiosk.handled).toHaveLength(1);
  for (const listener of kiosk.listeners) listener(attract);
  expect(shown).toEqual(['technician', 'technician']);
  technician.leave();
  expect(shown.at(-1)).toBe('attract');
});

test('without settings there is nobody to push aside: the area opens from "em configuração"', async () => {
  const view = viewOf({ name: 'configuring', settingsFile: 'settings.json', problems: [] });
  const { host } = await openHost([{ kiosk: undefined, view }]);
  send(host, { type: 'start' });
  expect(host.view()).toBe(view);
  send(host, { type: 'technician' });
  expect(host.view().screen.name).toBe('technician');
});

test('a restart ends the old kiosk, starts the new one and draws it; the technician stays where they are', async () => {
  const [old, next] = [new FakeKiosk(), new FakeKiosk()];
  const { host, technician, shown } = await openHost([running(old), running(next)]);
  technician.enter();
  await host.restart();
  expect([old.stops, next.stops]).toEqual([1, 0]);
  expect(host.kiosk()).toBe(next);
  expect(shown.at(-1)).toBe('technician');
  technician.leave();
  for (const listener of next.listeners) listener(attract);
  expect(shown.at(-1)).toBe('attract');
});

test('two restarts follow one another, and stop comes after them', async () => {
  const kiosks = [new FakeKiosk(), new FakeKiosk(), new FakeKiosk()];
  const { host } = await openHost(kiosks.map(running));
  await Promise.all([host.restart(), host.restart(), host.stop()]);
  expect(kiosks.map(({ stops }) => stops)).toEqual([1, 1, 1]);
});

test('a kiosk that does not end in order does not keep the next one from its work', async () => {
  const [old, next] = [new FakeKiosk(), new FakeKiosk()];
  old.trouble = new Error('the port hangs');
  const { host, log } = await openHost([running(old), running(next)]);
  await host.restart();
  expect(host.kiosk()).toBe(next);
  expect(log.codes).toEqual(['KIOSK-RESTARTS', 'STOP-FAILED']);
  next.trouble = new Error('the port hangs');
  await expect(host.stop()).rejects.toThrow('the port hangs');
});

test('what is saved while the app ends starts no other kiosk', async () => {
  const [last, next] = [new FakeKiosk(), new FakeKiosk()];
  const { host, log } = await openHost([running(last), running(next)]);
  await Promise.all([host.stop(), host.restart(), host.takeUpWork()]);
  expect(host.kiosk()).toBe(last);
  expect([last.stops, next.stops]).toEqual([1, 0]);
  expect(log.codes).toEqual([]);
});
