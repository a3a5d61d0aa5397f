import { type Display, displayModes, languages } from '../../../src-main/contract/screen.ts';

/** A language and modes in which screens are drawn, under the name of the folder of their pictures. */
export interface Dress extends Pick<Display, 'language' | 'modes'> {
  readonly name: string;
}

export const plain: Dress = { name: 'plain', language: 'pt-BR', modes: [] };

/** Each language, each mode, and all modes at once in the language with the longest words. */
export const coveringDresses: readonly Dress[] = [
  plain,
  { name: 'larger-es', language: 'es', modes: ['large-type'] },
  { name: 'contrast-en', language: 'en', modes: ['high-contrast', 'voice'] },
  { name: 'lower', language: 'pt-BR', modes: ['low-reach'] },
  { name: 'all-es', language: 'es', modes: displayModes },
];

/** Every language in every combination of the modes that change how a screen looks. */
export const allDresses: readonly Dress[] = languages.flatMap((language) =>
  subsets(displayModes.filter((mode) => mode !== 'voice')).map((modes) => ({
    name: [language, ...modes].join('+'),
    language,
    modes,
  })),
);

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_item, index) => (bits & (1 << index)) !== 0),
  );
}
