import { generatePixPayload, getPixPayloadInfo } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BrCode,
  crc16,
  parseBrCode,
  type StaticBrCode,
  writeStaticBrCode,
} from '../../../src-main/domain/br-code.ts';

const KEY = '123e4567-e12b-12d1-a456-426655440000';
const STATIC =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';
const DYNAMIC =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4';
const DYNAMIC_WITH_RECURRENCE =
  '00020101021226940014br.gov.bcb.pix2572qr-h.sandbox.pix.bcb.gov.br/rest/api/v2/7b2d64c4eb744a2d92a4dd5f8cfc4dfa5204000053039865802BR5913FULANO DE TAL6008BRASILIA62070503***80950014br.gov.bcb.pix2573qr-h.sandbox.pix.bcb.gov.br/rest/api/rec/3d29b94249c54b3f8c533d729f59b5e56304DBE0';
const WRONG_CRC =
  '00020126330014BR.GOV.BCB.PIX0111123456789012520400005303986540510.005802BR5915LOJA ONLYWAVE6009SAO PAULO62070503***63044D12';

type Field = readonly [id: string, value: string];
type LengthOf = (text: string) => number;

const byCharacters: LengthOf = (text) => Array.from(text).length;
const byBytes: LengthOf = (text) => Buffer.byteLength(text);

function encode(fields: readonly Field[], lengthOf: LengthOf): string {
  return fields.map(([id, value]) => `${id}${String(lengthOf(value)).padStart(2, '0')}${value}`).join('');
}

function oneOf(characters: string): fc.Arbitrary<string> {
  return fc.constantFrom(...Array.from(characters));
}

function signed(body: string): string {
  return `${body}6304${crc16(`${body}6304`)}`;
}

/** A static code from its fields; those given replace or, when undefined, remove the usual ones. */
function staticCode(
  changes: Readonly<Record<string, string | undefined>> = {},
  lengthOf = byCharacters,
): string {
  const usual = {
    '00': '01',
    '26': encode(
      [
        ['00', 'br.gov.bcb.pix'],
        ['01', KEY],
      ],
      lengthOf,
    ),
    '52': '0000',
    '53': '986',
    '58': 'BR',
    '59': 'Fulano',
    '60': 'BRASILIA',
    '62': '0503***',
  };
  const fields = Object.entries<string | undefined>({ ...usual, ...changes })
    .filter((field): field is [string, string] => field[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return signed(encode(fields, lengthOf));
}

function parsed(text: string): BrCode {
  const result = parseBrCode(text);
  if (!result.ok) throw new Error(`${text} should be sound, but is ${result.error}`);
  return result.value;
}

describe('crc16', () => {
  test('gives the check value of CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16('')).toBe('FFFF');
  });

  test('counts UTF-8 bytes and always has four digits', () => {
    expect(crc16('ã')).toBe(crc16(Buffer.from('ã').toString('utf8')));
    expect(crc16('ã')).not.toBe(crc16('\u0003'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(crc16(text)).toMatch(/^[\dA-F]{4}$/);
      }),
    );
  });
});

describe('parseBrCode', () => {
  test('reads a static code', () => {
    expect(parseBrCode(STATIC)).toEqual({
      ok: true,
      value: {
        text: STATIC,
        kind: 'static',
        key: KEY,
        merchantName: 'Fulano de Tal',
        merchantCity: 'BRASILIA',
        singleUse: false,
      },
    });
  });

  test('reads a dynamic code', () => {
    expect(parseBrCode(DYNAMIC)).toEqual({
      ok: true,
      value: {
        text: DYNAMIC,
        kind: 'dynamic',
        url: 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441',
        merchantName: 'Fulano de Tal',
        merchantCity: 'BRASILIA',
        singleUse: true,
      },
    });
  });

  test('reads a dynamic code with a recurrence beside the charge', () => {
    const code = parsed(DYNAMIC_WITH_RECURRENCE);
    expect(code.url).toBe('qr-h.sandbox.pix.bcb.gov.br/rest/api/v2/7b2d64c4eb744a2d92a4dd5f8cfc4dfa');
  });

  test('checks the CRC, in either case', () => {
    expect(parseBrCode(WRONG_CRC)).toEqual({ ok: false, error: 'wrong-crc' });
    // With the right one it turns out that its lengths do not add up either.
    expect(parseBrCode(WRONG_CRC.replace(/4D12$/, '8E76'))).toEqual({ ok: false, error: 'malformed' });
    expect(parseBrCode(STATIC.replace(/1D3D$/, '1D3E'))).toEqual({ ok: false, error: 'wrong-crc' });
    expect(parsed(STATIC.replace(/1D3D$/, '1d3d')).key).toBe(KEY);
  });

  test('drops white space around the code and nothing else', () => {
    const code = parsed(`\n ${STATIC}\r\n`);
    expect(code.text).toBe(STATIC);
  });

  test.each([
    ['10', 1000],
    ['10.', 1000],
    ['10.5', 1050],
    ['10.50', 1050],
    ['0.01', 1],
    ['0.00', undefined],
  ])('reads the amount %s as %s cents', (text, amountCents) => {
    const code = parsed(staticCode({ '54': text }));
    expect(code.amountCents).toBe(amountCents);
  });

  test('reads the txid of a static code', () => {
    const code = parsed(staticCode({ '62': '0506ABC123' }));
    expect(code.txid).toBe('ABC123');
    expect(parseBrCode(staticCode({ '62': undefined })).ok).toBe(true);
  });

  test('ignores amount and txid of a dynamic code', () => {
    const account = encode(
      [
        ['00', 'br.gov.bcb.pix'],
        ['25', 'pix.example.com/1'],
      ],
      byCharacters,
    );
    const code = parsed(staticCode({ '26': account, '54': '99.99', '62': '0506ABC123' }));
    expect(code).not.toHaveProperty('amountCents');
    expect(code).not.toHaveProperty('txid');
  });

  test('finds the PIX account behind that of another arrangement', () => {
    const account = encode(
      [
        ['00', 'br.gov.bcb.pix'],
        ['01', KEY],
      ],
      byCharacters,
    );
    const code = parsed(staticCode({ '26': 'not a template', '27': account }));
    expect(code.key).toBe(KEY);
  });

  test.each([
    ['characters', byCharacters],
    ['bytes', byBytes],
  ])('reads lengths that count %s', (_, lengthOf) => {
    const code = parsed(staticCode({ '59': 'João da Conceição', '60': 'SÃO PAULO' }, lengthOf));
    expect(code.merchantName).toBe('João da Conceição');
    expect(code.merchantCity).toBe('SÃO PAULO');
  });

  test('knows an EMV code of another arrangement', () => {
    expect(parseBrCode(staticCode({ '26': '0011com.example' }))).toEqual({ ok: false, error: 'not-pix' });
    expect(parseBrCode(staticCode({ '26': undefined }))).toEqual({ ok: false, error: 'not-pix' });
  });

  const account = (...fields: Field[]) => encode([['00', 'br.gov.bcb.pix'], ...fields], byCharacters);
  test.each([
    ['nothing', ''],
    ['a URL', 'https://pix.example.com/8b3da2f39a4140d1a91abd93113bd441'],
    ['a cut code', STATIC.slice(0, 60)],
    ['a code without CRC', STATIC.slice(0, -8)],
    ['something behind the CRC', `${STATIC}0`],
    ['a field behind the CRC', `${STATIC}640101`],
    ['a field twice', signed(`${STATIC.slice(0, -8)}5802BR`)],
    ['another payload format', staticCode({ '00': '02' })],
    ['no payload format in front', signed(STATIC.slice(6, -8))],
    ['another currency', staticCode({ '53': '840' })],
    ['another country', staticCode({ '58': 'AR' })],
    ['no category', staticCode({ '52': undefined })],
    ['no name', staticCode({ '59': undefined })],
    ['no city', staticCode({ '60': undefined })],
    ['a line break in the name', staticCode({ '59': 'Ful\nano' })],
    ['a printer command in the name', staticCode({ '59': 'Ful\u001bano' })],
    ['neither key nor URL', staticCode({ '26': account() })],
    ['key and URL', staticCode({ '26': account(['01', 'a@b.c'], ['25', 'x.y/z']) })],
    ['a comma in the amount', staticCode({ '54': '10,00' })],
    ['a negative amount', staticCode({ '54': '-1.00' })],
    ['broken additional data', staticCode({ '62': '0599***' })],
  ])('refuses %s as malformed', (_, text) => {
    expect(parseBrCode(text)).toEqual({ ok: false, error: 'malformed' });
  });

  test('takes 512 characters and no more', () => {
    const filled = (length: number) => {
      const bare = staticCode().length;
      const missing = length - bare;
      const fields: Record<string, string> = {};
      for (let id = 81, left = missing; left > 0; id++) {
        const size = left > 103 && left < 108 ? 60 : Math.min(left, 103);
        fields[id] = 'x'.repeat(size - 4);
        left -= size;
      }
      return staticCode(fields);
    };
    expect(filled(512)).toHaveLength(512);
    expect(parseBrCode(filled(512)).ok).toBe(true);
    expect(parseBrCode(filled(513))).toEqual({ ok: false, error: 'too-long' });
  });

  test('reads every generated code as the library does', () => {
    const name = fc
      .string({ unit: oneOf('ABCxyz 09'), minLength: 1, maxLength: 25 })
      .filter((text) => text.trim() === text && text !== '');
    const txid = fc.option(fc.string({ unit: oneOf('AZaz09'), minLength: 1, maxLength: 25 }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        name,
        fc.option(fc.integer({ min: 1, max: 9_999_999 }), { nil: undefined }),
        txid,
        (merchantName, cents, id) => {
          const text = generatePixPayload({
            key: KEY,
            merchantName,
            merchantCity: 'BRASILIA',
            ...(cents === undefined ? {} : { amount: cents / 100 }),
            ...(id === undefined ? {} : { txid: id }),
          });
          const code = parsed(text ?? '');
          const theirs = getPixPayloadInfo(text ?? '');
          expect(code.merchantName).toBe(theirs?.merchantName);
          expect(code.key).toBe(theirs?.key);
          expect(code.txid).toBe(theirs?.txid);
          expect(code.amountCents).toBe(cents);
        },
      ),
    );
  });

  test('refuses every single changed character', () => {
    const character = oneOf('0123456789ABCXYZabcxyz.*/ ');
    fc.assert(
      fc.property(
        fc.constantFrom(STATIC, DYNAMIC, DYNAMIC_WITH_RECURRENCE),
        fc.nat(),
        character,
        (code, at, changed) => {
          const position = at % code.length;
          fc.pre(code.charAt(position).toUpperCase() !== changed.toUpperCase());
          expect(parseBrCode(code.slice(0, position) + changed + code.slice(position + 1)).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('has an answer for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(parseBrCode(text).ok).toBe(false);
      }),
    );
  });
});

describe('writeStaticBrCode', () => {
  const order: StaticBrCode = {
    key: KEY,
    payeeName: 'Serra Fibra Telecom',
    city: 'BENTO GONCALVES',
    amountCents: 9_990,
    txid: '8b3da2f39a4140d1a91abd931',
  };
  const keys = fc.oneof(
    fc.uuid(),
    fc.emailAddress().filter((key) => key.length <= 77),
    fc.stringMatching(/^\+55\d{11}$/),
    fc.stringMatching(/^\d{14}$/),
  );
  const orders: fc.Arbitrary<StaticBrCode> = fc.record({
    key: keys,
    payeeName: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    city: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    amountCents: fc.integer({ min: 1, max: 999_999_999_999 }),
    txid: fc.stringMatching(/^[a-zA-Z0-9]{1,25}$/),
  });

  test('writes what the library writes', () => {
    const { payeeName: merchantName, city: merchantCity, key, txid } = order;
    expect(writeStaticBrCode(order)).toBe(
      generatePixPayload({ merchantName, merchantCity, key, txid, amount: 99.9 }),
    );
  });

  test('is read by us and by the library as it was meant, whatever the name', () => {
    fc.assert(
      fc.property(orders, (wanted) => {
        const text = writeStaticBrCode(wanted);
        const { amountCents, key, txid } = wanted;
        expect(parsed(text)).toMatchObject({ kind: 'static', singleUse: false, amountCents, key, txid });
        expect(getPixPayloadInfo(text)).toMatchObject({ key, txid, amount: amountCents / 100 });
        // One byte each, whoever counts which.
        expect(Buffer.byteLength(text)).toBe(text.length);
        expect(text.length).toBeLessThanOrEqual(512);
      }),
    );
  });

  test.each([
    ['São José & Cia. Telecomunicações', 'Sao Jose Cia. Telecomunic'],
    ['光回線', 'N'],
    ['  Net   Já ', 'Net Ja'],
  ])('writes the name %s as %s', (payeeName, plain) => {
    expect(parsed(writeStaticBrCode({ ...order, payeeName })).merchantName).toBe(plain);
  });

  test('leaves no name longer than its 25 places and no city longer than its 15', () => {
    const long = parsed(writeStaticBrCode({ ...order, payeeName: 'A'.repeat(60), city: 'B'.repeat(60) }));
    expect([long.merchantName.length, long.merchantCity.length]).toEqual([25, 15]);
  });
});
