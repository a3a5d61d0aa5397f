import { addDays, type CalendarDate, calendarDateAt } from './calendar-date.ts';

const HOUR_MS = 3_600_000;
/** No zone's midnight lies further from UTC's. */
const FURTHEST_MS = 26 * HOUR_MS;

/** A day where the terminal stands, in milliseconds since the Unix epoch: from `from`, up to but without `to`. */
export interface DayBounds {
  readonly from: number;
  readonly to: number;
}

/** @param timeZone IANA name */
export function dayBounds(date: CalendarDate, timeZone: string): DayBounds {
  return { from: firstMoment(date, timeZone), to: firstMoment(addDays(date, 1), timeZone) };
}

/** Searched and not calculated: a day may lack its midnight or have another length where clocks change. */
function firstMoment(date: CalendarDate, timeZone: string): number {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  let before = midnightUtc - FURTHEST_MS;
  let notBefore = midnightUtc + FURTHEST_MS;
  while (notBefore - before > 1) {
    const middle = Math.floor((before + notBefore) / 2);
    if (calendarDateAt(middle, timeZone) < date) before = middle;
    else notBefore = middle;
  }
  return notBefore;
}
