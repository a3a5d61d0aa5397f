/** A day of the week. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Times of the day (HH:MM, `to` up to 24:00) at which customers are attended, on some days of the week. */
export interface OpeningHours {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** Whether customers are attended now, and if not, from when on. */
export type Opening =
  | { readonly open: true }
  | {
      readonly open: false;
      /** HH:MM of the next opening. */
      readonly opensAt: string;
      /** Its day, when that is not today. */
      readonly opensOn?: Weekday;
    };

const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether it is open at a moment (milliseconds since the Unix epoch) in `timeZone` (IANA name). No hours: always. */
export function openingAt(hours: readonly OpeningHours[], wallTimeMs: number, timeZone: string): Opening {
  if (hours.length === 0) return { open: true };
  const { weekday, time } = localTime(wallTimeMs, timeZone);
  const today = hours.filter(({ days }) => days.includes(weekday));
  if (today.some(({ from, to }) => from <= time && time < to)) return { open: true };
  const later = earliest(today.filter(({ from }) => from > time));
  if (later !== undefined) return { open: false, opensAt: later };
  return nextDay(hours, weekday);
}

/** The first opening after today, which may be the same day of next week. */
function nextDay(hours: readonly OpeningHours[], today: Weekday): Opening {
  const start = week.indexOf(today) + 1;
  for (const opensOn of [...week.slice(start), ...week.slice(0, start)]) {
    const opensAt = earliest(hours.filter(({ days }) => days.includes(opensOn)));
    if (opensAt !== undefined) return { open: false, opensAt, opensOn };
  }
  return { open: true };
}

function earliest(hours: readonly OpeningHours[]): string | undefined {
  return hours.map(({ from }) => from).sort()[0];
}

function localTime(wallTimeMs: number, timeZone: string): { weekday: Weekday; time: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(wallTimeMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const name = part('weekday').toLowerCase();
  return {
    weekday: week.find((each) => each === name) ?? 'mon',
    time: `${part('hour')}:${part('minute')}`,
  };
}
