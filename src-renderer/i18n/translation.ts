import type { Words } from './pt-BR/index.ts';

/** The same keys, with words of any language. */
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/** What another language has to say: a key missing or too many fails the build. */
export type Translation = Shape<Words>;
