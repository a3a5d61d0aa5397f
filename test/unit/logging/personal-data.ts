import fc from 'fast-check';

/** Wide inputs for the tests of the log, made without the code under test. */

const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number) => fc.array(digit, { minLength: length, maxLength: length });
const alphanumeric = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
    minLength: length,
    maxLength: length,
  });

function checkDigit(text: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * (text.charCodeAt(index) - 48), 0);
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}

function withCheckDigits(base: string, first: readonly number[], second: readonly number[]): string {
  const once = `${base}${checkDigit(base, first)}`;
  return `${once}${checkDigit(once, second)}`;
}

const notRepeated = (text: string) => new Set(text).size > 1;

export const cpf = digits(9)
  .map((base) =>
    withCheckDigits(base.join(''), [10, 9, 8, 7, 6, 5, 4, 3, 2], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]),
  )
  .filter(notRepeated);

export const cnpj = fc
  .oneof(
    alphanumeric(12),
    digits(12).map((base) => base.join('')),
  )
  .map((base) =>
    withCheckDigits(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]),
  )
  .filter(notRepeated);

export const maskedCpf = cpf.map((text) => text.replace(/(.{3})(.{3})(.{3})(..)/, '$1.$2.$3-$4'));
export const maskedCnpj = cnpj.map((text) => text.replace(/(..)(.{3})(.{3})(.{4})(..)/, '$1.$2.$3/$4-$5'));

const mobile = fc.tuple(fc.constantFrom('11', '21', '54', '85', '99'), digits(8)).map(([area, number]) => ({
  area,
  front: `9${number.slice(0, 4).join('')}`,
  back: number.slice(4).join(''),
}));
const landline = fc
  .tuple(fc.constantFrom('11', '19', '41', '62'), fc.constantFrom('2', '3', '4', '5'), digits(7))
  .map(([area, first, rest]) => ({
    area,
    front: first + rest.slice(0, 3).join(''),
    back: rest.slice(3).join(''),
  }));

export const phone = fc
  .tuple(fc.oneof(mobile, landline), fc.nat(7))
  .map(
    ([{ area, front, back }, form]) =>
      [
        `${area}${front}${back}`,
        `(${area}) ${front}-${back}`,
        `${area} ${front} ${back}`,
        `+55${area}${front}${back}`,
        `+55 ${area} ${front}-${back}`,
        `55${area}${front}${back}`,
        `0${area}${front}${back}`,
        `00${area}${front}${back}`,
      ][form] ?? '',
  );

export const email = fc.oneof(
  fc.emailAddress(),
  phone.map((number) => `${number.replace(/\D/g, '')}@s.whatsapp.net`),
);

const base64url = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('')),
    minLength: least,
    maxLength: most,
  });

export const token = fc.oneof(
  fc.tuple(base64url(8, 40), base64url(20, 60), base64url(20, 43)).map(([a, b, c]) => `eyJ${a}.${b}.${c}`),
  fc
    .tuple(fc.constantFrom('Bearer', 'bearer', 'Basic'), base64url(8, 60))
    .map(([kind, value]) => `${kind} ${value}`),
  base64url(40, 80).filter((text) => /\d/.test(text)),
);

export const txid = fc.stringMatching(/^[a-f0-9]{32}$/);

export const boletoDigits = fc
  .constantFrom(44, 47, 48)
  .chain((length) => digits(length).map((all) => all.join('')));

export const brCode = fc.constantFrom(
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4',
  '00020126330014BR.GOV.BCB.PIX0111123456789012520400005303986540510.005802BR5915LOJA ONLYWAVE6009SAO PAULO62070503***63048E76',
);
