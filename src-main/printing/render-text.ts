import { toCodePage } from './escpos/code-page.ts';
import type { Block, PrintDocument } from './layout.ts';
import { type TypesetItem, typeset } from './typeset.ts';

/**
 * A document as plain text, with the characters that the paper would show: a line a line, padded to its place, sizes
 * left out. Codes stand as their content, unbroken, which may be longer than a line; a cut between two papers is a
 * line of dashes. @param columns characters on a line
 */
export function renderText(document: PrintDocument, columns: number): string {
  const plain = { ...document, blocks: document.blocks.map(plainBlock) };
  const lines = typeset(plain, { columns, prepare: toCodePage }).flatMap((item) => linesOf(item, columns));
  const last = lines.findLastIndex((line) => line !== '' && line !== cutLine(columns));
  return `${lines.slice(0, last + 1).join('\n')}\n`;
}

function plainBlock(block: Block): Block {
  return 'size' in block ? { ...block, size: 'normal' } : block;
}

function linesOf(item: TypesetItem, columns: number): readonly string[] {
  switch (item.kind) {
    case 'line':
      return [placed(item, columns)];
    case 'barcode':
      return [`[Código de barras: ${item.digits}]`];
    case 'qr':
      return [`[QR: ${item.text}]`];
    case 'logo':
      return [];
    case 'feed':
      return Array.from({ length: item.lines }, () => '');
    case 'cut':
      return [cutLine(columns)];
  }
}

function placed({ text, align, size }: Extract<TypesetItem, { kind: 'line' }>, columns: number): string {
  // What is still wide here is typeset's own: rules and the mark of a reprint.
  const shown = size === 'wide' ? text.replace(/./g, '$&$&') : text;
  if (align === 'right') return shown.padStart(columns);
  if (align === 'center') return shown.padStart(Math.floor((columns + shown.length) / 2));
  return shown.trimEnd();
}

function cutLine(columns: number): string {
  return '- '.repeat(Math.floor(columns / 2)).trimEnd();
}
