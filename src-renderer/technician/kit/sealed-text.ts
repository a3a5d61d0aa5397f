/** How a stored secret looks; only main can open it. */
const sealed = /sealed:v1:[\w+/=-]*/g;

const mark = 'sealed:v1:';

/** Whether a value is, or holds, a stored secret. */
export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && value.includes(mark);
}

/** A text that may be shown and typed on: without the stored secrets in it. */
export function withoutSealed(text: string): string {
  return text.replace(sealed, '');
}

/** The text in pieces: what may be shown, and `undefined` where a stored secret stands. */
export function piecesOf(text: string): readonly (string | undefined)[] {
  const shown = text.split(sealed);
  return shown
    .flatMap((piece, index) => (index === 0 ? [piece] : [undefined, piece]))
    .filter((piece) => piece !== '');
}
