import { expect, it } from 'vitest';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

const start = Date.UTC(2026, 10, 21, 12);

function open() {
  const clock = new ManualClock(start);
  return { clock, visits: createVisitRecords(openTemporaryDatabase(), clock) };
}

it('knows of a new visit only when it began', () => {
  const { visits } = open();
  visits.begin('v1');
  expect(visits.find('v1')).toEqual({ id: 'v1', startedAt: start });
  expect(visits.find('v2')).toBeUndefined();
});

it('keeps who it was, with what the ERP told', () => {
  const { visits } = open();
  const contact = { document: '52998224725', name: 'Maria Souza', customerErpId: '7001' };
  visits.begin('v1');
  visits.identify('v1', contact);
  expect(visits.find('v1')).toEqual({ id: 'v1', startedAt: start, contact });
  visits.identify('v1', { ...contact, phone: '54987654321', email: 'maria@example.com' });
  expect(visits.find('v1')?.contact).toMatchObject({ phone: '54987654321', email: 'maria@example.com' });
});

it('ends a visit once: the first reason stays', async () => {
  const { clock, visits } = open();
  visits.begin('v1');
  await clock.advance(5_000);
  visits.end('v1', 'completed');
  visits.end('v1', 'crashed');
  expect(visits.find('v1')).toMatchObject({ endedAt: start + 5_000, endReason: 'completed' });
});

it('lists the visits that nobody ended, oldest first', async () => {
  const { clock, visits } = open();
  for (const id of ['v3', 'v1', 'v2']) {
    visits.begin(id);
    await clock.advance(1_000);
  }
  visits.end('v1', 'left');
  expect(visits.listOpen()).toEqual(['v3', 'v2']);
});
