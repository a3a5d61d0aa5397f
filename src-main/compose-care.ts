import type { TerminalIdentity } from './attendance/paper-desk.ts';
import { createRequestPaper } from './attendance/request-paper.ts';
import { ErpServices, type UnlockRules } from './attendance/services/erp-services.ts';
import type { VisitParts } from './attendance/visit-parts.ts';
import type { Clock } from './domain/clock.ts';
import type { ErpCare } from './erp/erp-care.ts';
import type { Log } from './logging/log.ts';
import type { PrintQueue } from './printing/print-queue.ts';
import type { Requests } from './requests/request.ts';
import type { Settings } from './settings/settings-schema.ts';
import { DAYS_PLACEHOLDER } from './settings/trust-unlock-settings.ts';

export interface CareParts {
  readonly settings: Settings;
  readonly care: ErpCare;
  readonly requests: Requests;
  /** Absent without a printer. */
  readonly queue: PrintQueue | undefined;
  readonly terminal: TerminalIdentity;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a visit is offered besides paying, as the settings have it. */
export function createCare(parts: CareParts): Pick<VisitParts, 'services' | 'printRequest'> {
  const { settings, queue, terminal, clock } = parts;
  const { services: offered } = settings.visit;
  return {
    ...(offered.services && { services: new ErpServices({ ...parts, unlock: unlockRules(settings) }) }),
    ...(queue && { printRequest: createRequestPaper(queue, terminal, clock) }),
  };
}

function unlockRules({ visit }: Settings): UnlockRules | undefined {
  if (!visit.services.trustUnlock) return undefined;
  const { terms, days, ...rules } = visit.trustUnlock;
  return { ...rules, terms: terms.replaceAll(DAYS_PLACEHOLDER, String(days)) };
}
