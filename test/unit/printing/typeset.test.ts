import { describe, expect, it } from 'vitest';
import { asReprint, type Block } from '../../../src-main/printing/layout.ts';
import { typeset } from '../../../src-main/printing/typeset.ts';

function linesOf(blocks: readonly Block[], columns = 20): string[] {
  return typeset({ blocks }, { columns, prepare: (text) => text }).map((item) =>
    item.kind === 'line' ? item.text : `[${item.kind}]`,
  );
}

describe('typeset', () => {
  it('counts double width as two columns', () => {
    const text = 'um dois tres quatro';
    expect(linesOf([{ kind: 'text', text }])).toEqual([text]);
    expect(linesOf([{ kind: 'text', text, size: 'large' }])).toEqual(['um dois', 'tres', 'quatro']);
    expect(linesOf([{ kind: 'text', text, size: 'tall' }])).toEqual([text]);
  });

  it('measures what the paper will show, not what was written', () => {
    const items = typeset(
      { blocks: [{ kind: 'columns', label: 'Total', value: '€ 10' }] },
      { columns: 20, prepare: (text) => text.replace('€', 'EUR') },
    );
    expect(items).toMatchObject([{ text: 'Total         EUR 10' }]);
  });

  it('keeps the spaces of left text and drops those around centred text', () => {
    expect(linesOf([{ kind: 'text', text: '  a' }])).toEqual(['  a']);
    expect(linesOf([{ kind: 'text', text: '  a ', align: 'center' }])).toEqual(['a']);
  });

  it('draws a rule as wide as the paper', () => {
    expect(typeset({ blocks: [{ kind: 'rule' }] }, { columns: 20, prepare: (text) => text })).toMatchObject([
      { text: '─'.repeat(10), size: 'wide' },
    ]);
  });

  it('passes symbols, feeds and cuts through', () => {
    expect(linesOf([{ kind: 'qr', text: 'x' }, { kind: 'feed', lines: 2 }, { kind: 'cut' }])).toEqual([
      '[qr]',
      '[feed]',
      '[cut]',
    ]);
  });

  it('sets a code verbatim, to the edge and with its spaces', () => {
    const text = `FULANO DE TAL ${'9'.repeat(8)}`;
    expect(linesOf([{ kind: 'text', text, verbatim: true }], 9)).toEqual(['FULANO DE', ' TAL 9999', '9999']);
    expect(linesOf([{ kind: 'text', text: 'a\nb', verbatim: true }])).toEqual(['a', 'b']);
  });

  it('marks every paper of a reprint, and none behind the last cut', () => {
    const paper = [{ kind: 'text', text: 'Via' } as const, { kind: 'cut' } as const];
    const items = typeset(asReprint({ blocks: [...paper, ...paper] }), {
      columns: 32,
      prepare: (text) => text,
    });
    const lines = items.map((item) => (item.kind === 'line' ? item.text : item.kind));
    const marked = ['REIMPRESSÃO', '─'.repeat(16), 'Via', 'cut'];
    expect(lines).toEqual([...marked, ...marked]);
  });

  it('marks a reprint at its head', () => {
    const document = { blocks: [{ kind: 'text', text: 'Recibo' } as const] };
    const items = typeset(asReprint(document), { columns: 32, prepare: (text) => text });
    expect(items[0]).toMatchObject({ kind: 'line', text: 'REIMPRESSÃO', size: 'large', bold: true });
    expect(items.at(-1)).toMatchObject({ text: 'Recibo' });
  });
});
