import { describe, expect, it } from 'vitest';
import { dayBounds } from '../../../src-main/domain/day-bounds.ts';

function bounds(date: string, timeZone: string): readonly string[] {
  const { from, to } = dayBounds(date, timeZone);
  return [new Date(from).toISOString(), new Date(to).toISOString()];
}

describe('the bounds of a day', () => {
  it.each([
    ['America/Sao_Paulo', '2026-11-21T03:00:00.000Z', '2026-11-22T03:00:00.000Z'],
    ['America/Manaus', '2026-11-21T04:00:00.000Z', '2026-11-22T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'],
    ['Etc/GMT+12', '2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z'],
  ])('are its midnights in %s', (timeZone, from, to) => {
    expect(bounds('2026-11-21', timeZone)).toEqual([from, to]);
  });

  it('hold where a day has no midnight, and where it has 25 hours', () => {
    // Summer time began in São Paulo at midnight of 2018-11-04 and ended at midnight of 2019-02-17.
    expect(bounds('2018-11-04', 'America/Sao_Paulo')).toEqual([
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
    ]);
    expect(bounds('2019-02-16', 'America/Sao_Paulo')).toEqual([
      '2019-02-16T02:00:00.000Z',
      '2019-02-17T03:00:00.000Z',
    ]);
  });
});
