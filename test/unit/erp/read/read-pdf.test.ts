import { expect, it } from 'vitest';
import { readPdf } from '../../../../src-main/erp/read/read-pdf.ts';

const pdf = Buffer.from(`%PDF-1.7\n${'a boleto '.repeat(40)}\n%%EOF\n`);
const base64 = pdf.toString('base64');

it.each([
  ['plain', base64],
  ['in lines as in mails', base64.replace(/.{76}/g, '$&\r\n')],
  ['as a data URL', `data:application/pdf;base64,${base64}`],
  ['without padding', base64.replace(/=+$/, '')],
  ['in the alphabet of addresses', pdf.toString('base64url')],
])('reads base64 %s', (_, text) => {
  expect(readPdf(text)).toEqual({ ok: true, value: pdf });
});

it.each([
  ['nothing', '', 'not-a-pdf'],
  ['a page of the web', '<html>login</html>', 'not-a-pdf'],
  ['a file cut off', base64.slice(0, 200), 'incomplete'],
  ['a letter lost in the middle', `${base64.slice(0, 101)}${base64.slice(102)}`, 'incomplete'],
  ['a number', 7, 'not a text'],
])('refuses %s', (_, mapped, error) => {
  expect(readPdf(mapped)).toEqual({ ok: false, error });
});
