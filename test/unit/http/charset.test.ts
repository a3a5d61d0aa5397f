import { expect, it } from 'vitest';
import { decodeText } from '../../../src-main/http/charset.ts';

it('reads UTF-8', () => {
  expect(decodeText(Buffer.from('São João – R$ 1'), 'utf-8')).toBe('São João – R$ 1');
});

it('reads windows-1252, in the places too where ISO-8859-1 has control characters', () => {
  const bytes = Buffer.from([0x53, 0xe3, 0x6f, 0x20, 0x80, 0x96, 0x93, 0x9f, 0xff]);
  expect(decodeText(bytes, 'windows-1252')).toBe('São €–“Ÿÿ');
});

it('gives one character for each byte', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  expect(Buffer.from(decodeText(bytes, 'bytes'), 'latin1').equals(bytes)).toBe(true);
});
