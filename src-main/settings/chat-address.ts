/** A variable of the chat platform, which the kiosk fills in. */
const VARIABLE = /\$[A-Za-z]+\$/g;

/** Whether a place of the settings holds an address of the chat platform, which may carry a key in its query. */
export function isChatAddress(path: readonly (string | number)[]): boolean {
  return /^relay\.chat\.(?:on[A-Z]\w*|sender\.url)$/.test(path.join('.'));
}

/** From the first `?` or `#` on: one value (or a bare word) after each separator. */
const PARTS = /([?&#])([^=&#]*=)?([^&#]*)/g;

/**
 * An address of the chat platform with each fixed value of its query replaced. Platforms take their API key there; what
 * consists of `$variables$` only is no secret. The rest of the text stays as it was written.
 */
export function replaceFixedValues(address: string, replace: (value: string) => string): string {
  const queryStart = address.search(/[?#]/);
  if (queryStart < 0) return address;
  const query = address
    .slice(queryStart)
    .replace(PARTS, (_whole, mark: string, name = '', value = '') =>
      [mark, name, isFixed(value) ? replace(value) : value].join(''),
    );
  return address.slice(0, queryStart) + query;
}

/** The address without its fixed values; variables stay. */
export function withoutFixedValues(address: string): string {
  return replaceFixedValues(address, (value) => (value.match(VARIABLE) ?? []).join(''));
}

/** What stands fixed in the query, as it is written and as it is meant. */
export function fixedValuesOf(address: string): readonly string[] {
  const values = new Set<string>();
  replaceFixedValues(address, (value) => {
    for (const part of value.split(VARIABLE)) values.add(part).add(decoded(part));
    return value;
  });
  values.delete('');
  return [...values];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function isFixed(value: string): boolean {
  return value.replace(VARIABLE, '') !== '';
}
