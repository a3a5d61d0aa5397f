import { isMobile } from '../../domain/contact-data.ts';
import type { ContactChange, ContactGuard } from '../../domain/contact-guard.ts';
import type { Contact, CustomerChange, CustomerKey } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import { normalizePhone } from '../../domain/phone.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { CareMember, ErpCare } from '../../erp/erp-care.ts';
import type { ErpGateway } from '../../erp/erp-gateway.ts';
import { answerOfAction, type Requests } from '../../requests/request.ts';
import type { ContentMark } from '../content-mark.ts';
import { hasAlready, isAmong } from './contact-entry.ts';
import type {
  MyDataAnswer,
  MyDataChange,
  MyDataDesk,
  MyDataOwner,
  MyDataRecord,
  MyDataRecords,
  MyDataSaving,
} from './my-data-desk.ts';

export interface MyDataParts {
  readonly erps: Pick<ErpCare, 'offers' | 'memberOf' | 'readAll'>;
  readonly guard: ContactGuard;
  readonly requests: Pick<Requests, 'perform'>;
  readonly markOf: ContentMark;
  /** Keeps what was saved with the visit, for whoever is told of it. @throws when the disk does not take it */
  readonly keepContact: (visitId: string, change: ContactChange) => void;
}

/** Contact data in the ERPs, read there and changed there. */
export class ErpMyData implements MyDataDesk {
  readonly #parts: MyDataParts;

  constructor(parts: MyDataParts) {
    this.#parts = parts;
  }

  isOffered(customer: KnownCustomer): boolean {
    return this.#parts.erps.offers('updateCustomer', customer);
  }

  async read(document: string, customer: KnownCustomer): Promise<Result<MyDataRecords, RemoteFailure>> {
    const read = await this.#parts.erps.readAll('updateCustomer', customer, document, readRecord);
    if (!read.ok) return read;
    const { rows: records, unreadable } = read.value;
    return success({ records, unreadable });
  }

  async save(
    owner: MyDataOwner,
    change: MyDataChange,
    records: readonly MyDataRecord[],
  ): Promise<MyDataAnswer> {
    const { field, value } = change;
    const permission = await this.#parts.guard.mayChange(owner.visitId, { [field]: value });
    if (!permission.ok) return { kind: 'not-now' };
    if (!permission.value.allowed) return { kind: 'forbidden', reason: permission.value.reason };
    const others = records.filter((record) => !hasAlready(record, change));
    return {
      kind: 'sent',
      savings: await Promise.all(others.map((each) => this.#change(owner, change, each))),
    };
  }

  async #change(owner: MyDataOwner, change: MyDataChange, record: MyDataRecord): Promise<MyDataSaving> {
    const { visitId, document, customer, changed } = owner;
    const { field, value } = change;
    const { erp, companyName } = record;
    const { erps, requests, markOf, keepContact } = this.#parts;
    const member = erps.memberOf(erp);
    if (!member) return { companyName, outcome: 'not-sent', protocol: '' };
    const key = { document, erpId: customer.erpIds.get(erp) ?? '' };
    const { outcome, protocol } = await requests.perform({
      visitId,
      kind: 'contact-change',
      erp,
      subject: `${field} ${markOf([field, value, ...savedBefore(change, changed)])}`,
      send: async (id) => answerOfAction(await member.gateway.updateCustomer(key, changeFor(change), id)),
      verify: () => prove(member, key, change, record),
      eventOf: () => {
        // First: whoever is told of the event is told the new contact.
        keepContact(visitId, { [field]: value });
        return { type: 'contact-saved', fields: [field] };
      },
    });
    return { companyName, outcome, protocol };
  }
}

/** Up to the last one with another value: who changes a contact back, and once more to the same, wants it once more. */
function savedBefore({ field, value }: MyDataChange, changed: readonly MyDataChange[]): readonly string[] {
  const values = changed.filter((each) => each.field === field).map((each) => each.value);
  return values.slice(0, values.findLastIndex((each) => each !== value) + 1);
}

/** What the ERP has of the customer, as one record. */
async function readRecord(
  gateway: ErpGateway,
  key: CustomerKey,
): Promise<Result<readonly [Pick<MyDataRecord, 'contacts'>], RemoteFailure>> {
  const contacts = await readContacts(gateway, key);
  return contacts.ok ? success([{ contacts: contacts.value }]) : contacts;
}

/** One without a list of contacts may still name some in the customer's record. */
async function readContacts(
  gateway: ErpGateway,
  key: CustomerKey,
): Promise<Result<readonly Contact[], RemoteFailure>> {
  if (gateway.offers('getContacts')) return gateway.getContacts(key);
  const found = await gateway.getCustomer(key.document);
  if (!found.ok) return found;
  const { phones = [], email } = found.value ?? {};
  return success([
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
  ]);
}

/** That it is there now proves the change only if it was not there before. */
async function prove(
  { gateway }: CareMember,
  key: CustomerKey,
  change: MyDataChange,
  { contacts }: MyDataRecord,
): Promise<Record<never, never> | undefined> {
  if (isAmong(contacts, change)) return undefined;
  const now = await readContacts(gateway, key);
  return now.ok && isAmong(now.value, change) ? {} : undefined;
}

/** The one field that changes, and nothing else. A number's own form says which of the ERP's two fields it is. */
function changeFor({ field, value }: MyDataChange): CustomerChange {
  if (field !== 'phone') return { [field]: value };
  const phone = normalizePhone(value);
  return phone && isMobile(phone) ? { mobile: value } : { phone: value };
}
