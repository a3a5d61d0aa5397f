import type { Align, Block, PrintDocument, TextSize } from './layout.ts';
import { cutToLength, wrapColumns, wrapEvenly, wrapText } from './text-flow.ts';

/** A document broken into what a printer puts on the paper one after the other. */
export type TypesetItem =
  | {
      readonly kind: 'line';
      /** Fits the paper at its size, and holds no line break. */
      readonly text: string;
      readonly align: Align;
      readonly bold: boolean;
      readonly size: TextSize;
    }
  | Extract<Block, { kind: 'barcode' | 'qr' | 'logo' | 'feed' | 'cut' }>;

export interface TypesetOptions {
  /** Characters of normal size on a line. */
  readonly columns: number;
  /** Turns text into what the paper can show; called before anything is measured, since it may change lengths. */
  readonly prepare: (text: string) => string;
}

type Line = Extract<TypesetItem, { kind: 'line' }>;

const RULE_CHARACTER = '─';

const reprintBanner: readonly Block[] = [
  { kind: 'text', text: 'REIMPRESSÃO', align: 'center', bold: true, size: 'large' },
  { kind: 'rule' },
];

/** Sets a document for paper of the given width. No line is wider than the paper, and no character is lost. */
export function typeset(document: PrintDocument, options: TypesetOptions): TypesetItem[] {
  const blocks = document.reprint === true ? markedPapers(document.blocks) : document.blocks;
  return blocks.flatMap((block) => typesetBlock(block, options));
}

/** Every paper of the document says what it is, not only the first. */
function markedPapers(blocks: readonly Block[]): readonly Block[] {
  const lastIndex = blocks.length - 1;
  const marked = blocks.flatMap((block, index) =>
    block.kind === 'cut' && index < lastIndex ? [block, ...reprintBanner] : [block],
  );
  return [...reprintBanner, ...marked];
}

function typesetBlock(block: Block, { columns, prepare }: TypesetOptions): readonly TypesetItem[] {
  switch (block.kind) {
    case 'text':
      return wrapBlock(block, prepare(block.text), columnsAt(block.size, columns));
    case 'columns':
      return wrapColumns(prepare(block.label), prepare(block.value), columnsAt(block.size, columns)).map(
        (text) => asLine(text, block),
      );
    case 'rule':
      // Half as many characters of double width: at 9600 baud that is a tenth of a second less for each slip.
      return [asLine(prepare(RULE_CHARACTER.repeat(columnsAt('wide', columns))), { size: 'wide' })];
    case 'barcode':
    case 'qr':
    case 'logo':
    case 'feed':
    case 'cut':
      return [block];
  }
}

function wrapBlock(block: Extract<Block, { kind: 'text' }>, text: string, columns: number): readonly Line[] {
  if (block.verbatim === true) {
    const lines = text.split('\n').flatMap((line) => cutToLength(line, columns));
    return lines.map((line) => ({ ...asLine(line, block), text: line }));
  }
  const wrap = block.align === 'center' ? wrapEvenly : wrapText;
  return wrap(text, columns).map((line) => asLine(line, block));
}

function asLine(text: string, style: { align?: Align; bold?: boolean; size?: TextSize }): Line {
  const { align = 'left', bold = false, size = 'normal' } = style;
  // A printer centres what it gets, so blanks around centred text would push it aside.
  return { kind: 'line', text: align === 'left' ? text : text.trim(), align, bold, size };
}

function columnsAt(size: TextSize | undefined, columns: number): number {
  return size === 'large' || size === 'wide' ? Math.floor(columns / 2) : columns;
}
