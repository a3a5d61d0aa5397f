import type { Json, JsonObject } from '../../../src-main/contract/technician.ts';

type Step = string | number;

/** `erps[0].baseUrl` → `['erps', 0, 'baseUrl']`. */
export function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What stands at a path, if anything. */
export function readAt(root: Json | undefined, path: string): Json | undefined {
  return stepsOf(path).reduce<Json | undefined>(child, root);
}

/** A copy with `value` at the path; what lies on the way is made where it is missing. `undefined` takes it away. */
export function writeAt(root: JsonObject, path: string, value: Json | undefined): JsonObject {
  const written = write(root, stepsOf(path), value);
  return isObject(written) ? written : {};
}

/** How many values differ between two settings. */
export function countChanges(before: Json | undefined, after: Json | undefined): number {
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].reduce((sum, name) => sum + countChanges(before[name], after[name]), 0);
  }
  if (isList(before) && isList(after)) {
    const longer = before.length > after.length ? before : after;
    return longer.reduce<number>((sum, _, index) => sum + countChanges(before[index], after[index]), 0);
  }
  return Object.is(before, after) ? 0 : 1;
}

function child(parent: Json | undefined, step: Step): Json | undefined {
  if (typeof step === 'number') return isList(parent) ? parent[step] : undefined;
  return isObject(parent) && Object.hasOwn(parent, step) ? parent[step] : undefined;
}

function write(parent: Json | undefined, steps: readonly Step[], value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const written = write(child(parent, step), rest, value);
  return typeof step === 'number'
    ? writeElement(isList(parent) ? parent : [], step, written)
    : writeMember(isObject(parent) ? parent : {}, step, written);
}

function writeElement(list: readonly Json[], index: number, value: Json | undefined): Json {
  if (value === undefined) return list.filter((_, at) => at !== index);
  return index < list.length ? list.with(index, value) : [...list, value];
}

function writeMember(object: JsonObject, name: string, value: Json | undefined): Json {
  if (value !== undefined) return { ...object, [name]: value };
  const { [name]: _, ...others } = object;
  return others;
}
