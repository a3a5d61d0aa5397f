/** A variable in a registered text: a name between dollar signs. */
const VARIABLE = /\$([A-Za-z]+)\$/g;

/** A half of a character that lost its other half; it cannot be encoded. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** Values by the variables' names, whatever their case. */
export type VariableValues = Readonly<Record<string, string>>;

/**
 * Fills the `$Name$` variables of a registered callback URL. Names match whatever their case; every value is
 * URL-encoded; a variable that the kiosk does not know becomes empty, never invented.
 */
export function fillUrlTemplate(template: string, values: VariableValues): string {
  return fillVariables(template, values, (value) =>
    encodeURIComponent(value.replace(LONE_SURROGATE, '\uFFFD')),
  );
}

/** Fills the variables of a text that is not part of an address. */
export function fillVariables(
  template: string,
  values: VariableValues,
  write: (value: string) => string = (value) => value,
): string {
  const byName = namesLowered(values);
  return template.replace(VARIABLE, (_whole, name: string) => write(byName.get(name.toLowerCase()) ?? ''));
}

/** The variables of a template that have no value. */
export function unfilledIn(template: string, values: VariableValues): readonly string[] {
  const byName = namesLowered(values);
  const names = [...template.matchAll(VARIABLE)].map((match) => match[1] ?? '');
  return names.filter((name) => (byName.get(name.toLowerCase()) ?? '') === '');
}

function namesLowered(values: VariableValues): ReadonlyMap<string, string> {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}
