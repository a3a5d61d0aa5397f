import { type DuplicateRule, duplicatesOf } from './duplicates.ts';
import type { CaseRow, CrmLedger, SObjectRow } from './ledger.ts';

/** Objects that the simulated org has. */
export type SObjectName = 'Case' | 'Contact' | 'CaseComment' | 'ContentVersion' | 'User';

/** Why a write was refused, as Salesforce tells it. */
export interface OrgError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
  readonly duplicateResut?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** A write's outcome. */
export type Written =
  | { readonly id: string; readonly created: boolean }
  | { readonly status: number; readonly error: OrgError };

const prefixes: Readonly<Record<SObjectName, string>> = {
  Case: '500',
  Contact: '003',
  CaseComment: '00a',
  ContentVersion: '068',
  User: '005',
};

/** The user that the connected app acts as. */
export const apiUserId = '005000000000001AAA';

const auditNames = ['CreatedDate', 'CreatedById'];

/** The simulated org: its records, and the rules by which it takes them. */
export class Org {
  readonly ledger: CrmLedger = { requests: {}, cases: [], contacts: [], comments: [], files: [] };
  readonly users: SObjectRow[] = [
    {
      id: apiUserId,
      fields: { Username: 'api@crm.example.com', Email: 'api@crm.example.com', IsActive: true },
    },
    {
      id: '005000000000002AAA',
      fields: { Username: 'totem@crm.example.com', Email: 'totem@horizonte.example', IsActive: true },
    },
    {
      id: '005000000000003AAA',
      fields: { Username: 'cliente@crm.example.com', Email: 'cliente@crm.example.com', IsActive: true },
    },
  ];
  /** Contacts that a search finds: not the newest, as in the real index. */
  readonly indexed = new Set<string>();
  /** The API user may set audit fields. */
  auditFields = false;
  duplicateRule: DuplicateRule = 'off';
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Puts a Contact there by hand, long ago. */
  addContact(fields: Fields): string {
    const { id } = this.#add(this.ledger.contacts, 'Contact', fields);
    this.indexed.add(id);
    return id;
  }

  create(object: SObjectName, fields: Fields, allowDuplicates: boolean): Written {
    const refused = this.#refuse(object, fields, allowDuplicates);
    if (refused) return refused;
    return { id: this.#add(this.#rowsOf(object), object, fields).id, created: true };
  }

  /** Creates the Case or merges the fields into the one that bears this external id. */
  upsertCase(externalField: string, externalId: string, fields: Fields): Written {
    const { cases } = this.ledger;
    const known = cases.find((row) => row.externalField === externalField && row.externalId === externalId);
    const refused = this.#refuseCase(fields, known !== undefined);
    if (refused) return refused;
    if (known) return merge(known, fields);
    const sequence = cases.length + 1;
    const id = idOf('Case', sequence);
    cases.push({
      id,
      caseNumber: String(1000 + sequence).padStart(8, '0'),
      externalField,
      externalId,
      fields: { ...fields },
      times: 1,
      createdAt: new Date(this.#now()).toISOString(),
    });
    return { id, created: true };
  }

  updateCase(id: string, fields: Fields): Written {
    const known = this.ledger.cases.find((row) => row.id === id);
    if (!known) return refusal(404, 'NOT_FOUND', 'The requested resource does not exist');
    return this.#refuseCase(fields, true) ?? merge(known, fields);
  }

  /** All records of an object, with every field and those of records that hang on them. */
  records(object: SObjectName): readonly Record<string, unknown>[] {
    if (object !== 'Case') return this.#rowsOf(object).map((row) => ({ ...row.fields, Id: row.id }));
    const { cases, comments, files } = this.ledger;
    return cases.map((row) => ({
      ...row.fields,
      Id: row.id,
      CaseNumber: row.caseNumber,
      [row.externalField]: row.externalId,
      // Looked for when they are asked for: most Cases do not fit the query.
      get CaseComments() {
        return comments
          .filter(({ fields }) => fields.ParentId === row.id)
          .map((each) => ({ ...each.fields, Id: each.id }));
      },
      get ContentDocumentLinks() {
        return files
          .filter(({ fields }) => fields.FirstPublishLocationId === row.id)
          .map((each) => ({ ContentDocument: { Title: each.fields.Title } }));
      },
    }));
  }

  /** Takes back whatever was written since: the result does it. */
  remember(): () => void {
    const { cases, contacts, comments, files } = this.ledger;
    const undoings = [keep(cases), keep(contacts), keep(comments), keep(files)];
    return () => {
      for (const undo of undoings) undo();
    };
  }

  #add(rows: SObjectRow[], object: SObjectName, fields: Fields): SObjectRow {
    const stamps = { CreatedDate: new Date(this.#now()).toISOString(), CreatedById: apiUserId };
    const name = object === 'Contact' ? { Name: fullName(fields) } : {};
    const row = { id: idOf(object, rows.length + 1), fields: { ...stamps, ...fields, ...name } };
    rows.push(row);
    return row;
  }

  #rowsOf(object: Exclude<SObjectName, 'Case'>): SObjectRow[];
  #rowsOf(object: SObjectName): SObjectRow[];
  #rowsOf(object: SObjectName): SObjectRow[] {
    switch (object) {
      case 'Contact':
        return this.ledger.contacts;
      case 'CaseComment':
        return this.ledger.comments;
      case 'ContentVersion':
        return this.ledger.files;
      case 'User':
        return this.users;
      case 'Case':
        throw new Error('Cases are upserted here');
    }
  }

  #refuse(object: SObjectName, fields: Fields, allowDuplicates: boolean): Written | undefined {
    const audit = auditNames.filter((name) => name in fields);
    if (audit.length > 0 && !this.auditFields) {
      return refusal(
        400,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${audit.join(', ')}`,
        audit,
      );
    }
    if ('CreatedById' in fields && !this.users.some(({ id }) => id === fields.CreatedById)) {
      return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['CreatedById']);
    }
    if (object === 'Contact') return this.#refuseContact(fields, allowDuplicates);
    const parent = object === 'CaseComment' ? 'ParentId' : 'FirstPublishLocationId';
    const isThere = this.ledger.cases.some(({ id }) => id === fields[parent]);
    return isThere ? undefined : refusal(400, 'MALFORMED_ID', `id value of incorrect type`, [parent]);
  }

  #refuseCase(fields: Fields, exists: boolean): Written | undefined {
    if (exists && auditNames.some((name) => name in fields)) {
      return refusal(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields', auditNames);
    }
    const { ContactId: contact, OwnerId: owner } = fields;
    const known = (rows: readonly SObjectRow[], id: unknown) => rows.some((row) => row.id === id);
    if (contact !== undefined && !known(this.ledger.contacts, contact)) {
      return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['ContactId']);
    }
    if (owner !== undefined && !known(this.users, owner)) {
      return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['OwnerId']);
    }
    return undefined;
  }

  #refuseContact(fields: Fields, allowDuplicates: boolean): Written | undefined {
    if (typeof fields.LastName !== 'string' || fields.LastName === '') {
      return refusal(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
    }
    const alike = this.ledger.contacts.filter(
      (row) =>
        row.fields.LastName === fields.LastName ||
        (fields.Email !== undefined && row.fields.Email === fields.Email),
    );
    const { duplicateRule } = this;
    if (duplicateRule === 'off' || alike.length === 0) return undefined;
    if (duplicateRule === 'alert' && allowDuplicates) return undefined;
    return {
      status: 400,
      error: {
        errorCode: 'DUPLICATES_DETECTED',
        message: `Use one of these records? ${String(fields.LastName)}`,
        duplicateResut: duplicatesOf(alike, duplicateRule),
      },
    };
  }
}

function merge(known: CaseRow, fields: Fields): Written {
  known.fields = { ...known.fields, ...fields };
  known.times += 1;
  return { id: known.id, created: false };
}

function refusal(
  status: number,
  errorCode: string,
  message: string,
  fields: readonly string[] = [],
): Written & { readonly error: OrgError } {
  return { status, error: { errorCode, message, fields } };
}

function idOf(object: SObjectName, sequence: number): string {
  return `${prefixes[object]}${String(sequence).padStart(12, '0')}AAA`;
}

function fullName(fields: Fields): string {
  return [fields.FirstName, fields.LastName].filter((part) => typeof part === 'string').join(' ');
}

/** Rows change in themselves and in their fields, no deeper. */
function keep<R extends { readonly fields: Fields }>(rows: R[]): () => void {
  const kept = rows.map((row) => ({ ...row, fields: { ...row.fields } }));
  return () => {
    rows.splice(0, rows.length, ...kept);
  };
}
