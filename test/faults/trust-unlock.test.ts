import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openForReading } from '../../src-main/storage/database.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { startWorld, type World } from '../support/world.ts';
import { ChildKiosk } from './child-kiosk.ts';
import { until } from './until.ts';

const blocked = '6301';

async function openWorld(): Promise<World> {
  const world = await startWorld({ printer: false });
  onTestFinished(() => world.close());
  await world.writeSettings((settings) => {
    Object.assign(settings.visit, { services: { services: true, trustUnlock: true } });
  });
  return world;
}

async function boot({ dataFolder }: World): Promise<ChildKiosk> {
  const kiosk = new ChildKiosk({ dataFolder });
  onTestFinished(() => kiosk.kill());
  await kiosk.ready();
  return kiosk;
}

/** Up to the blocked service of Maria's. */
async function openService(kiosk: ChildKiosk): Promise<void> {
  await kiosk.screen('attract');
  kiosk.touch({ type: 'start' });
  await kiosk.screen('document');
  for (const key of customers.maria.document) kiosk.touch({ type: 'key', key });
  kiosk.touch({ type: 'submit' });
  await kiosk.screen('menu');
  kiosk.touch({ type: 'choose-entry', entry: 'services' });
  await until('the services are read', () => {
    const { shown } = kiosk;
    return shown?.name === 'services' && shown.services.length > 0;
  });
  const { shown } = kiosk;
  const [first] = shown?.name === 'services' ? shown.services : [];
  kiosk.touch({ type: 'choose-service', serviceId: first?.id ?? '' });
  await kiosk.screen('service');
}

function unlocks({ erp }: World): number {
  return erp.ledger.writes.filter(({ operation }) => operation === 'trustUnlock').length;
}

function requests({ dataFolder }: World): readonly unknown[] {
  const database = openForReading(join(dataFolder, 'balcao.db'));
  try {
    return database.all('SELECT subject, state FROM requests', z.record(z.string(), z.unknown()));
  } finally {
    database.close();
  }
}

test('a trust unlock is asked for once, by a kiosk whose settings offer it', async () => {
  const world = await openWorld();
  const kiosk = await boot(world);
  await openService(kiosk);
  expect(kiosk.shown).toMatchObject({ service: { blocked: true }, unlock: 'offered' });
  kiosk.touch({ type: 'ask-unlock' });
  await kiosk.screen('unlock-terms');
  expect(kiosk.shown).toMatchObject({ terms: expect.stringContaining('por 3 dias') });
  kiosk.touch({ type: 'agree' });
  await kiosk.screen('unlock-result');
  expect(kiosk.shown).toMatchObject({ standing: 'done' });
  expect(unlocks(world)).toBe(1);
  expect(requests(world)).toEqual([{ subject: blocked, state: 'done' }]);
});

test('a kiosk killed while the ERP has its unlock in hand knows that it does not know, and sends none again', async () => {
  const world = await openWorld();
  const first = await boot(world);
  await openService(first);
  first.touch({ type: 'ask-unlock' });
  await first.screen('unlock-terms');
  // The ERP takes it and never gets to answer.
  world.erp.setFaults([{ operation: 'trustUnlock', effect: { kind: 'hang' } }]);
  first.touch({ type: 'agree' });
  await until('the unlock has reached the ERP', () => unlocks(world) === 1);
  await first.kill();
  expect(requests(world)).toEqual([{ subject: blocked, state: 'sent' }]);

  world.erp.setFaults([]);
  const second = await boot(world);
  expect(requests(world)).toEqual([{ subject: blocked, state: 'unclear' }]);
  await openService(second);
  expect(second.shown).toMatchObject({
    unlock: 'unclear',
    protocol: expect.stringMatching(/^[0-9A-F]{10}$/),
  });
  second.touch({ type: 'ask-unlock' });
  second.touch({ type: 'back' });
  await until('the list again', () => second.shown?.name === 'services');
  expect(unlocks(world)).toBe(1);
});
