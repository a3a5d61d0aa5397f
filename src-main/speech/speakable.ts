import { printableText } from '../domain/text.ts';
import { cleanText } from '../logging/clean-text.ts';

/** Masked documents and telephones, e.g. `***.456.789-**`: read aloud they say nothing, or too much. */
const MASKED = /[*•][\d.*•/ -]*[\d*•]/g;
/** What the log's own cleaning leaves in the place of a document, a telephone or a code. */
const BLANK = /\[[a-z-]+\]/g;

/**
 * The page's words made fit to be said aloud in public: no document, telephone, e-mail, boleto or PIX code, and nothing
 * that a synthesizer would take for markup or phonemes. Amounts and dates stay. One line; may be empty.
 */
export function speakable(text: string): string {
  return cleanText(printableText(text))
    .replace(BLANK, ' ')
    .replace(MASKED, ' ')
    .replace(/[[\]<>\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
