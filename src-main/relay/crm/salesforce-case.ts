import type { DomainEventType } from '../../domain/domain-event.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { VisitContact, VisitRecord } from '../../storage/visit-records.ts';
import type { Delivery, RelayTarget } from '../target.ts';
import type { CaseAttachment, CaseFile, CaseLink, FindAttachments } from './case-attachment.ts';
import { CaseBook, type KeptCase } from './case-book.ts';
import { CaseContacts } from './case-contacts.ts';
import { type CaseNote, NoteWriter, notesOf } from './case-notes.ts';
import type { StepAuthor } from './case-steps.ts';
import { CaseUsers } from './case-users.ts';
import { spellPhone } from './phone-spellings.ts';
import type { SalesforceAccess, SalesforceTools } from './salesforce-access.ts';
import { SalesforceClient } from './salesforce-client.ts';

/** The kiosk, as Cases name it. */
export interface CaseTerminal {
  readonly id: string;
  readonly timeZone: string;
  /** E-mail of the Salesforce user who owns the Cases and makes the kiosk's own comments. */
  readonly agentEmail?: string;
}

export interface SalesforceCaseParts extends SalesforceTools {
  readonly terminal: CaseTerminal;
  readonly findAttachments: FindAttachments;
}

/** When the visit is over, and what may still come after it. */
const wanted: ReadonlySet<DomainEventType> = new Set([
  'visit-ended',
  'charge-paid',
  'charge-expired',
  'charge-cancelled',
  'refund-due',
  'refund-done',
  'write-off-done',
  'write-off-manual',
  'receipt-printed',
]);

/** A visit that is over, of an identified customer. */
interface ToldVisit {
  readonly visit: VisitRecord;
  readonly contact: VisitContact;
  readonly history: Delivery['history'];
}

/** User ids; absent ones are not to be named. */
interface CasePeople {
  readonly terminal?: string | undefined;
  readonly customer?: string | undefined;
}

/**
 * One Case per visit of an identified customer, written when the visit ends. Each try looks at what is there and adds
 * what is missing, so that it may break off anywhere and be repeated.
 */
export function createSalesforceCase(access: SalesforceAccess, parts: SalesforceCaseParts): RelayTarget {
  const clerk = new CaseClerk(access, parts);
  return {
    name: 'salesforce-case',
    wants: (type) => wanted.has(type),
    concerns: (delivery) => visitOver(delivery) !== undefined,
    async deliver(delivery) {
      const over = visitOver(delivery);
      return over ? clerk.report(over) : success(undefined);
    },
  };
}

function visitOver({ visit, history }: Delivery): ToldVisit | undefined {
  const isOver = history.some(({ event }) => event.type === 'visit-ended');
  return visit?.contact && isOver ? { visit, contact: visit.contact, history } : undefined;
}

class CaseClerk {
  readonly #access: SalesforceAccess;
  readonly #parts: SalesforceCaseParts;
  readonly #book: CaseBook;
  readonly #contacts: CaseContacts;
  readonly #users: CaseUsers;
  readonly #writer: NoteWriter;

  constructor(access: SalesforceAccess, parts: SalesforceCaseParts) {
    const client = new SalesforceClient(access, parts);
    this.#access = access;
    this.#parts = parts;
    this.#book = new CaseBook(client, access.externalIdField);
    this.#contacts = new CaseContacts(client, parts.log);
    this.#users = new CaseUsers(client, parts.clock, parts.log);
    this.#writer = new NoteWriter(parts.terminal.timeZone, access.auditFields);
  }

  async report(told: ToldVisit): Promise<Result<void, RemoteFailure>> {
    const { visit, history } = told;
    const kept = await this.#book.find(visit.id);
    if (!kept.ok) return kept;
    const attachments = this.#access.attachFiles ? await this.#parts.findAttachments(visit, history) : [];
    const notes = notesOf(history, attachments.filter(isLink));
    const written = await this.#write(told, kept.value, notes);
    if (!written.ok) return written;
    for (const file of attachments.filter(isFile)) {
      if (kept.value?.fileTitles.includes(file.title)) continue;
      const attached = await this.#book.attach(written.value, file);
      if (!attached.ok) return attached;
    }
    return success(undefined);
  }

  async #write(
    told: ToldVisit,
    kept: KeptCase | undefined,
    notes: readonly CaseNote[],
  ): Promise<Result<string, RemoteFailure>> {
    const missing = notes.filter(({ marker }) => !kept?.comments.some((body) => body.includes(marker)));
    if (kept && missing.length === 0) return success(kept.id);
    const people = await this.#findPeople();
    if (!people.ok) return people;
    // Who got the Case since then, and how it stands, is the agents' matter.
    const fields = kept
      ? success({ Description: this.#descriptionOf(told) })
      : await this.#newCase(told, people.value);
    if (!fields.ok) return fields;
    return this.#book.write({
      id: kept?.id,
      visitId: told.visit.id,
      fields: fields.value,
      comments: missing.map((note) => this.#commentOf(note, people.value)),
    });
  }

  async #newCase(
    told: ToldVisit,
    { terminal: ownerId }: CasePeople,
  ): Promise<Result<Readonly<Record<string, string>>, RemoteFailure>> {
    const { visit, contact } = told;
    const contactId = await this.#contacts.findOrCreate(contact, visit.id);
    if (!contactId.ok) return contactId;
    const { phone } = contact;
    const number = phone === undefined ? `Totem ${this.#parts.terminal.id}` : spellPhone(phone).number;
    return success({
      Subject: `${number} [${visit.id}]`,
      Origin: 'Totem',
      Status: 'Closed',
      Description: this.#descriptionOf(told),
      ...(contactId.value !== undefined && { ContactId: contactId.value }),
      ...(ownerId !== undefined && { OwnerId: ownerId }),
    });
  }

  #descriptionOf({ contact, history }: ToldVisit): string {
    const steps = this.#writer.descriptionOf(history);
    return contact.phone === undefined ? `Sem contato: o cadastro não tem telefone.\n${steps}` : steps;
  }

  #commentOf(note: CaseNote, people: CasePeople): Record<string, unknown> {
    const body = { CommentBody: this.#writer.commentOf(note), IsPublished: false };
    return this.#access.auditFields ? { ...body, ...auditFieldsOf(note, people) } : body;
  }

  async #findPeople(): Promise<Result<CasePeople, RemoteFailure>> {
    const { agentEmail } = this.#parts.terminal;
    const terminal = await this.#users.find(
      agentEmail === undefined ? undefined : { by: 'Email', value: agentEmail },
    );
    if (!terminal.ok) return terminal;
    const { auditFields, customerUsername } = this.#access;
    const customer = await this.#users.find(
      auditFields && customerUsername !== undefined ? { by: 'Username', value: customerUsername } : undefined,
    );
    return customer.ok ? success({ terminal: terminal.value, customer: customer.value }) : customer;
  }
}

function auditFieldsOf({ author, at }: CaseNote, people: CasePeople): Record<string, string> {
  const by: Record<StepAuthor, string | undefined> = { customer: people.customer, terminal: people.terminal };
  const userId = by[author];
  return {
    CreatedDate: new Date(at).toISOString(),
    ...(userId !== undefined && { CreatedById: userId }),
  };
}

function isFile(attachment: CaseAttachment): attachment is CaseFile {
  return 'read' in attachment;
}

function isLink(attachment: CaseAttachment): attachment is CaseLink {
  return 'url' in attachment;
}
