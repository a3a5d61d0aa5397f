import type { Customer } from '../../domain/customer.ts';
import { type Result, success } from '../../domain/result.ts';
import { readBoolean } from '../wire/boolean.ts';
import { readDate } from '../wire/date.ts';
import { sameDocument } from '../wire/document.ts';
import { readPhones } from '../wire/phone.ts';
import { isWireObject, optional, readRecord, required, withDefault } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

function customerFields(document: string) {
  return {
    document: optional(['document'], sameDocument(document)),
    erpId: required(['erpId'], readText),
    name: required(['name'], readLine),
    active: withDefault(['active'], readBoolean, true),
    birthDate: optional(['birthDate'], readDate),
    registeredOn: optional(['registeredOn'], readDate),
    phones: withDefault(['phones'], readPhones, []),
    email: optional(['email'], readLine),
    address: optional(['address'], readAddress),
    contractId: optional(['contractId'], readText),
  };
}

const ADDRESS_FIELDS = {
  street: optional(['street'], readLine),
  number: optional(['number'], readLine),
  complement: optional(['complement'], readLine),
  district: optional(['district'], readLine),
  city: optional(['city'], readLine),
  state: optional(['state'], readLine),
  postalCode: optional(['postalCode'], readLine),
};

/** Reads a mapped customer; one whose document is not the one asked for is refused. */
export function readCustomer(mapped: unknown, document: string): Result<Customer, string> {
  const record = readRecord(mapped, customerFields(document));
  if (!record.ok) return record;
  const { document: _checked, ...customer } = record.value;
  return success(customer);
}

/** One line out of an address in parts, or an address that is one line already. */
export function readAddress(raw: unknown): Result<string | undefined, string> {
  if (!isWireObject(raw)) return readLine(raw);
  const parts = readRecord(raw, ADDRESS_FIELDS);
  if (!parts.ok) return parts;
  const { street, number, complement, district, city, state, postalCode } = parts.value;
  const door = join(', ', street, number, complement);
  const town = join('/', city, state);
  const line = join(' - ', door, district, town, postalCode === undefined ? undefined : `CEP ${postalCode}`);
  return success(line === '' ? undefined : line);
}

function join(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
