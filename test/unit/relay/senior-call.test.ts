import { describe, expect, it } from 'vitest';
import { CallBook } from '../../../src-main/relay/senior/call-book.ts';
import { callTimes } from '../../../src-main/relay/senior/call-times.ts';
import { dialledNumber } from '../../../src-main/relay/senior/dialled-number.ts';
import { seniorCrmSettings } from '../../../src-main/settings/senior-crm-settings.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

describe('how a number is dialled', () => {
  it.each([
    ['00{ddd}{number}', '5554987654321', '0054987654321'],
    ['00{ddd}{number}', '(54) 3261-2000', '005432612000'],
    ['{ddd}{number}', '54 8765-4321', '54987654321'],
    ['9{country}{ddd}{number}', '54987654321', '95554987654321'],
    ['{number}', '54987654321', '987654321'],
  ])('%s of %s', (mask, phone, dialled) => {
    expect(dialledNumber(mask, phone)).toBe(dialled);
  });

  it.each(['', '+1 202 555 0147', '123'])('not %j', (phone) => {
    expect(dialledNumber('00{ddd}{number}', phone)).toBeUndefined();
  });
});

describe('when a call was', () => {
  const formats = { dateFormat: 'YYYY-MM-DD', timeFormat: 'HH:mm:ss' } as const;

  it("is said in the terminal's zone", () => {
    const from = Date.UTC(2026, 11, 1, 2, 59, 58);
    expect(callTimes(formats, 'America/Sao_Paulo', from, from + 61_000)).toEqual({
      data: '2026-11-30',
      hora_inicio: '23:59:58',
      hora_fim: '00:00:59',
    });
  });

  it('midnight is 00, and other formats fit', () => {
    const from = Date.UTC(2026, 2, 5);
    const others = { dateFormat: 'YYYYMMDD', timeFormat: 'HH:mm' } as const;
    expect(callTimes(others, 'UTC', from, from)).toEqual({
      data: '20260305',
      hora_inicio: '00:00',
      hora_fim: '00:00',
    });
  });

  it('a clock that was set back makes it short, never negative', () => {
    const from = Date.UTC(2026, 2, 5, 12);
    expect(callTimes(formats, 'UTC', from, from - 3_600_000).hora_fim).toBe('12:00:00');
  });
});

it('of all that would look a visit up one may, and it alone again, once it was refused', () => {
  const database = openTemporaryDatabase();
  const clock = new ManualClock();
  createVisitRecords(database, clock).begin('v1');
  const book = new CallBook(database, clock);
  const ask = (eventId: string) => book.ask('v1', eventId, '0054987654321');
  expect([ask('e1'), ask('e1'), ask('e2')]).toEqual([true, false, false]);
  book.refuse('v1');
  expect([ask('e2'), ask('e1'), ask('e1')]).toEqual([false, true, false]);
});

describe('the mask in the settings', () => {
  const parse = (phoneMask: string) =>
    seniorCrmSettings.safeParse({ token: 't', tenant: 'x', agentExtension: '1', phoneMask }).success;
  it.each(['00{ddd}{number}', '{number}', '0{country}{ddd}{number}'])('takes %s', (mask) => {
    expect(parse(mask)).toBe(true);
  });
  it.each(['', '00{ddd}', '{ddd}{numero}', '+55{number}', '{number}{number}', '0 {number}'])(
    'does not take %j',
    (mask) => {
      expect(parse(mask)).toBe(false);
    },
  );
});
