import { describe, expect, it } from 'vitest';
import { headerBlocks } from '../../../../src-main/printing/documents/header.ts';

const rule = { kind: 'rule' };

function line(text: string) {
  return { kind: 'text', text, align: 'center' };
}

describe('headerBlocks', () => {
  it('takes the first text that says anything', () => {
    expect(headerBlocks([undefined, ' \n--------\n', 'B', 'C'])).toEqual([
      { ...line('B'), bold: true },
      rule,
    ]);
  });

  it('keeps line breaks of every kind and drops control characters', () => {
    expect(headerBlocks(['A\r\nB\x1b@\n\nC\x00'])).toEqual([
      { ...line('A'), bold: true },
      line('B@'),
      line(''),
      line('C'),
      rule,
    ]);
  });

  it('draws its own rulers, and none at the edges', () => {
    expect(headerBlocks(['======\nA\n- - - - -\nB\n________\n'])).toEqual([
      { ...line('A'), bold: true },
      rule,
      line('B'),
      rule,
    ]);
  });
});
