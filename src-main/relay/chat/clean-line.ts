import { printableText } from '../../domain/text.ts';

/** A text from elsewhere as one line without invisible characters, at most `longest` characters; empty when blank. */
export function cleanLine(text: string, longest: number): string {
  const line = printableText(text).replace(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, longest).join('').trim();
}
