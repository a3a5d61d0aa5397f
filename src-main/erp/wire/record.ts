import { failure, type Result, success } from '../../domain/result.ts';

/** A JSON object before anything is known of it. */
export type WireObject = Readonly<Record<string, unknown>>;

/**
 * Reads one JSON value: `undefined` means absent (missing, null or an empty string), the failure says in a few words
 * what is wrong. It never quotes the value, which may be somebody's data.
 */
export type ReadValue<T> = (raw: unknown) => Result<T | undefined, string>;

/** Reads one field of an object. */
export type Field<T> = (record: WireObject) => Result<T, string>;

type FieldValue<F> = F extends Field<infer T> ? T : never;

/** What a set of fields reads to: fields that may be absent are optional properties, left out when absent. */
export type RecordOf<F extends Readonly<Record<string, Field<unknown>>>> = {
  [K in keyof F as undefined extends FieldValue<F[K]> ? never : K]: FieldValue<F[K]>;
} & {
  [K in keyof F as undefined extends FieldValue<F[K]> ? K : never]?: Exclude<FieldValue<F[K]>, undefined>;
};

/** A field that may be absent; of several names the first that holds something counts. */
export function optional<T>(names: readonly string[], read: ReadValue<T>): Field<T | undefined> {
  return (record) => {
    for (const name of names) {
      const value = read(record[name]);
      if (!value.ok) return failure(`${name}: ${value.error}`);
      if (value.value !== undefined) return value;
    }
    return success(undefined);
  };
}

/** A field that must hold something under one of its names. */
export function required<T>(names: readonly string[], read: ReadValue<T>): Field<T> {
  const field = optional(names, read);
  return (record) => {
    const value = field(record);
    if (!value.ok) return value;
    return value.value === undefined ? failure(`${names[0]}: missing`) : success(value.value);
  };
}

/** A field with a value of its own when it is absent. */
export function withDefault<T>(names: readonly string[], read: ReadValue<T>, fallback: T): Field<T> {
  const field = optional(names, read);
  return (record) => {
    const value = field(record);
    return value.ok ? success(value.value ?? fallback) : value;
  };
}

/** Reads an object's fields; the failure names the first field that is wrong. Other fields are ignored. */
export function readRecord<F extends Readonly<Record<string, Field<unknown>>>>(
  raw: unknown,
  fields: F,
): Result<RecordOf<F>, string> {
  if (!isWireObject(raw)) return failure('not an object');
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const value = field(raw);
    if (!value.ok) return value;
    if (value.value !== undefined) values[key] = value.value;
  }
  // The loop has just given each key the type that its field reads to; the compiler cannot follow it there.
  return success(values as RecordOf<F>);
}

/** Whether a JSON value is an object (not null, not a list). */
export function isWireObject(raw: unknown): raw is WireObject {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
