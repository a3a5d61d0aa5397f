import { useDraft } from './draft-context.ts';
import { readAt } from './draft-path.ts';
import { formatMoment } from './format-moment.ts';

/** The zone that the settings take when they name none. */
const usualTimeZone = 'America/Sao_Paulo';

/** Writes times (wall, milliseconds) in the terminal's zone: the same that stands on its papers. */
export function useMoments(): (at: number) => string {
  const { state } = useDraft();
  // What is saved counts: what is being typed need not be a zone.
  const zone = readAt(state.draft, 'terminal.timeZone');
  const timeZone = typeof zone === 'string' && isTimeZone(zone) ? zone : usualTimeZone;
  return (at) => formatMoment(at, timeZone);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('pt-BR', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
