import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { VisitContact } from '../../storage/visit-records.ts';
import { type PhoneSpellings, spellPhone } from './phone-spellings.ts';
import type { SalesforceClient } from './salesforce-client.ts';
import { type Duplicates, readDuplicates } from './salesforce-error.ts';
import { query, quoteAll } from './soql.ts';

/** Id of the Contact; `undefined`: the Case stays without one. */
type Found = Result<string | undefined, RemoteFailure>;

const phoneFields = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'] as const;
const fields = ['Id', 'Name', 'Email', ...phoneFields].join(', ');
/** A family's, or a company's switchboard. */
const MOST_OF_A_NUMBER = 50;

const text = z.nullish(z.string());
const contactRecord = z.object({
  Id: z.string().min(1),
  Name: text,
  Email: text,
  Phone: text,
  MobilePhone: text,
  HomePhone: text,
  OtherPhone: text,
});

type ContactRecord = z.output<typeof contactRecord>;

const searchAnswer = z.object({ searchRecords: z.array(contactRecord) });
const createdAnswer = z.object({ id: z.string().min(1) });

/** The Contacts of customers: found by their telephone number, or made. */
export class CaseContacts {
  readonly #client: SalesforceClient;
  readonly #log: Log;
  /** One at a time: two visits of one new customer must not make two. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: SalesforceClient, log: Log) {
    this.#client = client;
    this.#log = log;
  }

  /** @param visitId for the log */
  findOrCreate(contact: VisitContact, visitId: string): Promise<Found> {
    const turn = this.#last.then(() => this.#findOrCreate(contact, visitId));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #findOrCreate(contact: VisitContact, visitId: string): Promise<Found> {
    if (contact.phone === undefined) {
      this.#log.info('CRM-CONTACT-SKIPPED', { visitId, reason: 'no-phone' });
      return success(undefined);
    }
    const phone = spellPhone(contact.phone);
    const spelled = await this.#findSpelled(phone);
    if (!spelled.ok) return spelled;
    const known = spelled.value.length > 0 ? spelled : await this.#search(phone);
    if (!known.ok) return known;
    const chosen = choose(known.value, contact.name);
    return chosen ? success(chosen.Id) : this.#create(contact, phone, visitId);
  }

  /** Finds what was written a moment ago, too. */
  #findSpelled({ spellings }: PhoneSpellings): Promise<Result<readonly ContactRecord[], RemoteFailure>> {
    const list = quoteAll(spellings);
    const where = phoneFields.map((field) => `${field} IN ${list}`).join(' OR ');
    const soql = `SELECT ${fields} FROM Contact WHERE ${where} ORDER BY CreatedDate LIMIT ${MOST_OF_A_NUMBER}`;
    return query(this.#client, soql, contactRecord);
  }

  /** Finds numbers whatever signs stand between their digits, though new ones only after some minutes. */
  async #search(phone: PhoneSpellings): Promise<Result<readonly ContactRecord[], RemoteFailure>> {
    const digits = phone.digits.filter((each) => each.length > 1).join(' OR ');
    if (digits === '') return success([]);
    const sosl = `FIND {${digits}} IN PHONE FIELDS RETURNING Contact(${fields} ORDER BY CreatedDate) LIMIT ${MOST_OF_A_NUMBER}`;
    const path = `/search?q=${encodeURIComponent(sosl)}`;
    const answer = await this.#client.ask({ method: 'GET', path }, searchAnswer);
    if (!answer.ok) return answer;
    // A part of another number fits a search too.
    return success(answer.value.searchRecords.filter((record) => hasPhone(record, phone)));
  }

  async #create(contact: VisitContact, phone: PhoneSpellings, visitId: string): Promise<Found> {
    const created = await this.#post(contact, phone, false);
    const duplicates = created.ok ? undefined : readDuplicates(created.error);
    if (!duplicates) return created;
    const same = await this.#findSame(duplicates, contact, phone);
    if (!same.ok) return same;
    if (same.value !== undefined) return same;
    const insisted = duplicates.allowSave ? await this.#post(contact, phone, true) : created;
    if (insisted.ok || !readDuplicates(insisted.error)) return insisted;
    this.#log.warn('CRM-CONTACT-REFUSED', { visitId });
    return success(undefined);
  }

  #post(contact: VisitContact, phone: PhoneSpellings, insist: boolean): Promise<Found> {
    return this.#client
      .ask(
        {
          method: 'POST',
          path: '/sobjects/Contact',
          body: {
            ...nameOf(contact, phone.number),
            Phone: phone.number,
            ...(contact.email !== undefined && { Email: contact.email }),
          },
          ...(insist && { headers: { 'sforce-duplicate-rule-header': 'allowSave=true' } }),
        },
        createdAnswer,
      )
      .then((answer) => (answer.ok ? success(answer.value.id) : failure(answer.error)));
  }

  /**
   * Rules find by likeness, and a name alone is not enough to tie somebody's payments to: telephone or e-mail must be
   * the same, of one of them only.
   */
  async #findSame({ ids }: Duplicates, contact: VisitContact, phone: PhoneSpellings): Promise<Found> {
    if (ids.length === 0) return success(undefined);
    const soql = `SELECT ${fields} FROM Contact WHERE Id IN ${quoteAll(ids)} LIMIT ${MOST_OF_A_NUMBER}`;
    const records = await query(this.#client, soql, contactRecord);
    if (!records.ok) return records;
    const same = records.value.filter((record) => hasPhone(record, phone) || hasEmail(record, contact.email));
    return success(same.length === 1 ? same[0]?.Id : undefined);
  }
}

/** Of several people with one number the one of this name; else the oldest. */
function choose(records: readonly ContactRecord[], name: string): ContactRecord | undefined {
  return records.find((record) => plain(record.Name ?? '') === plain(name)) ?? records[0];
}

function hasPhone(record: ContactRecord, phone: PhoneSpellings): boolean {
  return phoneFields.some((field) => phone.matches(record[field] ?? ''));
}

function hasEmail(record: ContactRecord, email: string | undefined): boolean {
  return email !== undefined && record.Email?.toLowerCase() === email.toLowerCase();
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A company has one name; a customer without any is called by the number. */
function nameOf({ name, document }: VisitContact, number: string): Record<string, string> {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const isPerson = document.length === 11 && rest.length > 0;
  if (!isPerson) return { LastName: (name.trim() || number).slice(0, 80) };
  return { FirstName: first.slice(0, 40), LastName: rest.join(' ').slice(0, 80) };
}
