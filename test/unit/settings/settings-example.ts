import { readFileSync } from 'node:fs';

/** A fresh copy of the example that ships with the program, free to be spoilt by a test. */
export function exampleSettings(): Record<string, unknown> {
  const file = new URL('../../../resources/settings.example.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The example with one value put at a path such as `pix.accounts.0.key`; `undefined` takes the field away. */
export function exampleWith(path: string, value: unknown): Record<string, unknown> {
  const settings = exampleSettings();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((owner, key) => Reflect.get(Object(owner), key), settings);
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return settings;
}
