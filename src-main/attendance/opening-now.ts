import { type Opening, openingAt } from '../domain/opening-hours.ts';
import type { VisitParts } from './visit-parts.ts';

/** Whether a visit may begin now. */
export function openingNow({ rules, clock }: Pick<VisitParts, 'rules' | 'clock'>): Opening {
  return openingAt(rules.hours, clock.wallTime(), rules.timeZone);
}
