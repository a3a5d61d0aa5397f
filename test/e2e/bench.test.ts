import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { printerModels } from '../../src-main/printing/printer-models.ts';
import { figureSchema } from '../bench/figure.ts';
import { runScript } from '../support/script.ts';

const paperSchema = z.strictObject({
  profile: z.enum(printerModels),
  document: z.string(),
  bytes: z.int().positive(),
  seconds9600: z.number().positive(),
  seconds115200: z.number().positive(),
});
/** Figures by name, and beside them what each paper costs. */
const reportSchema = z.object({ papers: z.array(paperSchema) }).catchall(figureSchema);
function figuresOf(report: z.output<typeof reportSchema>) {
  const { papers, ...figures } = report;
  expect(papers.length).toBeGreaterThan(0);
  return figures;
}

/** The figures with an aim. */
const aims = {
  'startup.ratio': { max: 1.3 },
  'slip.bytes': { max: 4200 },
  'journal.ratio': { min: 0.8 },
  'watch.busiestMinute': { max: 120 },
  'relay.ratio': { min: 0.7 },
  'erp.mapped200Ms': { max: 25 },
  'pdf.longestStallMs': { max: 20 },
  'writeoff.latencyMs': { max: 100 },
  'invoices.latencyMs': { max: 60 },
  'bundle.gzipKb': { max: 150 },
};

let report: z.output<typeof reportSchema>;

beforeAll(async () => {
  const bench = runScript(['scripts/bench.ts', '--short']);
  expect(await bench.ended, bench.output()).toBe(0);
  report = reportSchema.parse(JSON.parse(bench.output().trim().split('\n').at(-1) ?? ''));
}, 120_000);

describe('the bench', () => {
  test('tells every figure with its aim in its last line', () => {
    const told = Object.entries(figuresOf(report)).flatMap(([name, { aim }]) => (aim ? [[name, aim]] : []));
    expect(Object.fromEntries(told)).toEqual(aims);
  });

  test('finds the slip small enough for a slow line', () => {
    expect(report['slip.bytes']?.value).toBeLessThanOrEqual(aims['slip.bytes'].max);
  });

  test('tells the size of every paper for every printer', () => {
    const { papers } = report;
    const told = new Set(papers.map(({ profile, document }) => `${profile} ${document}`));
    expect(new Set(papers.map(({ profile }) => profile))).toEqual(new Set(printerModels));
    expect(told.size).toBe(papers.length);
    const slips = papers.filter(({ profile, document }) => profile === 'generic-80mm' && document === 'slip');
    expect(slips.map(({ bytes }) => bytes <= aims['slip.bytes'].max)).toEqual([true]);
  });

  test('finds that watching charges stays within what the PSP takes', () => {
    expect(report['watch.busiestMinute']?.value).toBeLessThanOrEqual(aims['watch.busiestMinute'].max);
  });

  test('finds the page small enough', () => {
    expect(report['bundle.gzipKb']?.value).toBeLessThanOrEqual(aims['bundle.gzipKb'].max);
  });

  test('tells what comes later apart from what a customer’s page loads at first', () => {
    expect(report['bundle.laterGzipKb']?.value).toBeGreaterThan(20);
  });
});
