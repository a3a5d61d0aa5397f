import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpeningHours, openingAt, type Weekday } from '../../../src-main/domain/opening-hours.ts';

const zone = 'America/Sao_Paulo';

const shop: readonly OpeningHours[] = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '12:00' },
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:30', to: '18:00' },
  { days: ['sat'], from: '09:00', to: '12:00' },
];

/** A moment in São Paulo, which keeps three hours behind UTC. */
function at(dateTime: string): number {
  return Date.parse(`${dateTime}:00-03:00`);
}

describe('opening hours', () => {
  it.each([
    ['in the morning', '2026-11-20T08:00', { open: true }],
    ['in the last minute of the morning', '2026-11-20T11:59', { open: true }],
    ['at noon', '2026-11-20T12:00', { open: false, opensAt: '13:30' }],
    ['before opening', '2026-11-20T07:59', { open: false, opensAt: '08:00' }],
    ['on a Friday night', '2026-11-20T18:00', { open: false, opensAt: '09:00', opensOn: 'sat' }],
    ['on a Saturday afternoon', '2026-11-21T12:00', { open: false, opensAt: '08:00', opensOn: 'mon' }],
    ['on a Sunday', '2026-11-22T10:00', { open: false, opensAt: '08:00', opensOn: 'mon' }],
    ['just before midnight', '2026-11-19T23:59', { open: false, opensAt: '08:00', opensOn: 'fri' }],
  ])('%s', (_name, moment, expected) => {
    expect(openingAt(shop, at(moment), zone)).toEqual(expected);
  });

  it('none means always', () => {
    expect(openingAt([], at('2026-11-22T03:00'), zone)).toEqual({ open: true });
    // Nor is the time worked out for it, which every start would pay for.
    expect(openingAt([], at('2026-11-22T03:00'), 'Nowhere/At-All')).toEqual({ open: true });
  });

  it('reach the end of the day, and go on the next', () => {
    const all: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const always = [{ days: all, from: '00:00', to: '24:00' }];
    expect(openingAt(always, at('2026-11-22T23:59'), zone)).toEqual({ open: true });
    expect(openingAt(always, at('2026-11-23T00:00'), zone)).toEqual({ open: true });
  });

  it('of one day only open again on that day of next week', () => {
    const mondays: OpeningHours[] = [{ days: ['mon'], from: '08:00', to: '09:00' }];
    const closed = openingAt(mondays, at('2026-11-23T09:00'), zone);
    expect(closed).toEqual({ open: false, opensAt: '08:00', opensOn: 'mon' });
  });

  it('are those of the terminal: noon in São Paulo is ten in the morning in Rio Branco', () => {
    const noon = at('2026-11-20T12:00');
    expect(openingAt(shop, noon, 'America/Sao_Paulo').open).toBe(false);
    expect(openingAt(shop, noon, 'America/Rio_Branco').open).toBe(true);
  });

  it('never fall into another hour where clocks are set forward', () => {
    const early: OpeningHours[] = [{ days: ['sun'], from: '03:00', to: '04:00' }];
    // In New York 02:00 to 03:00 of 8 March 2026 does not exist: a minute after 01:59 it is 03:00.
    const before = Date.parse('2026-03-08T06:59:00Z');
    expect(openingAt(early, before, 'America/New_York')).toEqual({ open: false, opensAt: '03:00' });
    expect(openingAt(early, before + 60_000, 'America/New_York')).toEqual({ open: true });
  });

  it('always say when they open next, and then are open', () => {
    const minutes = fc.integer({ min: 0, max: 7 * 24 * 60 - 1 });
    fc.assert(
      fc.property(minutes, (offset) => {
        const now = at('2026-11-16T00:00') + offset * 60_000;
        const opening = openingAt(shop, now, zone);
        if (opening.open) return;
        const later = [...Array(7 * 24 * 60).keys()].find(
          (minute) => openingAt(shop, now + minute * 60_000, zone).open,
        );
        const opens = new Date(now + (later ?? 0) * 60_000 - 3 * 3_600_000);
        expect(opens.toISOString().slice(11, 16)).toBe(opening.opensAt);
        const weekday = opens.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }).toLowerCase();
        const today = new Date(now - 3 * 3_600_000).toLocaleDateString('en', {
          weekday: 'short',
          timeZone: 'UTC',
        });
        expect(opening.opensOn ?? today.toLowerCase()).toBe(weekday);
      }),
      { numRuns: 20 },
    );
  });
});
