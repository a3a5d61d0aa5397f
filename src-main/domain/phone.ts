/** A Brazilian telephone number. */
export interface Phone {
  /** Country code 55, area code (DDD) and number: 13 digits for mobiles, 12 for landlines. */
  readonly e164Digits: string;
  /**
   * Every way the number may be stored elsewhere, `e164Digits` first: old WhatsApp ids of mobiles may lack the ninth
   * digit, and no rule by area tells which.
   */
  readonly variants: readonly string[];
}

/** Area codes in use (Anatel). */
const AREA_CODE = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])/;

/** The digits of a text, in order. */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Reads a Brazilian number with area code, with or without country code (+55 or 0055), trunk zero and carrier code.
 * A mobile without its ninth digit gets it. Undefined when it cannot be such a number.
 */
export function normalizePhone(text: string): Phone | undefined {
  const national = nationalDigits(phoneDigits(text));
  if (national === undefined || !AREA_CODE.test(national)) return undefined;
  const area = `55${national.slice(0, 2)}`;
  const number = national.slice(2);
  if (/^[2-5]\d{7}$/.test(number)) return phone(area + number);
  if (/^[6-9]\d{7}$/.test(number)) return phone(`${area}9${number}`, area + number);
  // Mobiles whose other eight digits start as a landline does were born with the ninth digit and never lack it.
  if (/^9[6-9]\d{7}$/.test(number)) return phone(area + number, area + number.slice(1));
  if (/^9\d{8}$/.test(number)) return phone(area + number);
  return undefined;
}

/** Leaves area code and number. Only the length tells the country code 55 from the area code 55. */
function nationalDigits(digits: string): string | undefined {
  const match = /^(?:(?:00)?55|0(?:[1-9]\d)?)?(\d{10,11})$/.exec(digits);
  return match?.[1];
}

function phone(e164Digits: string, ...others: readonly string[]): Phone {
  return { e164Digits, variants: [e164Digits, ...others] };
}
