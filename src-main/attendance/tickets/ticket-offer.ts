import type { CatalogueEntry } from '../../domain/catalogue.ts';
import { sameEmail, samePhone } from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { CustomerService } from '../../domain/service.ts';
import type { CareRow } from '../../erp/erp-care.ts';
import type { TicketLists, TicketPlace } from './ticket-desk.ts';

/** What one ERP has for a ticket. */
export interface ErpOffer {
  readonly lists: TicketLists;
  readonly services: readonly CustomerService[];
  readonly contacts: readonly Contact[];
}

/** The types that the settings offer, by id or name; all where they name none. */
export function offeredTypes(
  types: readonly CatalogueEntry[],
  wanted: readonly string[],
): readonly CatalogueEntry[] {
  if (wanted.length === 0) return types;
  return types.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name));
}

/** Its services; and the company as a whole for what is about none of several, or where it has none. */
export function placesOf({ erp, companyName, services }: CareRow<ErpOffer>): readonly TicketPlace[] {
  const ofServices = services.map(({ id, name, address }, index) => ({
    key: `${erp}:${index}`,
    erp,
    companyName,
    service: { id, name, ...(address !== undefined && { address }) },
  }));
  const whole = { key: `${erp}:`, erp, companyName };
  return ofServices.length === 1 ? ofServices : [...ofServices, whole];
}

/** Telephones first, each once. What no list of contacts tells, the customer's record may. */
export function knownContacts(
  listed: readonly Contact[],
  { phones, email }: KnownCustomer,
): readonly Contact[] {
  const fromRecord: readonly Contact[] = [
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
  ];
  const all = listed.length > 0 ? listed : fromRecord;
  const once = all.filter((contact, index) => all.findIndex((other) => isSame(contact, other)) === index);
  return [...once.filter(({ kind }) => kind === 'phone'), ...once.filter(({ kind }) => kind === 'email')];
}

function isSame(one: Contact, other: Contact): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'email' ? sameEmail(one.value, other.value) : samePhone(one.value, other.value);
}
