import { type TextStyle, textWidth } from './helvetica.ts';

/** Room for text: millimetres across, and how many lines. */
export interface Room {
  readonly width: number;
  readonly lines: number;
}

/** Lines with the style in which they fit. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly style: TextStyle;
}

const STEP = 0.5;
const ELLIPSIS = '…';

/**
 * Breaks text into lines that fit the room, in the largest size between `style.size` and `smallest` (points) in which
 * all of it does. What does not fit even then is cut, and the cut is shown.
 */
export function fitText(text: string, room: Room, style: TextStyle, smallest: number): FittedText {
  for (let size = style.size; size > smallest; size -= STEP) {
    const lines = wrapText(text, room.width, { ...style, size });
    if (lines.length <= room.lines) return { lines, style: { ...style, size } };
  }
  const least = { ...style, size: Math.min(style.size, smallest) };
  return { lines: cutLines(wrapText(text, room.width, least), room, least), style: least };
}

function cutLines(lines: readonly string[], room: Room, style: TextStyle): readonly string[] {
  if (lines.length <= room.lines) return lines;
  const kept = lines.slice(0, room.lines);
  const last = [...(kept.pop() ?? '')];
  while (last.length > 0 && textWidth(last.join('') + ELLIPSIS, style) > room.width) last.pop();
  return [...kept, last.join('').trimEnd() + ELLIPSIS];
}

/** Lines no wider than `width` millimetres: broken between words, inside a word only when it alone is too long. */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => wrapLine(line, width, style));
}

function wrapLine(line: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (textWidth(longer, style) <= width) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = breakWord(word, width, style);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, current];
}

function breakWord(word: string, width: number, style: TextStyle): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
