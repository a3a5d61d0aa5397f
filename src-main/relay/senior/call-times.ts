import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { SeniorAccess } from './senior-access.ts';

/** When a call was, as end-call wants it. */
export interface CallTimes {
  readonly data: string;
  readonly hora_inicio: string;
  readonly hora_fim: string;
}

/**
 * @param from wall time, milliseconds
 * @param to wall time, milliseconds; a clock that was set back in between makes the call short, never negative
 */
export function callTimes(
  { dateFormat, timeFormat }: Pick<SeniorAccess, 'dateFormat' | 'timeFormat'>,
  timeZone: string,
  from: number,
  to: number,
): CallTimes {
  const [year = '', month = '', day = ''] = calendarDateAt(from, timeZone).split('-');
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
  const timeOf = (at: number): string => {
    const [hour = '', minute = '', second = ''] = clock.format(at).split(':');
    return filled(timeFormat, { HH: hour, mm: minute, ss: second });
  };
  return {
    data: filled(dateFormat, { YYYY: year, MM: month, DD: day }),
    hora_inicio: timeOf(from),
    hora_fim: timeOf(Math.max(from, to)),
  };
}

function filled(format: string, parts: Readonly<Record<string, string>>): string {
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part] ?? '');
}
