import { describe, expect, it } from 'vitest';
import type { PrinterStatus } from '../../../src-main/printing/printer.ts';
import type { Answer } from '../../../src-main/printing/status/dialect.ts';
import { dialects } from '../../../src-main/printing/status/dialects.ts';
import { troubleOf } from '../../../src-main/printing/trouble.ts';

type Case = readonly [what: string, answers: readonly Answer[], status: PrinterStatus];

/** Bytes as the makers' manuals and open drivers give them, not as the virtual printer makes them. */
const cases: Readonly<Record<keyof typeof dialects, readonly Case[]>> = {
  'escpos-dle-eot': [
    ['all well', [[0x12], [0x12], [0x12]], 'ok'],
    ['drawer pin high', [[0x16], [0x12], [0x12]], 'ok'],
    ['paper near its end', [[0x12], [0x12], [0x1e]], 'near-end'],
    ['stopped for paper', [[0x1a], [0x32], [0x7e]], 'no-paper'],
    ['paper sensor alone', [[0x12], [0x12], [0x72]], 'no-paper'],
    ['cover open, which also looks like no paper', [[0x1a], [0x36], [0x72]], 'cover-open'],
    ['error', [[0x1a], [0x52], [0x12]], 'error'],
    ['off line by its button', [[0x1a], [0x12], [0x12]], 'offline'],
  ],
  'escpos-asb': [
    ['all well', [[0x14, 0, 0, 0x0f]], 'ok'],
    ['paper near its end', [[0x14, 0, 0x03, 0x0f]], 'near-end'],
    ['no paper', [[0x1c, 0, 0x0f, 0x0f]], 'no-paper'],
    ['cover open', [[0x3c, 0, 0x0c, 0x0f]], 'cover-open'],
    ['cutter', [[0x1c, 0x08, 0, 0x0f]], 'error'],
    ['off line', [[0x1c, 0, 0, 0x0f]], 'offline'],
  ],
  bematech: [
    ['all well', [[0x90, 0x81, 0x90, 0x91, 0x12]], 'ok'],
    ['paper near its end', [[0x90, 0x83, 0x90, 0x91, 0x12]], 'near-end'],
    ['no paper', [[0x98, 0xa7, 0x90, 0x91, 0x12]], 'no-paper'],
    ['cover open', [[0x98, 0x01, 0x90, 0x91, 0x12]], 'cover-open'],
    ['cutter', [[0x98, 0xc1, 0x98, 0x91, 0x12]], 'error'],
    ['off line', [[0x98, 0x81, 0x90, 0x91, 0x12]], 'offline'],
  ],
  elgin: [
    ['all well', [[0x09]], 'ok'],
    ['paper near its end', [[0x19]], 'near-end'],
    ['no paper', [[0x0a]], 'no-paper'],
    ['cover open', [[0x00]], 'cover-open'],
    ['off line', [[0x08]], 'offline'],
  ],
  daruma: [
    ['all well', [[0x10], [0x10]], 'ok'],
    ['paper near its end', [[0x10], [0x11]], 'near-end'],
    ['no paper', [[0x20], [0x02]], 'no-paper'],
    ['cover open', [[0x80], [0x00]], 'cover-open'],
    ['error', [[0x18], [0x10]], 'error'],
    ['off line', [[0x00], [0x10]], 'offline'],
  ],
  custom: [
    ['all well', [[0x10, 0x0f, 0, 0, 0, 0]], 'ok'],
    ['a ticket in the presenter', [[0x10, 0x0f, 0x20, 0, 0, 0]], 'ok'],
    ['paper near its end', [[0x10, 0x0f, 0x04, 0, 0, 0]], 'near-end'],
    ['no paper', [[0x10, 0x0f, 0x05, 0, 0, 0]], 'no-paper'],
    ['cover open', [[0x10, 0x0f, 0x01, 0x02, 0, 0]], 'cover-open'],
    ['paper jam', [[0x10, 0x0f, 0, 0, 0x40, 0]], 'error'],
    ['cutter', [[0x10, 0x0f, 0, 0, 0, 0x01]], 'error'],
  ],
};

describe.each(Object.entries(cases))('the dialect %s', (name, table) => {
  const dialect = dialects[name as keyof typeof dialects];

  it.each(table)('%s', (_, answers, expected) => {
    for (const [first] of answers) {
      const length = dialect.shapeOf(first ?? 0)?.length;
      expect(length).toBe(answers[0]?.length);
    }
    expect(answers).toHaveLength(dialect.questions.length);
    expect(dialect.read(answers).status).toBe(expected);
  });
});

it('busy printers are not idle, where they tell', () => {
  expect(dialects.bematech.read([[0xb0, 0x81, 0x90, 0x91, 0x12]]).idle).toBe(false);
  expect(dialects.bematech.read([[0x80, 0x81, 0x90, 0x91, 0x12]]).idle).toBe(false);
  expect(dialects.daruma.read([[0x11], [0x10]]).idle).toBe(false);
});

it('does not call the end of the roll trouble before it has come', () => {
  expect(troubleOf('near-end')).toBeUndefined();
  expect(troubleOf('ok')).toBeUndefined();
  expect(troubleOf('no-paper')).toBe('no-paper');
});
