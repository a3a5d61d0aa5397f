import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { failure, type Result, success } from '../../domain/result.ts';

/** How databases write "no date" where a column may not be empty. */
const NO_DATE = /^(?:0000-00-00|00\/00\/0000)(?:[T ][0:.]+Z?)?$/;

/** A date, ISO or dd/mm/yyyy, with or without a time, which is dropped. A date of nothing but zeros is absent. */
export function readDate(raw: unknown): Result<CalendarDate | undefined, string> {
  if (raw === undefined || raw === null) return success(undefined);
  if (typeof raw !== 'string') return failure('not a date');
  const text = raw.trim();
  if (text === '' || NO_DATE.test(text)) return success(undefined);
  const date = parseCalendarDate(text);
  return date === undefined ? failure('not a date') : success(date);
}
