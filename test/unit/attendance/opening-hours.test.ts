import { expect, it } from 'vitest';
import type { OpeningHours } from '../../../src-main/domain/opening-hours.ts';
import { maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const hours: readonly OpeningHours[] = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
];
const minute = 60_000;

/** A kiosk with those hours at a moment of São Paulo. */
function stageAt(dateTime: string): StagedVisit {
  const stage = new StagedVisit({ hours });
  stage.clock.setWallTime(Date.parse(`${dateTime}:00-03:00`));
  return stage;
}

it('closed: says when it opens, and does not begin', async () => {
  const stage = stageAt('2026-11-21T10:00');
  expect(stage.seeing('attract')).toMatchObject({ notices: ['closed'], opensAt: '08:00', opensOn: 'mon' });
  await stage.touch('start');
  stage.seeing('attract');
  expect(stage.diary.entries).toEqual([]);
});

it('opens and closes by itself', async () => {
  const stage = stageAt('2026-11-20T07:59');
  expect(stage.seeing('attract')).toMatchObject({ notices: ['closed'], opensAt: '08:00' });
  const drawn = stage.views.length;
  await stage.clock.advance(2 * minute);
  expect(stage.views.length).toBe(drawn + 1);
  expect(stage.views.at(-1)?.screen).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
  stage.clock.setWallTime(Date.parse('2026-11-20T18:00:00-03:00'));
  await stage.clock.advance(minute);
  expect(stage.views.at(-1)?.screen).toMatchObject({ notices: ['closed'], opensOn: 'mon' });
});

it('a visit in hand goes on after closing time', async () => {
  const stage = stageAt('2026-11-20T17:59');
  await stage.identify(maria);
  await stage.clock.advance(30_000);
  await stage.touch('activity');
  await stage.clock.advance(40_000);
  await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
  await stage.touch('pay-pix');
  stage.seeing('pix');
  stage.payments.pay(stage.charge().id);
  await stage.clock.advance(0);
  stage.seeing('paid');
});

it('stops looking at the clock when the kiosk stops', () => {
  const stage = stageAt('2026-11-20T07:59');
  stage.attendance.stop();
  expect(stage.clock.pending).toBe(0);
});

it('offers only what the settings offer', async () => {
  const stage = new StagedVisit({ offer: { pix: true, slip: false, several: true, boleto: true } });
  expect(stage.seeing('attract').hidden).toEqual(['slip']);
  await stage.openInvoice();
  expect(stage.seeing('invoice')).toMatchObject({
    pix: { offered: true },
    slip: { offered: false, reason: 'not-configured' },
  });
  await stage.touch('print-slip');
  stage.seeing('invoice');
  const other = new StagedVisit({ offer: { pix: false, slip: true, several: true, boleto: true } });
  await other.openInvoice();
  expect(other.seeing('invoice').pix).toEqual({ offered: false, reason: 'not-configured' });
  await other.touch('pay-pix');
  other.seeing('invoice');
});
