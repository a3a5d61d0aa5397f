import type { Contact } from '../../domain/customer.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { readMappedRows } from '../wire/list.ts';
import { readPhone } from '../wire/phone.ts';
import { isWireObject } from '../wire/record.ts';
import { foldText, readLine } from '../wire/text.ts';

/** Reads mapped contacts; those without a value are left out, and none comes twice. */
export function readContacts(mapped: unknown): Result<readonly Contact[], string> {
  const rows = readMappedRows(mapped, readContact);
  if (!rows.ok) return rows;
  const contacts = new Map<string, Contact>();
  for (const contact of rows.value) {
    if (contact) contacts.set(`${contact.kind} ${contact.value}`, contact);
  }
  return success([...contacts.values()]);
}

function readContact(row: unknown): Result<Contact | undefined, string> {
  if (!isWireObject(row)) return failure('not an object');
  const kind = readKind(row.kind);
  if (kind === undefined) return failure('kind: neither email nor phone');
  const value = kind === 'email' ? readLine(row.value) : readPhone(row.value);
  if (!value.ok) return failure(`value: ${value.error}`);
  return success(value.value === undefined ? undefined : { kind, value: value.value });
}

function readKind(raw: unknown): Contact['kind'] | undefined {
  const text = typeof raw === 'string' ? foldText(raw) : '';
  return text === 'email' || text === 'phone' ? text : undefined;
}

/** Reads mapped texts, one for each matter; blank ones are left out. */
export function readMessages(mapped: unknown): Result<readonly string[], string> {
  const texts = readMappedRows(mapped, readLine);
  return texts.ok ? success(texts.value.filter((text) => text !== undefined)) : texts;
}
