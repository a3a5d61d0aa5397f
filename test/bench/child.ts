import type { Figures } from './figure.ts';

/** Each loads only what it needs: the rest would lie in the memory that is measured. */
const measurements = {
  journal: async (samples) => (await import('./journal.ts')).measureJournal(samples),
  'write-off-drain': async (samples) => (await import('./write-off-drain.ts')).measureWriteOffDrain(samples),
  watch: async (samples) => (await import('./watch.ts')).measureWatch(samples),
  relay: async (samples) => (await import('./relay.ts')).measureRelay(samples),
  'mapped-list': async (samples) => (await import('./mapped-list.ts')).measureMappedList(samples),
  pdf: async (samples) => (await import('./pdf.ts')).measurePdf(samples),
} satisfies Record<string, (samples: number) => Promise<Figures>>;

/** A measurement that needs no Electron. */
export type PlainMeasurement = keyof typeof measurements;

function isKnown(name: string): name is PlainMeasurement {
  return Object.hasOwn(measurements, name);
}

if (import.meta.main) {
  const [, , name = '', samples = ''] = process.argv;
  if (!isKnown(name)) throw new Error(`nobody measures ${name}`);
  process.stdout.write(JSON.stringify(await measurements[name](Number(samples))));
}
