/**
 * Breaks text into lines of at most `columns` characters: at the text's own line breaks, else between words, and
 * inside a word only when the word alone is longer than a line. Spaces at a break are dropped, nothing else is.
 */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.trimEnd(), columns));
}

/**
 * The same for centred text: no more lines than `wrapText` needs, but of even length, so that no word is left alone.
 */
export function wrapEvenly(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => {
    const fewest = wrapText(line, columns).length;
    const longestWord = Math.max(1, ...line.split(' ').map((word) => word.length));
    let width = Math.min(columns, Math.max(longestWord, Math.ceil(line.trim().length / fewest)));
    while (width < columns && wrapText(line, width).length > fewest) width += 1;
    return wrapText(line, width);
  });
}

/** Cuts text into pieces of `columns` characters, whatever they are. */
export function cutToLength(text: string, columns: number): string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / columns)) }, (_, index) =>
    text.slice(index * columns, (index + 1) * columns),
  );
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const breakAt = breakPosition(rest, columns);
    lines.push(rest.slice(0, breakAt).trimEnd());
    rest = rest.slice(breakAt).trimStart();
  }
  return [...lines, rest];
}

/** Where the next line begins: after the last space that fits, or in mid-word when there is none. */
function breakPosition(text: string, columns: number): number {
  const space = text.lastIndexOf(' ', columns);
  const hasWordBefore = space > 0 && text.slice(0, space).trim() !== '';
  return hasWordBefore ? space : columns;
}

/**
 * Sets a label at the left and its value at the right edge: beside the last line of the label where it fits, else on
 * lines of its own below.
 */
export function wrapColumns(label: string, value: string, columns: number): string[] {
  const labelLines = wrapText(label.replaceAll('\n', ' '), columns);
  const last = labelLines.pop() ?? '';
  const valueText = value.replaceAll('\n', ' ').trim();
  const gap = last === '' ? 0 : 1;
  if (last.length + gap + valueText.length <= columns) {
    return [...labelLines, last + valueText.padStart(columns - last.length)];
  }
  const values = wrapText(valueText, columns).map((line) => line.padStart(columns));
  return [...labelLines, last, ...values];
}
