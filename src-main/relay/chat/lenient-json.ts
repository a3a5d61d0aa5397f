/**
 * A string, or what JSON does not have: comments to the line's end and between marks. One that never ends reaches to
 * the end of the text, so that no text makes this slow.
 */
const STRING_OR_COMMENT = /"(?:[^"\\]|\\(?:[\s\S]|$))*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** A string, or a comma with nothing more after it. */
const STRING_OR_LAST_COMMA = /"(?:[^"\\]|\\(?:[\s\S]|$))*"?|,(?=\s*[}\]])/g;

/**
 * Reads JSON as people write it by hand, and as the platform's own sample has it: with comments, a comma too many and a
 * byte-order mark. Undefined when it is none.
 */
export function parseLenientJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  return parse(plain) ?? parse(withoutExtras(plain));
}

function withoutExtras(text: string): string {
  const keepString = (piece: string): string => (piece.startsWith('"') ? piece : ' ');
  return text.replace(STRING_OR_COMMENT, keepString).replace(STRING_OR_LAST_COMMA, keepString);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
