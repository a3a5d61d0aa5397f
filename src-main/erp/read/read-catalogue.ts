import type { CatalogueEntry, City, Product, Reseller } from '../../domain/catalogue.ts';
import type { Result } from '../../domain/result.ts';
import { type AmountMarks, amountReader, notNegative } from '../wire/amount.ts';
import { readMappedRows } from '../wire/list.ts';
import { degreesUpTo } from '../wire/number.ts';
import { optional, readRecord, required } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

const ENTRY_FIELDS = {
  id: required(['id'], readText),
  name: required(['name'], readLine),
  remarks: optional(['remarks'], readLine),
};

const RESELLER_FIELDS = {
  ...ENTRY_FIELDS,
  document: optional(['document'], readText),
  email: optional(['email'], readLine),
};

const CITY_FIELDS = {
  ...ENTRY_FIELDS,
  latitude: optional(['latitude'], degreesUpTo(90)),
  longitude: optional(['longitude'], degreesUpTo(180)),
};

/** Reads a mapped list of employees, departments, due days, origins, ticket types or prospect statuses. */
export function readEntries(mapped: unknown): Result<readonly CatalogueEntry[], string> {
  return readMappedRows(mapped, (row) => readRecord(row, ENTRY_FIELDS));
}

export function readResellers(mapped: unknown): Result<readonly Reseller[], string> {
  return readMappedRows(mapped, (row) => readRecord(row, RESELLER_FIELDS));
}

export function readCities(mapped: unknown): Result<readonly City[], string> {
  return readMappedRows(mapped, (row) => readRecord(row, CITY_FIELDS));
}

export function readProducts(mapped: unknown, marks: AmountMarks): Result<readonly Product[], string> {
  const fields = {
    ...ENTRY_FIELDS,
    description: optional(['description'], readLine),
    priceCents: optional(['price'], notNegative(amountReader(marks))),
  };
  return readMappedRows(mapped, (row) => readRecord(row, fields));
}
