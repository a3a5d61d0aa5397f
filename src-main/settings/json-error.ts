/** A place in a text, both counted from 1; columns count UTF-16 units, as editors do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Raised inside this file only: unwinds the reader at the first wrong character. */
class WrongCharacter extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('wrong character');
    this.offset = offset;
  }
}

/**
 * Where a text stops being JSON, or `undefined` when all of it is. `JSON.parse` words its errors differently in each
 * runtime, often without a place, and quotes the text around it, which may hold a secret.
 */
export function findJsonError(text: string): TextPosition | undefined {
  try {
    const end = skip(WHITE_SPACE, text, readValue(text, skip(WHITE_SPACE, text, 0)));
    return end === text.length ? undefined : positionOf(text, end);
  } catch (error) {
    // Anything else is the stack running out on thousands of open brackets.
    return positionOf(text, error instanceof WrongCharacter ? error.offset : text.length);
  }
}

/** Reads the value that starts at `offset` and says where it ends. */
function readValue(text: string, offset: number): number {
  switch (text.charAt(offset)) {
    case '{':
      return readItems(text, offset, '}', readMember);
    case '[':
      return readItems(text, offset, ']', readValue);
    case '"':
      return readToken(STRING, text, offset);
    default:
      return readToken(SCALAR, text, offset);
  }
}

function readItems(
  text: string,
  start: number,
  close: string,
  readItem: (text: string, offset: number) => number,
): number {
  let offset = skip(WHITE_SPACE, text, start + 1);
  if (text[offset] === close) return offset + 1;
  for (;;) {
    offset = skip(WHITE_SPACE, text, readItem(text, offset));
    if (text[offset] === close) return offset + 1;
    offset = skip(WHITE_SPACE, text, readCharacter(',', text, offset));
  }
}

function readMember(text: string, offset: number): number {
  const colon = skip(WHITE_SPACE, text, readToken(STRING, text, offset));
  return readValue(text, skip(WHITE_SPACE, text, readCharacter(':', text, colon)));
}

function readCharacter(character: string, text: string, offset: number): number {
  if (text[offset] !== character) throw new WrongCharacter(offset);
  return offset + 1;
}

function readToken(token: RegExp, text: string, offset: number): number {
  const end = skip(token, text, offset);
  if (end === offset) throw new WrongCharacter(offset);
  return end;
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function positionOf(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
