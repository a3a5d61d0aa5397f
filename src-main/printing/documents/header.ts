import { printableText } from '../../domain/text.ts';
import type { Block } from '../layout.ts';
import type { LogoBlock } from '../logo.ts';

/** A line of dashes and the like, drawn for some other paper's width. */
const RULER = /^[-–—─_=*~.\s]{6,}$/;

/**
 * The head of a paper: the logo, and the first of the texts that says anything, the ERP's before the terminal's own.
 * Line breaks stay; rulers become ours, which fit the paper.
 */
export function headerBlocks(texts: readonly (string | undefined)[], logo?: LogoBlock): readonly Block[] {
  const chosen = texts.map(contentLines).find((lines) => lines.length > 0) ?? [];
  return [
    ...(logo ? [logo, { kind: 'feed', lines: 1 } as const] : []),
    ...chosen.map((line, index) => headerLine(line, index === 0)),
    { kind: 'rule' },
  ];
}

function contentLines(text: string | undefined): readonly string[] {
  const lines = printableText(text ?? '')
    .split('\n')
    .map((line) => line.trim());
  const isContent = (line: string) => line !== '' && !RULER.test(line);
  const first = lines.findIndex(isContent);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isContent) + 1);
}

function headerLine(text: string, first: boolean): Block {
  if (RULER.test(text)) return { kind: 'rule' };
  return { kind: 'text', text, align: 'center', ...(first ? { bold: true } : {}) };
}
