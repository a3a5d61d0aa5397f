import { type Answer, json } from '../server/exchange.ts';
import { errors } from './errors.ts';
import type { Org, SObjectName } from './org.ts';
import { type Condition, parseSoql, type Selected } from './soql.ts';

type SObject = Readonly<Record<string, unknown>>;

const objects: readonly SObjectName[] = ['Case', 'Contact', 'CaseComment', 'ContentVersion', 'User'];
const phoneFields = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'];
const sosl =
  /^FIND \{(?<words>[^}]+)\} IN PHONE FIELDS RETURNING Contact\((?<fields>[\w, ]+?)(?: ORDER BY \w+)?\)(?: LIMIT \d+)?$/;

/** Answers a SOQL query. */
export function answerQuery(org: Org, soql: string, version: string): Answer {
  const query = parseSoql(soql);
  if (query === undefined) return errors(400, 'MALFORMED_QUERY', 'unexpected token');
  const object = objects.find((name) => name.toLowerCase() === query.object.toLowerCase());
  if (!object) return errors(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  const found = org
    .records(object)
    .filter((record) => query.anyOf.length === 0 || query.anyOf.some((all) => fits(record, all)))
    .slice(0, query.limit);
  return json(200, pageOf(found.map((record) => recordOf(object, record, query.selected, version))));
}

/** Answers a SOSL search for telephone numbers: by their digits, whatever stands between them. */
export function answerSearch(org: Org, text: string, version: string): Answer {
  const { words, fields } = sosl.exec(text)?.groups ?? {};
  if (words === undefined || fields === undefined) {
    return errors(400, 'MALFORMED_SEARCH', 'unexpected token');
  }
  const wanted = words.split(' OR ').map((word) => word.replace(/\D/g, ''));
  const found = org
    .records('Contact')
    .filter((record) => org.indexed.has(String(record.Id)))
    .filter((record) => phonesOf(record).some((phone) => wanted.some((each) => phone.endsWith(each))));
  const names = fields.split(',').map((name) => name.trim());
  return json(200, { searchRecords: found.map((record) => recordOf('Contact', record, names, version)) });
}

function phonesOf(record: SObject): readonly string[] {
  return phoneFields
    .map((field) => {
      const text = record[field];
      return typeof text === 'string' ? text.replace(/\D/g, '') : '';
    })
    .filter((digits) => digits !== '');
}

function fits(record: SObject, conditions: readonly Condition[]): boolean {
  return conditions.every(({ field, values }) => values.has(String(fieldOf(record, field)).toLowerCase()));
}

function recordOf(object: string, record: SObject, selected: readonly Selected[], version: string): SObject {
  const url = `/services/data/${version}/sobjects/${object}/${String(record.Id)}`;
  return { attributes: { type: object, url }, ...Object.assign({}, ...selected.map(partOf(record))) };
}

function partOf(record: SObject): (selected: Selected) => SObject {
  return (selected) => {
    if (typeof selected === 'string') return nested(record, selected);
    const rows = fieldOf(record, selected.relationship);
    const list = Array.isArray(rows) ? (rows as readonly SObject[]) : [];
    const records = list.map((row) => Object.assign({}, ...selected.fields.map((name) => nested(row, name))));
    return { [selected.relationship]: records.length === 0 ? null : pageOf(records) };
  };
}

/** `A.B` as an object within the record, as Salesforce answers it. */
function nested(record: SObject, path: string): SObject {
  const [name = '', ...rest] = path.split('.');
  const value = fieldOf(record, name);
  if (rest.length === 0) return { [name]: value };
  return { [name]: nested((value ?? {}) as SObject, rest.join('.')) };
}

function pageOf(records: readonly unknown[]): SObject {
  return { totalSize: records.length, done: true, records };
}

/** A record's field; names are matched regardless of case, as SOQL does. */
function fieldOf(record: SObject, name: string): unknown {
  const wanted = name.toLowerCase();
  const own = Object.keys(record).find((key) => key.toLowerCase() === wanted);
  return (own === undefined ? undefined : record[own]) ?? null;
}
