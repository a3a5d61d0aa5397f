const reais = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });

/** An amount in cents as `R$ 129,90`. */
export function formatCents(cents: number): string {
  return reais.format(cents / 100);
}

/** A span of time in milliseconds (sign ignored) in its one or two largest units, e.g. `2 h 5 min`. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined([minutes, 'min'], [seconds % 60, 's']);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return joined([hours, 'h'], [minutes % 60, 'min']);
  return joined([Math.floor(hours / 24), 'dias'], [hours % 24, 'h']);
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
