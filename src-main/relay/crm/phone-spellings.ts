import { normalizePhone, phoneDigits } from '../../domain/phone.ts';

/** A telephone number as people and systems may have written it into a CRM. */
export interface PhoneSpellings {
  /** With `+` and country code where it is a Brazilian number, else as the ERP has it. */
  readonly number: string;
  readonly spellings: readonly string[];
  /** Bare digits, with and without country code. */
  readonly digits: readonly string[];
  /** Whether a text is this number, however it is written. */
  matches(text: string): boolean;
}

/** Brazilian numbers with and without country code, trunk zero, ninth digit and signs; others as they are. */
export function spellPhone(text: string): PhoneSpellings {
  const phone = normalizePhone(text);
  if (!phone) return spellUnknown(text.trim());
  const { variants, e164Digits } = phone;
  return {
    number: `+${e164Digits}`,
    spellings: variants.flatMap(spellingsOf),
    digits: variants.flatMap((variant) => [variant, variant.slice(2)]),
    matches: (other) => normalizePhone(other)?.e164Digits === e164Digits,
  };
}

function spellUnknown(number: string): PhoneSpellings {
  const digits = phoneDigits(number);
  return {
    number,
    spellings: [...new Set([number, digits, `+${digits}`])],
    digits: [digits],
    matches: (other) => phoneDigits(other) === digits,
  };
}

/** @param digits country code, area code and number */
function spellingsOf(digits: string): readonly string[] {
  const area = digits.slice(2, 4);
  const bare = digits.slice(4);
  const dashed = `${bare.slice(0, -4)}-${bare.slice(-4)}`;
  const national = [bare, dashed].flatMap((number) => [
    `${area} ${number}`,
    `(${area}) ${number}`,
    `(${area})${number}`,
  ]);
  return [
    digits,
    `+${digits}`,
    area + bare,
    `0${area}${bare}`,
    ...national,
    ...national.map((number) => `+55 ${number}`),
  ];
}
