import { printableText } from './text.ts';

const LONGEST_FIRST_NAME = 20;
const PARTICLES: ReadonlySet<string> = new Set(['de', 'da', 'do', 'das', 'dos', 'e']);

/**
 * A name as it may be shown in public: the first word and the initial of the last one ("Maria S."), for companies
 * too. Markup and control characters are dropped, and so are words without letters, since the registered names of
 * small entrepreneurs (MEI) hold their CPF or CNPJ. At most 24 characters; empty when no word is left.
 */
export function maskName(name: string): string {
  const [first, ...others] = wordsOf(name);
  if (first === undefined) return '';
  const shown = Array.from(first).slice(0, LONGEST_FIRST_NAME).join('');
  const last = others.filter((word) => !PARTICLES.has(word.toLowerCase())).at(-1);
  const initial = last?.match(/\p{L}/u)?.[0].toUpperCase();
  return initial === undefined ? shown : `${shown} ${initial}.`;
}

function wordsOf(name: string): string[] {
  return printableText(name)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}'’.&-]/gu, ' ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
}
