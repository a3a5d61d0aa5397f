/**
 * What the customer typed, as it is kept: without control characters (a pasted line break is a space) and not longer
 * than `maxLength` characters. Spaces at the ends stay until it is parsed: a word may follow.
 */
export function keepText(text: string, maxLength: number): string {
  return [...text.replaceAll(/\p{Cc}+/gu, ' ')].slice(0, maxLength).join('');
}

/** Adds a digit of the number pad; anything else, or one too many, changes nothing. */
export function typeDigit(digits: string, key: string, maxLength: number): string {
  return /^\d$/.test(key) && digits.length < maxLength ? digits + key : digits;
}

/** Takes the last character away. */
export function eraseLast(text: string): string {
  return [...text].slice(0, -1).join('');
}
