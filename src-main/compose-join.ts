import { createDocumentMark, textVersion } from './attendance/joining/document-mark.ts';
import { ErpJoin } from './attendance/joining/erp-join.ts';
import type { TerminalIdentity } from './attendance/paper-desk.ts';
import { createRequestPaper } from './attendance/request-paper.ts';
import type { VisitParts } from './attendance/visit-parts.ts';
import type { Clock } from './domain/clock.ts';
import type { ErpCare } from './erp/erp-care.ts';
import type { Log } from './logging/log.ts';
import type { PrintQueue } from './printing/print-queue.ts';
import { findRegistrations } from './requests/registrations.ts';
import type { Requests } from './requests/request.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { Database } from './storage/database.ts';

export interface JoinComposition {
  readonly settings: Settings;
  readonly care: ErpCare;
  readonly requests: Requests;
  readonly database: Database;
  /** Absent without a printer. */
  readonly queue: PrintQueue | undefined;
  readonly terminal: TerminalIdentity;
  readonly clock: Clock;
  readonly log: Log;
}

/** Becoming a customer and ordering, where the settings offer it. */
export function createJoining(parts: JoinComposition): Pick<VisitParts, 'joining'> {
  const { settings, care: erps, requests, database, queue, terminal, clock, log } = parts;
  const { services, join } = settings.visit;
  if (!services.join && !services.orders) return {};
  const { heldByPendingMessages, fields, consentText, orderTerms } = join;
  const rules = new Map(settings.erps.map((erp) => [erp.id, erp.join]));
  return {
    joining: new ErpJoin({
      erps,
      rulesOf: (erp) => rules.get(erp) ?? { products: [], cities: [] },
      rules: { fields, consent: agreement(consentText), orderTerms: agreement(orderTerms) },
      offer: { join: services.join, orders: services.orders },
      heldByPendingMessages,
      requests,
      findRequests: (mark) => findRegistrations(database, mark),
      markOf: createDocumentMark(terminal.id),
      ...(queue && { print: createRequestPaper(queue, terminal, clock) }),
      terminal,
      clock,
      log,
    }),
  };
}

function agreement(text: string): { readonly text: string; readonly version: string } {
  return { text, version: textVersion(text) };
}
