/**
 * What an answer is read as. `windows-1252` covers ISO-8859-1, as browsers have it; `bytes` gives one character for
 * each byte, for files.
 */
export type Charset = 'utf-8' | 'windows-1252' | 'bytes';

/** What windows-1252 has in the places 0x80 to 0x9f. Written out: some versions of Node decode them as ISO-8859-1. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text out of bytes; what is no character of UTF-8 becomes U+FFFD. */
export function decodeText(bytes: Buffer, charset: Charset): string {
  if (charset === 'utf-8') return new TextDecoder().decode(bytes);
  const text = bytes.toString('latin1');
  if (charset === 'bytes') return text;
  return text.replace(/[\u0080-\u009f]/g, (character) =>
    HIGH_CONTROLS.charAt(character.charCodeAt(0) - 0x80),
  );
}
