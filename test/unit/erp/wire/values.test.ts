import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoolean } from '../../../../src-main/erp/wire/boolean.ts';
import { readDate } from '../../../../src-main/erp/wire/date.ts';
import { sameDocument } from '../../../../src-main/erp/wire/document.ts';
import { readIdList } from '../../../../src-main/erp/wire/id-list.ts';
import { foldText, readLine, readLines, readText } from '../../../../src-main/erp/wire/text.ts';

const ok = (value: unknown) => ({ ok: true, value });

describe('readText', () => {
  it.each<[unknown, string]>([
    [' a b ', 'a b'],
    [77, '77'],
    [0, '0'],
  ])('reads %j', (raw, text) => {
    expect(readText(raw)).toEqual(ok(text));
  });

  it.each([undefined, null, '', ' \n'])('takes %j as absent', (raw) => {
    expect(readText(raw)).toEqual(ok(undefined));
  });

  it.each([2 ** 60, 1.5, true, [], {}])('refuses %j', (raw) => {
    expect(readText(raw).ok).toBe(false);
  });
});

describe('readLine', () => {
  it('makes one printable line', () => {
    expect(readLine('Zé \u001b@\r\n  \u0000Silva\t')).toEqual(ok('Zé @ Silva'));
  });

  it('takes invisible text as absent', () => {
    expect(readLine('\u0007\u200b')).toEqual(ok(undefined));
  });
});

describe('readLines', () => {
  it('keeps breaks and indentation, and nothing that a printer would obey', () => {
    expect(readLines('  SERRA\r\n\u001b@CNPJ\n')).toEqual(ok('  SERRA\n@CNPJ\n'));
  });

  it('takes blanks as absent', () => {
    expect(readLines(' \r\n ')).toEqual(ok(undefined));
    expect(readLines(null)).toEqual(ok(undefined));
  });
});

describe('foldText', () => {
  it('makes case, accents and blanks alike', () => {
    expect(foldText('  JÁ\u00a0 Paga ')).toBe('ja paga');
    expect(foldText('ja\u0301 paga')).toBe('ja paga');
  });
});

describe('readBoolean', () => {
  it.each([true, 'true', 'TRUE', 'S', 's', 'Sim', ' sim ', 1, '1'])('reads %j as yes', (raw) => {
    expect(readBoolean(raw)).toEqual(ok(true));
  });

  it.each([false, 'false', 'N', 'n', 'Não', 'nao', 'NA\u0303O', 0, '0'])('reads %j as no', (raw) => {
    expect(readBoolean(raw)).toEqual(ok(false));
  });

  it.each([undefined, null, '', ' '])('takes %j as absent', (raw) => {
    expect(readBoolean(raw)).toEqual(ok(undefined));
  });

  it.each(['talvez', 2, '01', [], {}, 'simples'])('refuses %j', (raw) => {
    expect(readBoolean(raw).ok).toBe(false);
  });
});

describe('readDate', () => {
  it.each([
    '2026-02-28',
    '2026-02-28T23:59:59-03:00',
    '2026-02-28 00:00:00',
    '2026-02-28T03:00:00.000Z',
    '28/02/2026',
    ' 28/02/2026 10:30 ',
  ])('reads %j as the day that it says', (raw) => {
    expect(readDate(raw)).toEqual(ok('2026-02-28'));
  });

  it.each([undefined, null, '', '0000-00-00', '0000-00-00 00:00:00', '00/00/0000'])(
    'takes %j as absent',
    (raw) => {
      expect(readDate(raw)).toEqual(ok(undefined));
    },
  );

  it.each([
    '2026-02-30',
    '30/02/2026',
    '02/28/2026',
    '28-02-2026',
    '20260228',
    'amanhã',
    1_772_236_800,
    {},
    '0',
  ])('refuses %j', (raw) => {
    expect(readDate(raw).ok).toBe(false);
  });

  it('reads every day alike in both spellings', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (iso) => {
        expect(readDate(iso)).toEqual(ok(iso));
        expect(readDate(iso.split('-').reverse().join('/'))).toEqual(ok(iso));
      }),
    );
  });
});

describe('readIdList', () => {
  it.each<[unknown, readonly string[]]>([
    ['3001', ['3001']],
    [3001, ['3001']],
    ['3001,3002', ['3001', '3002']],
    [' 3001 ; 3002 |3003', ['3001', '3002', '3003']],
    [
      ['3001', 3002],
      ['3001', '3002'],
    ],
    [['3001', '3001'], ['3001']],
    ['A/12-3', ['A/12-3']],
  ])('reads %j', (raw, ids) => {
    expect(readIdList(raw)).toEqual(ok(ids));
  });

  it.each([undefined, null, '', [], [''], ' , '])('takes %j as absent', (raw) => {
    expect(readIdList(raw)).toEqual(ok(undefined));
  });

  it.each([{}, [{}], true, [[1]]])('refuses %j', (raw) => {
    expect(readIdList(raw).ok).toBe(false);
  });
});

describe('sameDocument', () => {
  it.each<[unknown, string]>([
    ['52998224725', '52998224725'],
    ['529.982.247-25', '52998224725'],
    ['12.abc.345/01de-35', '12ABC34501DE35'],
    [191, '00000000000191'],
  ])('takes %j for the document asked for', (raw, asked) => {
    expect(sameDocument(asked)(raw)).toEqual(ok(asked));
  });

  it.each<[unknown, string]>([
    ['11144477735', '52998224725'],
    ['191', '00000000000191'],
    ['5299822472', '52998224725'],
    [{}, '52998224725'],
  ])('refuses %j', (raw, asked) => {
    expect(sameDocument(asked)(raw).ok).toBe(false);
  });

  it('quotes neither document', () => {
    expect(JSON.stringify(sameDocument('52998224725')('11144477735'))).not.toMatch(/52998224725|11144477735/);
  });
});
