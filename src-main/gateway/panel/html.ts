import { printableText } from '../../domain/text.ts';

/** A piece of a page: text that was escaped already. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = Html | string | number | readonly Html[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template of a page's piece: whatever is put in is text and escaped, unless it is such a piece itself. */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const parts = literals.map((literal, index) => literal + markupOf(pieces[index]));
  return new Html(parts.join(''));
}

function markupOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece));
  return piece.map(({ markup }) => markup).join('');
}

/** Text from elsewhere, without control and bidirectional characters, that can end no element and no attribute. */
function escapeText(text: string): string {
  return printableText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
