import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPostalCode,
  parsePostalCode,
  stateOfPostalCode,
} from '../../../src-main/domain/postal-code.ts';

describe('CEP', () => {
  it.each([
    ['01310-100', 'SP'],
    ['19999999', 'SP'],
    ['20040-002', 'RJ'],
    ['29010-000', 'ES'],
    ['30130-010', 'MG'],
    ['40020-000', 'BA'],
    ['69301-000', 'RR'],
    ['69400-000', 'AM'],
    ['69900-000', 'AC'],
    ['70040-010', 'DF'],
    ['72800-000', 'GO'],
    ['73000-000', 'DF'],
    ['76801-000', 'RO'],
    ['78995-000', 'RO'],
    ['79002-000', 'MS'],
    ['88010-000', 'SC'],
    ['95700-000', 'RS'],
    ['99999-999', 'RS'],
  ])('%s lies in %s', (code, state) => {
    const parsed = parsePostalCode(code);
    expect(parsed.ok && stateOfPostalCode(parsed.value)).toBe(state);
  });

  it('tells half a code from one that is not in use', () => {
    expect(parsePostalCode('0131')).toEqual({ ok: false, error: 'incomplete' });
    expect(parsePostalCode('00999-999')).toEqual({ ok: false, error: 'unknown' });
    expect(parsePostalCode('1310010a')).toEqual({ ok: false, error: 'incomplete' });
  });

  it('is written as far as it was typed, and read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,8}$/), (digits) => {
        expect(formatPostalCode(digits).replace('-', '')).toBe(digits);
      }),
    );
    expect(formatPostalCode('01310')).toBe('01310');
    expect(formatPostalCode('013101')).toBe('01310-1');
  });
});
