import type { TFunction } from 'i18next';
import type { CopyCard } from '../../../src-main/contract/second-copies-screen.ts';

/** What one calls a paper by: its number or its year. */
export function copyTitle({ number, year }: CopyCard, t: TFunction): string {
  if (year !== undefined) return t('copies.ofYear', { year });
  return number === undefined ? t('copies.withoutNumber') : t('copies.numbered', { number });
}
