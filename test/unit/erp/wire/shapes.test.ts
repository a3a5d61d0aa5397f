import { describe, expect, it } from 'vitest';
import { readList, readMappedRows } from '../../../../src-main/erp/wire/list.ts';
import { optional, readRecord, required, withDefault } from '../../../../src-main/erp/wire/record.ts';
import { readText } from '../../../../src-main/erp/wire/text.ts';

describe('readList', () => {
  it.each([
    [[], []],
    [[1], [1]],
    [{ registros: [1], total: '1' }, [1]],
    [{ dados: [] }, []],
  ])('finds the rows of %j', (raw, rows) => {
    expect(readList(raw)).toEqual({ ok: true, value: rows });
  });

  it.each([null, {}, { total: 0 }, { a: [], b: [] }, { a: { b: [] } }, '[]', 0, true])(
    'never takes %j for an empty list',
    (raw) => {
      expect(readList(raw).ok).toBe(false);
    },
  );
});

describe('readMappedRows', () => {
  it.each([undefined, null, {}, { rows: [] }, ''])('takes %j for a mapping that failed', (mapped) => {
    expect(readMappedRows(mapped, readText)).toEqual({ ok: false, error: 'the mapping yields no list' });
  });

  it('names the row that is wrong', () => {
    expect(readMappedRows(['a', {}, 'c'], readText)).toEqual({ ok: false, error: 'row 2: not a text' });
  });
});

describe('readRecord', () => {
  const fields = {
    id: required(['id', 'codigo'], readText),
    note: optional(['obs'], readText),
    kind: withDefault(['tipo'], readText, 'none'),
  };

  it('reads aliases in order, past those that are empty, and leaves out what is absent', () => {
    const record = readRecord({ id: '', codigo: 7, extra: {} }, fields);
    expect(record).toEqual({ ok: true, value: { id: '7', kind: 'none' } });
    expect(record.ok ? Object.keys(record.value) : []).not.toContain('note');
  });

  it.each<[unknown, string]>([
    [{}, 'id: missing'],
    [{ id: [] }, 'id: not a text'],
    [{ codigo: [] }, 'codigo: not a text'],
    [{ id: '1', obs: {} }, 'obs: not a text'],
    [null, 'not an object'],
    [[], 'not an object'],
    ['x', 'not an object'],
  ])('says what is wrong with %j', (raw, error) => {
    expect(readRecord(raw, fields)).toEqual({ ok: false, error });
  });
});
