/**
 * Text from elsewhere made safe to draw and print: line breaks of every kind become LF, tabs and the many spaces of
 * Unicode become U+0020, and control, format (bidirectional, zero-width) and otherwise invisible characters are gone.
 * The rest is composed (NFC), as the printers' code pages need.
 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFC');
}

/** Somebody else's text for a screen or the journal: one line, bounded, without any CPF, CNPJ or telephone. */
export function withoutPersonalNumbers(text: string, longest: number): string {
  return printableText(text)
    .replace(/\s+/g, ' ')
    .replace(/\(?\d(?:[.\-/ ()]*\d){7,}|[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}/gi, '…')
    .slice(0, longest);
}
