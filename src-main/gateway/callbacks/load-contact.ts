import { formatPhone, nationalDigits } from '../../domain/contact-data.ts';
import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import { normalizePhone } from '../../domain/phone.ts';
import { printableText } from '../../domain/text.ts';
import type { ContactBook, CustomerBook } from '../customer-book.ts';
import type { FoundBy, Who } from '../who.ts';

/**
 * The profile of contract C.5, as far as an ERP owns its fields. The platform keeps for good whatever stands here: a
 * field that is not known is left out, never empty. `Telefone` is written so there.
 */
export interface ContactProfile {
  readonly Name?: string;
  readonly Document?: string;
  readonly Email?: string;
  readonly Telefone?: string;
  /** The customer's id in the ERP, where only one ERP knows them. */
  readonly InternalID?: string;
  /** Address of the panel. */
  readonly UrlInfo?: string;
}

export interface LoadContactParts {
  readonly customers: Pick<CustomerBook, 'findCustomer'>;
  readonly contacts: Pick<ContactBook, 'contactsOf'>;
  /** Undefined: there is no panel, or nobody outside can open it. */
  readonly panelAddress: (document: string, by: FoundBy) => string | undefined;
}

/**
 * Answers OnLoadContact; what is not known or cannot be read changes nothing there. The link needs no ERP: an older one
 * would stay in its place, and lead to whom the contact was before.
 */
export async function loadContact(who: Who, parts: LoadContactParts): Promise<ContactProfile> {
  if (who.kind === 'nobody') return {};
  const { document, by } = who;
  const UrlInfo = parts.panelAddress(document, by);
  const link = UrlInfo === undefined ? {} : { UrlInfo };
  // A telephone may have changed hands: good for a look, not for a name and document that the platform keeps.
  if (by === 'phone') return link;
  const found = await parts.customers.findCustomer(document);
  return found.ok && found.value ? { ...(await ownFields(document, found.value, parts)), ...link } : link;
}

async function ownFields(
  document: string,
  customer: KnownCustomer,
  { contacts }: LoadContactParts,
): Promise<ContactProfile> {
  const further = await furtherContacts(document, customer, contacts);
  const Name = oneLine(customer.name);
  const parsed = parseDocument(document);
  const Email = customer.email ?? further.flatMap(({ emails }) => emails)[0];
  const phones = [...customer.phones, ...further.flatMap((each) => each.phones)];
  const phone = phones.map(normalizePhone).find((each) => each !== undefined);
  const [InternalID, ...otherIds] = [...customer.erpIds.values()];
  // One that kept silent may know the customer by another id.
  const isOnly = otherIds.length === 0 && customer.unreadable.length === 0;
  return {
    ...(Name !== '' && { Name }),
    ...(parsed.ok && { Document: formatDocument(parsed.value) }),
    ...(Email !== undefined && Email !== '' && { Email }),
    ...(phone && { Telefone: formatPhone(nationalDigits(phone)) }),
    ...(InternalID !== undefined && isOnly && { InternalID }),
  };
}

/** Asked only for what the customer's record does not tell. */
async function furtherContacts(
  document: string,
  customer: KnownCustomer,
  contacts: LoadContactParts['contacts'],
) {
  if (customer.email !== undefined && customer.phones.length > 0) return [];
  const known = await contacts.contactsOf(document, customer);
  return known.ok ? known.value : [];
}

function oneLine(text: string): string {
  return printableText(text).replace(/\s+/g, ' ').trim();
}
