import type { MenuEntry } from '../../contract/screen.ts';
import type { VisitContext } from '../visit-context.ts';

type MenuRule = (context: VisitContext) => boolean;

/** When each card is there, in the order of the menu: a line for each. */
const menuRules: Readonly<Record<MenuEntry, MenuRule>> = {
  invoices: () => true,
  receipts: ({ pastReceipts }) => pastReceipts.length > 0,
  services: ({ parts: { services }, customer }) =>
    customer !== undefined && services?.isOffered(customer) === true,
  'second-copies': ({ parts, customer }) =>
    customer !== undefined && (parts.copies?.kindsFor(customer).length ?? 0) > 0,
  help: ({ parts: { tickets }, customer }) =>
    customer !== undefined && tickets?.desk.isOffered(customer) === true,
  'my-data': ({ parts: { myData }, customer }) =>
    customer !== undefined && myData?.isOffered(customer) === true,
  order: ({ parts, customer }) => customer !== undefined && parts.joining?.takesOrders(customer) === true,
};

/** What this customer may go to: what the ERPs that know them have and the company offers. */
export function menuEntries(context: VisitContext): readonly MenuEntry[] {
  // Written down above, so they are its keys.
  const entries = Object.keys(menuRules) as MenuEntry[];
  return entries.filter((entry) => menuRules[entry](context));
}

/** Whether there is a menu at all: who can only pay is taken straight to the invoices. */
export function hasMenu(context: VisitContext): boolean {
  return menuEntries(context).some((entry) => entry !== 'invoices' && entry !== 'receipts');
}
