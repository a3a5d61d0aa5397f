/** Mod10 check digit (FEBRABAN): weights 2, 1 from the right, the digits of each product added, 10 becomes 0. */
export function mod10CheckDigit(digits: string): number {
  let sum = 0;
  let weight = 2;
  for (let index = digits.length - 1; index >= 0; index--) {
    const product = Number(digits.charAt(index)) * weight;
    sum += product > 9 ? product - 9 : product;
    weight = weight === 2 ? 1 : 2;
  }
  return (10 - (sum % 10)) % 10;
}

/**
 * Remainder by 11 of the weighted sum: weights 2 to `heaviest` from the right, then 2 again. A character is worth its
 * ASCII code - 48, so that digits are themselves and A = 17 … Z = 42 (alphanumeric CNPJ, IN RFB 2.229/2024).
 */
export function mod11Remainder(text: string, heaviest: number): number {
  let sum = 0;
  let weight = 2;
  for (let index = text.length - 1; index >= 0; index--) {
    sum += (text.charCodeAt(index) - 48) * weight;
    weight = weight === heaviest ? 2 : weight + 1;
  }
  return sum % 11;
}

/** Mod11 check digit as CPF, CNPJ and collection boletos use it: a remainder of 0 or 1 gives 0. */
export function mod11CheckDigit(text: string, heaviest: number): number {
  const remainder = mod11Remainder(text, heaviest);
  return remainder < 2 ? 0 : 11 - remainder;
}
