import { isMobile, nationalDigits, parseEmail, sameEmail, samePhone } from '../../domain/contact-data.ts';
import { parseDocument } from '../../domain/cpf-cnpj.ts';
import type { CustomerChange } from '../../domain/customer.ts';
import { normalizePhone, type Phone } from '../../domain/phone.ts';
import type { Log } from '../../logging/log.ts';
import type { ContactBook, CustomerBook, KnownContacts } from '../customer-book.ts';
import { documentIn, isGroup, phoneIn } from '../who.ts';
import type { AskedValues } from '../wire/asked-values.ts';
import { refusal, type Verdict } from './check-contact.ts';

export interface SaveContactParts {
  readonly customers: Pick<CustomerBook, 'findCustomer'>;
  readonly contacts: ContactBook;
  /** Which fields the chat may change in the ERP. */
  readonly saves: { readonly email: boolean; readonly phone: boolean };
  readonly log: Log;
}

/** What the platform now has of a contact, as far as it may be written. */
interface Wanted {
  readonly email?: string;
  readonly phone?: Phone;
}

/**
 * Answers OnSaveContact: brings to the ERPs what is sound, allowed and other than what they have. Only a document says
 * surely enough whose record it is.
 */
export async function saveContact(values: AskedValues, parts: SaveContactParts): Promise<Verdict> {
  const document = parseDocument(documentIn(values) ?? '');
  const wanted = wantedOf(values, parts.saves);
  if (isGroup(values) || !document.ok || Object.keys(wanted).length === 0) return true;
  const { value } = document.value;
  const known = await readContacts(value, parts);
  if (!known) return refusal('O cadastro da empresa não pôde ser lido: nada foi mudado nele.');
  let verdict: Verdict = true;
  for (const contacts of known.filter(({ changeable }) => changeable)) {
    const outcome = await changeOne(contacts, value, wanted, parts);
    if (outcome === 'refused') verdict = refusal('O sistema da empresa recusou a mudança.');
    if (outcome === 'unclear')
      verdict = refusal('O sistema da empresa não confirmou a mudança: confira nele.');
  }
  return verdict;
}

/** Undefined: not all ERPs could be read. */
async function readContacts(
  document: string,
  { customers, contacts }: SaveContactParts,
): Promise<readonly KnownContacts[] | undefined> {
  const found = await customers.findCustomer(document);
  if (!found.ok) return undefined;
  const customer = found.value;
  if (!customer) return [];
  if (customer.unreadable.length > 0) return undefined;
  const known = await contacts.contactsOf(document, customer);
  return known.ok ? known.value : undefined;
}

async function changeOne(
  known: KnownContacts,
  document: string,
  wanted: Wanted,
  { contacts, log }: SaveContactParts,
): Promise<'same' | 'done' | 'refused' | 'unclear'> {
  const change = changeOf(known, wanted);
  const fields = Object.keys(change).join(', ');
  if (fields === '') return 'same';
  const outcome = await contacts.change(known, document, change);
  log.info('GATEWAY-CONTACT-SAVED', { erp: known.erp, fields, outcome });
  return outcome;
}

function wantedOf(values: AskedValues, saves: SaveContactParts['saves']): Wanted {
  const email = saves.email ? parseEmail(values.get('email') ?? '') : undefined;
  const phone = saves.phone ? normalizePhone(phoneIn(values) ?? '') : undefined;
  return { ...(email !== undefined && { email }), ...(phone && { phone }) };
}

function changeOf({ emails, phones }: KnownContacts, { email, phone }: Wanted): CustomerChange {
  const newEmail = email !== undefined && !emails.some((each) => sameEmail(each, email));
  const newPhone = phone && !phones.some((each) => samePhone(each, phone.e164Digits));
  return {
    ...(newEmail && { email }),
    ...(newPhone && { [isMobile(phone) ? 'mobile' : 'phone']: nationalDigits(phone) }),
  };
}
