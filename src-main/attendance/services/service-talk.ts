import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { OpenInvoice } from '../../domain/customer-account.ts';
import { isOverdue } from '../../domain/invoice.ts';
import type { RequestResult } from '../../requests/request.ts';
import type { VisitContext } from '../visit-context.ts';
import type { OwnService, OwnServices, UnlockOffer, UnlockSituation } from './service-desk.ts';

/** A customer's services while they are looked at. */
export interface ServiceTalk {
  readonly list: OwnServices;
  /** The one that is on the screen. */
  readonly chosen?: OwnService;
  /** Whether that one can be enabled on trust. */
  readonly offer?: UnlockOffer;
  /** What became of enabling it. */
  readonly result?: RequestResult;
}

/**
 * The invoices on which the chosen service hangs: the overdue ones at its ERP, or all open ones if none is.
 * `undefined` when they could not be read.
 */
export function owedFor(context: VisitContext): readonly OpenInvoice[] | undefined {
  const { invoices, unreadable, services } = context;
  const chosen = services?.chosen;
  if (!chosen || unreadable.includes(chosen.companyName)) return undefined;
  const open = invoices.filter(({ erp }) => erp === chosen.erp);
  const overdue = overdueOf(open, context);
  return overdue.length > 0 ? overdue : open;
}

/** What an unlock of this service hangs on. */
export function situationOf(service: OwnService, list: OwnServices, context: VisitContext): UnlockSituation {
  const { invoices, unreadable } = context;
  const isKnown = !unreadable.includes(service.companyName);
  const open = invoices.filter(({ erp }) => erp === service.erp);
  return {
    overdueInvoices: isKnown ? overdueOf(open, context).length : undefined,
    held: list.held.has(service.erp),
  };
}

export function overdueOf(
  invoices: readonly OpenInvoice[],
  { parts: { clock, rules } }: VisitContext,
): readonly OpenInvoice[] {
  const today = calendarDateAt(clock.wallTime(), rules.timeZone);
  return invoices.filter((invoice) => isOverdue(invoice, today));
}
