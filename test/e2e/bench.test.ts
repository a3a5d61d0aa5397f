import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runScript } from '../support/script.ts';

const figureSchema = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['x', 'ms', 's', 'bytes', 'kB', 'MiB']),
  aim: z.strictObject({ max: z.number().positive() }).exactOptional(),
  samples: z.int().positive(),
});
const reportSchema = z.record(z.string(), figureSchema);

/** The figures with an aim. */
const aims = {
  'startup.ratio': 1.3,
  'slip.bytes': 4200,
  'erp.mapped200Ms': 25,
  'pdf.longestStallMs': 20,
  'writeoff.latencyMs': 100,
  'invoices.latencyMs': 60,
  'bundle.gzipKb': 150,
};

let report: z.output<typeof reportSchema>;

beforeAll(async () => {
  const bench = runScript(['scripts/bench.ts', '--short']);
  expect(await bench.ended, bench.output()).toBe(0);
  report = reportSchema.parse(JSON.parse(bench.output().trim().split('\n').at(-1) ?? ''));
}, 120_000);

describe('the bench', () => {
  test('tells every figure with its aim in its last line', () => {
    const told = Object.entries(report).flatMap(([name, { aim }]) => (aim ? [[name, aim.max]] : []));
    expect(Object.fromEntries(told)).toEqual(aims);
  });

  test('finds the slip small enough for a slow line', () => {
    expect(report['slip.bytes']?.value).toBeLessThanOrEqual(aims['slip.bytes']);
  });

  test('finds the page small enough', () => {
    expect(report['bundle.gzipKb']?.value).toBeLessThanOrEqual(aims['bundle.gzipKb']);
  });

  test('tells the technician’s area apart from what a customer’s page loads', () => {
    expect(report['bundle.technicianGzipKb']?.value).toBeGreaterThan(20);
  });
});
