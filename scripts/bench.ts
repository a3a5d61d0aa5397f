import { parseArgs } from 'node:util';
import { measureBundle } from '../test/bench/bundle.ts';
import { figureTable } from '../test/bench/figure.ts';
import { measureMappedList } from '../test/bench/mapped-list.ts';
import { measurePdf } from '../test/bench/pdf.ts';
import { measureSlip } from '../test/bench/slip.ts';
import { measureStartUp } from '../test/bench/start-up.ts';
import { measureVisits } from '../test/bench/visits.ts';
import { prepareElectron } from './electron-runtime/prepare.ts';

/** Few measurements, for a test that only looks whether all of it still works: their times mean little. */
const short = {
  startUp: { samples: 1, warmUps: 0 },
  slip: 1,
  lists: 1,
  pdfs: 2,
  visits: { invoices: 1, writeOffs: 1 },
};
const full = {
  startUp: { samples: 15, warmUps: 1 },
  slip: 3,
  lists: 25,
  pdfs: 20,
  visits: { invoices: 25, writeOffs: 15 },
};

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const samples = values.short ? short : full;

const electron = await prepareElectron({ log: console.log, forTests: true });
Object.assign(process.env, electron.env);
try {
  console.log('Measuring the start…');
  const startUp = await measureStartUp({ runtime: electron.runtime, ...samples.startUp });
  console.log('Measuring the slip…');
  const slip = await measureSlip(samples.slip);
  console.log('Measuring a mapped list…');
  const lists = await measureMappedList(samples.lists);
  console.log('Measuring PDFs…');
  const pdfs = await measurePdf(samples.pdfs);
  console.log('Measuring visits…');
  const visits = await measureVisits(samples.visits);
  const figures = { ...startUp, ...slip, ...lists, ...pdfs, ...visits, ...(await measureBundle()) };
  console.log(`\n${figureTable(figures)}\n`);
  console.log(JSON.stringify(figures));
} finally {
  await electron.stop();
}
