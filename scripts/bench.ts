import { parseArgs } from 'node:util';
import { measureBundle } from '../test/bench/bundle.ts';
import type { PlainMeasurement } from '../test/bench/child.ts';
import { type Figures, figureTable } from '../test/bench/figure.ts';
import { measureInChild } from '../test/bench/in-child.ts';
import { measurePapers, paperTable } from '../test/bench/papers.ts';
import { measureSlip } from '../test/bench/slip.ts';
import { measureStartUp } from '../test/bench/start-up.ts';
import { measureVisits } from '../test/bench/visits.ts';
import { prepareElectron } from './electron-runtime/prepare.ts';

interface Samples {
  readonly plain: Readonly<Record<PlainMeasurement, number>>;
  readonly startUp: { readonly samples: number; readonly warmUps: number };
  readonly slip: number;
  readonly visits: { readonly invoices: number; readonly writeOffs: number };
}

/** Few measurements, for a test that only looks whether all of it still works: their times mean little. */
const short: Samples = {
  plain: { journal: 5, 'write-off-drain': 50, watch: 100, relay: 200, 'mapped-list': 1, pdf: 2 },
  startUp: { samples: 1, warmUps: 0 },
  slip: 1,
  visits: { invoices: 1, writeOffs: 1 },
};
const full: Samples = {
  plain: {
    journal: 200,
    'write-off-drain': 10_000,
    watch: 1_000,
    relay: 10_000,
    'mapped-list': 25,
    pdf: 20,
  },
  startUp: { samples: 15, warmUps: 1 },
  slip: 3,
  visits: { invoices: 25, writeOffs: 15 },
};

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const samples = values.short ? short : full;

const papers = measurePapers();
console.log(`${paperTable(papers)}\n`);

const plain = await measurePlain();
const electron = await prepareElectron({ log: console.log, forTests: true });
Object.assign(process.env, electron.env);
try {
  console.log('Measuring the start…');
  const startUp = await measureStartUp({ runtime: electron.runtime, ...samples.startUp });
  console.log('Measuring the slip…');
  const slip = await measureSlip(samples.slip);
  console.log('Measuring visits…');
  const visits = await measureVisits(samples.visits);
  const figures = { ...startUp, ...slip, ...plain, ...visits, ...(await measureBundle()) };
  console.log(`\n${figureTable(figures)}\n`);
  console.log(JSON.stringify({ ...figures, papers }));
} finally {
  await electron.stop();
}

async function measurePlain(): Promise<Figures> {
  console.log('Measuring the journal…');
  const journal = await measureInChild('journal', samples.plain.journal);
  console.log('Measuring write-offs after an outage…');
  const drain = await measureInChild('write-off-drain', samples.plain['write-off-drain']);
  console.log('Measuring the watching of charges…');
  const watch = await measureInChild('watch', samples.plain.watch);
  console.log('Measuring the relay…');
  const relay = await measureInChild('relay', samples.plain.relay);
  console.log('Measuring a mapped list…');
  const lists = await measureInChild('mapped-list', samples.plain['mapped-list']);
  console.log('Measuring PDFs…');
  const pdfs = await measureInChild('pdf', samples.plain.pdf);
  return { ...journal, ...drain, ...watch, ...relay, ...lists, ...pdfs };
}
