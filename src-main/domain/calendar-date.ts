/** A day of the Gregorian calendar as YYYY-MM-DD, without time or zone. Sorts and compares as text. */
export type CalendarDate = string;

const MS_PER_DAY = 86_400_000;
const TIME_PART = String.raw`(?:[T ]\s*(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO_DATE = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME_PART}$`);
const BRAZILIAN_DATE = new RegExp(`^(\\d{2})/(\\d{2})/(\\d{4})${TIME_PART}$`);

/**
 * Reads "YYYY-MM-DD" or "DD/MM/YYYY", each optionally followed by a time. The day is taken as written: the time and
 * its zone are dropped, never converted. Undefined for any other shape and for days that do not exist.
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  const iso = ISO_DATE.exec(trimmed);
  if (iso) return existingDate(iso[1], iso[2], iso[3]);
  const brazilian = BRAZILIAN_DATE.exec(trimmed);
  return brazilian ? existingDate(brazilian[3], brazilian[2], brazilian[1]) : undefined;
}

function existingDate(year = '', month = '', day = ''): CalendarDate | undefined {
  const date = `${year}-${month}-${day}`;
  const ms = utcMidnight(date);
  return Number.isFinite(ms) && isoDay(ms) === date ? date : undefined;
}

/** Writes a date for people: dd/mm/aaaa. */
export function formatCalendarDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The day it is in `timeZone` (IANA name) at a moment, in milliseconds since the Unix epoch. */
export function calendarDateAt(wallTimeMs: number, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(wallTimeMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Days from `from` to `to`; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY;
}

/** The date `days` days after `date`, or before it when negative; for years 0000 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return isoDay(utcMidnight(date) + days * MS_PER_DAY);
}

/** Always in UTC: a local midnight may not exist, or fall on the day before, where clocks change. */
function utcMidnight(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoDay(utcMs: number): CalendarDate {
  return new Date(utcMs).toISOString().slice(0, 10);
}
