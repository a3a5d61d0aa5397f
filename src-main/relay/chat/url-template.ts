/**
 * Fills the `$Name$` variables of a registered callback URL. Names match whatever their case; every value is
 * URL-encoded; a variable that the kiosk does not know becomes empty, never invented.
 */
export function fillUrlTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\$([A-Za-z]+)\$/g, (_whole, name: string) =>
    encodeURIComponent(values.get(name.toLowerCase()) ?? ''),
  );
}
