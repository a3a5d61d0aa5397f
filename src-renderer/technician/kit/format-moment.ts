/** Wall time (milliseconds) as "22/11/2026, 14:03:07" in a time zone (IANA name). */
export function formatMoment(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('pt-BR', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at);
}

/** Bytes as "1,2 MB", in powers of ten as drives are sold. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = (bytes / 1000 ** power).toLocaleString('pt-BR', {
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
  return `${value} ${units[power] ?? 'B'}`;
}
