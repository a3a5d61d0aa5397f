import { calendarDateAt, formatCalendarDate } from '../../domain/calendar-date.ts';

/**
 * A moment as people write it, e.g. "21/11/2026 às 14:32:05".
 * @param wallTimeMs milliseconds since the Unix epoch
 * @param timeZone IANA name
 */
export function formatDateTime(wallTimeMs: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('pt-BR', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return `${formatCalendarDate(calendarDateAt(wallTimeMs, timeZone))} às ${time.format(wallTimeMs)}`;
}
