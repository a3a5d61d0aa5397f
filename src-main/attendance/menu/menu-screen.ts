import type { Screen } from '../../contract/screen.ts';
import { calendarDateAt } from '../../domain/calendar-date.ts';
import { isOverdue } from '../../domain/invoice.ts';
import { maskedName } from '../account-screens.ts';
import type { VisitContext } from '../visit-context.ts';
import { menuEntries } from './menu-entries.ts';

/** @param busy the account is being read again */
export function menuScreen(context: VisitContext, busy: boolean): Screen {
  const { invoices, unreadable, parts } = context;
  const today = calendarDateAt(parts.clock.wallTime(), parts.rules.timeZone);
  return {
    name: 'menu',
    customerName: maskedName(context),
    entries: menuEntries(context),
    openInvoices: invoices.length,
    overdueInvoices: invoices.filter((invoice) => isOverdue(invoice, today)).length,
    busy,
    ...(unreadable.length > 0 && { unreadable }),
  };
}
