import { describe, expect, it } from 'vitest';
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

describe('what the chat told of a customer', () => {
  const known = { document: '52998224725', name: 'Maria Souza', customerErpId: '7001', phone: '54987654321' };
  const profile = {
    name: 'Outra',
    phone: '5511900000000',
    email: 'maria@example.com',
    segment: 'Cliente',
  } as const;

  it('fills what the ERP does not know, and nothing else', () => {
    const { visits } = open();
    visits.begin('v1');
    visits.identify('v1', known);
    visits.keepChatProfile('v1', known.document, profile);
    expect(visits.find('v1')).toMatchObject({
      contact: { ...known, email: 'maria@example.com' },
      chatProfile: profile,
    });
    visits.identify('v1', { ...known, email: 'erp@example.com' });
    expect(visits.find('v1')?.contact?.email).toBe('erp@example.com');
  });

  it('does not stay with the next customer of the visit, nor with nobody', () => {
    const { visits } = open();
    visits.begin('v1');
    visits.keepChatProfile('v1', known.document, profile);
    expect(visits.find('v1')).toEqual({ id: 'v1', startedAt: start });
    visits.identify('v1', known);
    visits.keepChatProfile('v1', known.document, profile);
    visits.identify('v1', { ...known, document: '11144477735' });
    expect(visits.find('v1')?.chatProfile).toBeUndefined();
  });

  it('is not kept with somebody else who was identified while the chat was asked', () => {
    const { visits } = open();
    visits.begin('v1');
    visits.identify('v1', { ...known, document: '11144477735' });
    visits.keepChatProfile('v1', known.document, profile);
    expect(visits.find('v1')?.chatProfile).toBeUndefined();
  });

  it('gives way to what the customer changed', () => {
    const { visits } = open();
    visits.begin('v1');
    visits.identify('v1', known);
    visits.keepChatProfile('v1', known.document, profile);
    visits.changeContact('v1', { email: 'new@example.com', whatsapp: '54900000001' });
    expect(visits.find('v1')?.contact).toEqual({ ...known, email: 'new@example.com', phone: '54900000001' });
  });
});
