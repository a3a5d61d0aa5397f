/** The part of the library that the tests use as an oracle for digits (it is wrong about dates). */
declare module '@mrmgomes/boleto-utils' {
  export function linhaDigitavel2CodBarras(typeableLine: string): string;
  export function calculaMod10(digits: string): number;
  /** Right for 11 and 43 digits only; gives the collection boletos' digit. */
  export function calculaMod11(digits: string): number;
}
