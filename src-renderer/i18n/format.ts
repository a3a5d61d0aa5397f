const reais = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });

/** An amount cut where its parts are drawn in different sizes: sign, `R$`, `1.234` and `,56`. */
export interface AmountParts {
  readonly sign: string;
  readonly currency: string;
  readonly whole: string;
  readonly fraction: string;
}

/** Cuts an amount in cents into its parts, as written in Brazil. */
export function amountParts(cents: number): AmountParts {
  const parts = { sign: '', currency: '', whole: '', fraction: '' };
  for (const { type, value } of reais.formatToParts(cents / 100)) {
    if (type === 'minusSign') parts.sign = '−';
    else if (type === 'currency') parts.currency = value;
    else if (type === 'integer' || type === 'group') parts.whole += value;
    else if (type === 'decimal' || type === 'fraction') parts.fraction += value;
  }
  return parts;
}

/** An amount in cents as text: `R$ 1.234,56`. */
export function formatBrl(cents: number): string {
  return reais.format(cents / 100);
}

/** `YYYY-MM-DD` as dd/mm/aaaa. Text only: a calendar date has no time zone to convert. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** The time of day in a zone (IANA name) as hh:mm. */
export function formatTime(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit', timeZone }).format(date);
}

/** Whole minutes and seconds of a duration in milliseconds, rounded up so that `0 s` means over. */
export function minutesAndSeconds(ms: number): { readonly minutes: number; readonly seconds: number } {
  const total = Math.ceil(Math.max(0, ms) / 1_000);
  return { minutes: Math.floor(total / 60), seconds: total % 60 };
}
