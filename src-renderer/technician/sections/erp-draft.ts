import type { ErpProfileChoice, Json, JsonObject } from '../../../src-main/contract/technician.ts';
import { isList, isObject } from '../kit/draft-path.ts';

/** How many ERPs one kiosk may have. */
export const mostErps = 8;

/** Operations that only read and can be tried with a document, the plainest first. */
const byDocument = [
  'getCustomer',
  'listContracts',
  'listOpenInvoices',
  'getContacts',
  'listServices',
  'listBlockedServices',
  'listFiscalNotes',
  'listStatements',
  'listDebtClearances',
  'getInvoice',
  'getInvoicePdf',
  'getFiscalNotePdf',
  'getPendingMessages',
] as const;

/** Lists that are the same for everybody: they can be tried without a document. */
const catalogues = [
  'listProducts',
  'listResellers',
  'listEmployees',
  'listDepartments',
  'listDueDates',
  'listOrigins',
  'listCities',
  'listTicketTypes',
  'listProspectStatuses',
] as const;

/** The entries of a list of objects in the draft, whatever else lies in it. */
export function entriesOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.map((entry) => (isObject(entry) ? entry : {})) : [];
}

/** A text of an entry; empty when there is none. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A new entry whose id none of the others has. */
export function newEntry(others: readonly JsonObject[], stem: string): JsonObject {
  const taken = new Set(others.map(({ id }) => id));
  const first = others.length === 0 ? 'principal' : `${stem}-${others.length + 1}`;
  let id = first;
  for (let next = others.length + 2; taken.has(id); next += 1) id = `${stem}-${next}`;
  return { id };
}

/** The operations of a profile that "Testar" offers, the plainest first. */
export function tryableOperations(profile: ErpProfileChoice | undefined): readonly string[] {
  const names = new Set(profile?.operations.map(({ name }) => name));
  return [...byDocument, ...catalogues].filter((name) => names.has(name));
}

/** Whether an operation is tried with a customer's document. */
export function needsDocument(operation: string): boolean {
  return !catalogues.some((name) => name === operation);
}

/** What an ERP's settings change of one operation. */
export interface OperationChange {
  readonly changed: boolean;
  readonly off: boolean;
}

/** Whether an operation differs from the profile, or is not used at all. */
export function changeOf(erp: Json | undefined, operation: string): OperationChange {
  const { paths, operations } = isObject(erp) ? erp : {};
  const path = isObject(paths) ? paths[operation] : undefined;
  const change = isObject(operations) ? operations[operation] : undefined;
  const rest = isObject(change) ? Object.keys(change).length > 0 : false;
  return {
    changed: path !== undefined || rest,
    off: isObject(change) && change.off === true,
  };
}

/** Whether the kiosk can tell this ERP of a payment. */
export function canWriteOff(erp: Json | undefined, profile: ErpProfileChoice): boolean {
  const operation = 'writeOffInvoice';
  return profile.operations.some(({ name }) => name === operation) && !changeOf(erp, operation).off;
}

/** The ERP with one operation as its profile has it. */
export function withoutChange(erp: JsonObject, operation: string): JsonObject {
  return {
    ...erp,
    ...without('paths', erp.paths, operation),
    ...without('operations', erp.operations, operation),
  };
}

function without(name: string, part: Json | undefined, operation: string): JsonObject {
  if (!isObject(part)) return {};
  const { [operation]: _, ...others } = part;
  return { [name]: others };
}

/** Which operation's change a field of this ERP belongs to, if any. */
export function operationOf(field: string, erp: string): string | undefined {
  if (!field.startsWith(`${erp}.`)) return undefined;
  return /^(?:paths|operations)\.(\w+)/.exec(field.slice(erp.length + 1))?.[1];
}
