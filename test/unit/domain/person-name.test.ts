import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskName } from '../../../src-main/domain/person-name.ts';

describe('maskName', () => {
  test.each([
    ['Maria Aparecida da Silva', 'Maria S.'],
    ['Maria', 'Maria'],
    ['JOÃO DOS SANTOS', 'JOÃO S.'],
    ['  Ana \t Élida  ', 'Ana É.'],
    ['ana de ávila', 'ana Á.'],
    ['José de', 'José'],
    ['Maria e', 'Maria'],
    ["D'Ávila Neto", "D'Ávila N."],
    ['Padaria Pão Quente & Filhos Ltda', 'Padaria L.'],
    // MEI: the registered name carries the CPF, or the root of the CNPJ.
    ['JOAO DA SILVA 12345678909', 'JOAO S.'],
    ['12.345.678 JOAO DA SILVA', 'JOAO S.'],
    ['<b>Maria</b> <i onclick="x()">Silva</i>', 'Maria S.'],
    ['Maria\u0000\u001b Sil\u202eva', 'Maria S.'],
    ['Maria\nSilva', 'Maria S.'],
    ['Joa\u0303o Silva', 'João S.'],
    ['Wolfeschlegelsteinhausenbergerdorff Silva', 'Wolfeschlegelsteinha S.'],
    ['', ''],
    ['   ', ''],
    ['123 456', ''],
    ['<br>', ''],
    ['—', ''],
  ])('masks %j as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('is short and free of markup, control characters and long numbers, whatever comes in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Maria', 'da', 'ß', '<b>', '>', '<', '12345678909', '\n', '\u001b', '𝒜bc', "O'"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const masked = maskName(pieces.join(' '));
        expect(Array.from(masked).length).toBeLessThanOrEqual(24);
        expect(masked).not.toMatch(/[<>"\p{Cc}\p{Cf}\p{Cs}]|\d{11}/u);
        expect(masked.trim()).toBe(masked);
      }),
    );
  });
});
