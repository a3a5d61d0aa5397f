import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  calendarDateAt,
  daysBetween,
  formatCalendarDate,
  parseCalendarDate,
} from '../../../src-main/domain/calendar-date.ts';

const anyDate = fc.integer({ min: -25_000, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('parseCalendarDate', () => {
  test.each([
    ['2026-11-21', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    [' 2026-11-21 ', '2026-11-21'],
    ['2026-11-21T00:30:00Z', '2026-11-21'],
    ['2026-11-21T23:59:59.999-03:00', '2026-11-21'],
    ['2026-11-21 08:15:00', '2026-11-21'],
    ['21/11/2026 8:15', '2026-11-21'],
    ['21/11/2026 08:15:59', '2026-11-21'],
    ['2024-02-29', '2024-02-29'],
    ['29/02/2000', '2000-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(parseCalendarDate(text)).toBe(date);
  });

  test.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '31/04/2026',
    '00/01/2026',
    '2026-13-01',
    '0000-00-00',
    '11/21/2026',
    '2026/11/21',
    '21-11-2026',
    '1/2/2026',
    '21/11/26',
    '20261121',
    '2026-11-21T25:00',
    '2026-11-21 at noon',
    'x2026-11-21',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  test('reads every date back from either shape', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseCalendarDate(date)).toBe(date);
        expect(parseCalendarDate(formatCalendarDate(date))).toBe(date);
      }),
    );
  });

  test('accepts a day, month and year exactly when the calendar has them', () => {
    const part = (max: number) => fc.nat({ max }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), part(13), part(32), (year, month, day) => {
        const utc = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
        const exists = utc.getUTCMonth() === Number(month) - 1 && utc.getUTCDate() === Number(day);
        expect(parseCalendarDate(`${year}-${month}-${day}`) !== undefined).toBe(exists);
      }),
    );
  });
});

test('formatCalendarDate writes day, month and year', () => {
  expect(formatCalendarDate('2026-11-05')).toBe('05/11/2026');
});

describe('calendarDateAt', () => {
  test.each([
    ['2026-11-22T02:59:59Z', 'America/Sao_Paulo', '2026-11-21'],
    ['2026-11-22T03:00:00Z', 'America/Sao_Paulo', '2026-11-22'],
    ['2026-11-22T04:59:59Z', 'America/Rio_Branco', '2026-11-21'],
    // Summer time began at midnight: this day had no 00:00 in São Paulo.
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01'],
  ])('knows that at %s in %s it is %s', (instant, timeZone, date) => {
    expect(calendarDateAt(Date.parse(instant), timeZone)).toBe(date);
  });
});

describe('counting days', () => {
  test.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2026-11-22', 1],
    ['2026-11-21', '2026-11-20', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['1997-10-07', '2000-07-03', 1000],
    ['1997-10-07', '2025-02-21', 9999],
  ])('from %s to %s there are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('addDays and daysBetween undo each other, and text order is time order', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -10_000, max: 10_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(other > date).toBe(days > 0);
      }),
    );
  });
});
