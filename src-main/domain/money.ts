/** An amount of money in integer cents of real (centavos). */
export type Cents = number;

/** Writes an amount for people, as "R$ 1.234,56" or "-R$ 0,05". The space is U+0020: printers lack the no-break one. */
export function formatBrl(cents: Cents): string {
  const [reais = '', centavos = ''] = decimalFromCents(Math.abs(cents)).split('.');
  const grouped = reais.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}R$ ${grouped},${centavos}`;
}

/** Reads an amount as API Pix writes it ("123.45", one to ten digits before the dot); anything else is undefined. */
export function centsFromDecimal(text: string): Cents | undefined {
  return /^\d{1,10}\.\d{2}$/.test(text) ? Number(text.replace('.', '')) : undefined;
}

/** Writes an amount as API Pix wants it: "123.45". API Pix itself knows no negative amounts. */
export function decimalFromCents(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
