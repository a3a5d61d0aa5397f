import type { SeveralActionState } from '../contract/screen.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { lacksPaperToPay } from './invoice-actions.ts';
import type { VisitContext } from './visit-context.ts';

/** Several invoices in one PIX: which can be ticked, and what is to be paid. */

type Account = Pick<VisitContext, 'invoices' | 'picked' | 'parts'>;

/** Why an invoice cannot be ticked: never with others, or not with those that are ticked. */
export type TickHindrance = 'alone' | 'another-account';

/** Whether there are invoices that could be paid together at all. */
export function offersSeveral({ invoices, parts }: Account): boolean {
  const { offer } = parts.rules;
  if (!offer.pix || !offer.several) return false;
  const collectors = invoices.flatMap((invoice) => collectorOf(invoice, parts) ?? []);
  return new Set(collectors).size < collectors.length;
}

/** The ticked ones, in the order of the list. */
export function pickedOf({ invoices, picked }: Account): readonly OpenInvoice[] {
  return invoices.filter(({ key }) => picked.includes(key));
}

/** What keeps an invoice from being ticked, if anything. */
export function tickHindrance(invoice: OpenInvoice, account: Account): TickHindrance | undefined {
  const collector = collectorOf(invoice, account.parts);
  if (collector === undefined) return 'alone';
  const [first] = pickedOf(account);
  return first && collectorOf(first, account.parts) !== collector ? 'another-account' : undefined;
}

/** The keys that are ticked after this one was touched. */
export function toggled(key: string, account: Account): readonly string[] {
  const invoice = account.invoices.find((each) => each.key === key);
  if (!invoice) return account.picked;
  if (account.picked.includes(key)) return account.picked.filter((each) => each !== key);
  return tickHindrance(invoice, account) ? account.picked : [...account.picked, key];
}

/** All that can be paid together: with what is ticked, or else with the first that can. */
export function allTogether(account: Account): readonly string[] {
  const { invoices, parts } = account;
  const leaders = [...pickedOf(account), ...invoices];
  const collector = leaders.map((invoice) => collectorOf(invoice, parts)).find((each) => each !== undefined);
  return invoices
    .filter((invoice) => collector !== undefined && collectorOf(invoice, parts) === collector)
    .map(({ key }) => key);
}

/** Whether what is ticked can be paid by PIX now, and if not, why. */
export function mayPayPicked(account: Account): SeveralActionState {
  const { parts } = account;
  const picked = pickedOf(account);
  const [first] = picked;
  if (!first) return { offered: false, reason: 'nothing-ticked' };
  if (lacksPaperToPay(parts)) return { offered: false, reason: 'printer' };
  if (picked.length > 1) {
    const offer = parts.payments.offerForSeveral(picked);
    return offer === 'offered' ? { offered: true } : { offered: false, reason: offer };
  }
  // One alone is paid as if it had been chosen from the list.
  const offer = parts.payments.offerFor(first);
  if (offer === 'offered') return { offered: true };
  return { offered: false, reason: offer === 'not-configured' ? 'not-together' : offer };
}

function collectorOf(invoice: OpenInvoice, { payments }: VisitContext['parts']): string | undefined {
  return invoice.dueCents > 0 ? payments.collectorOf(invoice) : undefined;
}
