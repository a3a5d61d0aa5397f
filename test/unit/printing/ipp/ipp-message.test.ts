import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpAddress } from '../../../../src-main/printing/ipp/ipp-exchange.ts';
import { decodeAnswer, encodeRequest } from '../../../../src-main/printing/ipp/ipp-message.ts';
import { readMessage, writeAnswer } from '../../../simulators/ipp/ipp-wire.ts';

describe('a request', () => {
  it('is, byte by byte, what RFC 8010 says', () => {
    const bytes = encodeRequest({
      operation: 0x0b,
      requestId: 1,
      operationAttributes: [
        ['attributes-charset', { type: 'charset', text: 'utf-8' }],
        ['requested-attributes', { type: 'keyword', text: 'a' }],
        ['requested-attributes', { type: 'keyword', text: 'b' }],
        ['job-id', { type: 'integer', number: 147 }],
      ],
    });
    const expected = [
      '0101000b00000001',
      '01',
      '470012',
      Buffer.from('attributes-charset').toString('hex'),
      '0005',
      Buffer.from('utf-8').toString('hex'),
      '440014',
      Buffer.from('requested-attributes').toString('hex'),
      '000161',
      '440000000162',
      '210006',
      Buffer.from('job-id').toString('hex'),
      '000400000093',
      '03',
    ];
    expect(Buffer.from(bytes).toString('hex')).toBe(expected.join(''));
  });

  it('is read by another reader as it was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1 }),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        (values, number) => {
          const bytes = encodeRequest({
            operation: 2,
            requestId: 7,
            operationAttributes: values.map((each) => ['x', { type: 'name', text: each }]),
            jobAttributes: [['n', { type: 'integer', number }]],
          });
          const read = readMessage(Buffer.concat([bytes, Buffer.from('document')]));
          expect(read.attributes.get('operation.x')).toEqual(values);
          expect(read.attributes.get('job.n')).toEqual([number]);
          expect(read.document.toString()).toBe('document');
        },
      ),
    );
  });
});

describe('an answer', () => {
  it('is read with its lists, and without its collections', () => {
    const bytes = writeAnswer(1, 9, 4, [
      ['collection', 'media-col-default'],
      ['keyword', 'reasons', 'one', 'two'],
      ['enum', 'printer-state', 5],
      ['boolean', 'accepts', false],
    ]);
    const read = decodeAnswer(bytes);
    expect(read.ok && [read.value.status, read.value.requestId]).toEqual([1, 9]);
    expect(read.ok && Object.fromEntries(read.value.attributes)).toEqual({
      'attributes-charset': ['utf-8'],
      'attributes-natural-language': ['en'],
      'media-col-default': [],
      reasons: ['one', 'two'],
      'printer-state': [5],
      accepts: [false],
    });
  });

  it('is a failure wherever it breaks off', () => {
    const bytes = writeAnswer(0, 1, 4, [['keyword', 'reasons', 'none']]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeAnswer(bytes.subarray(0, length))).toEqual({ ok: false, error: 'not-ipp' });
    }
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        decodeAnswer(bytes);
        decodeAnswer(Buffer.concat([Buffer.of(1, 1, 0, 0, 0, 0, 0, 1), bytes]));
      }),
    );
  });
});

it.each([
  ['ipp://localhost/printers/A4', 'http://localhost:631/printers/A4'],
  ['ipp://10.0.0.5:8631/ipp/print', 'http://10.0.0.5:8631/ipp/print'],
  ['ipps://impressora.local/ipp/print', 'https://impressora.local:631/ipp/print'],
])('%s is asked at %s', (address, expected) => {
  expect(httpAddress(address).href).toBe(expected);
});
