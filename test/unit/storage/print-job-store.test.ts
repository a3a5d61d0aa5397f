import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { NewPrintJob, PrintJobState } from '../../../src-main/printing/print-job.ts';
import { UniqueViolation } from '../../../src-main/storage/database.ts';
import { createPrintJobStore } from '../../../src-main/storage/print-job-store.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from './temporary-database.ts';

function job(id: string, kind: NewPrintJob['kind'] = 'slip'): NewPrintJob {
  return { id, kind, visitId: 'v1', document: { blocks: [] }, createdAt: 1 };
}

function open(...ids: string[]) {
  const store = createPrintJobStore(openTemporaryDatabase());
  for (const id of ids) store.add(job(id));
  return store;
}

it('gives jobs back in the order in which they were asked for', () => {
  const store = open('c', 'a', 'b');
  expect(store.next()).toEqual({ id: 'c', kind: 'slip', document: { blocks: [] }, reprint: false });
  expect(store.list('queued').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

it('follows a job through its states', () => {
  const store = open('a', 'b');
  store.setState('a', 'printing');
  expect(store.stateOf('a')).toBe('printing');
  expect(store.next()?.id).toBe('b');
  expect(store.list('printing').map(({ id }) => id)).toEqual(['a']);
  expect(store.stateOf('unknown')).toBeUndefined();
});

it('puts a job back in its place, to be printed as another copy', () => {
  const store = open('a', 'b');
  store.setState('a', 'printing');
  store.requeueAsReprint('a');
  expect(store.next()).toMatchObject({ id: 'a', reprint: true });
});

it('refuses a second job with the same id', () => {
  const store = open('a');
  expect(() => store.add(job('a', 'receipt'))).toThrow(UniqueViolation);
});

it.each<[PrintJobState, boolean]>([
  ['queued', true],
  ['printing', true],
  ['printed', false],
  ['uncertain', false],
  ['failed', false],
  ['cancelled', false],
])('of a job that is %s it keeps the document: %s', (state, kept) => {
  const store = open('a');
  store.setState('a', state);
  const [job] = store.list(state);
  expect(job).toMatchObject({ id: 'a', document: kept ? { blocks: [] } : null });
});

it('leaves nothing of a document in the file', () => {
  const file = temporaryDatabaseFile();
  const database = openTemporaryDatabase(file);
  const store = createPrintJobStore(database);
  const block = { kind: 'text', text: 'Maria da Silva 529.982.247-25 '.repeat(100) } as const;
  store.add({ ...job('a'), document: { blocks: [block] } });
  store.add({ ...job('b'), document: { blocks: [block] } });
  store.setState('a', 'printed');
  store.setState('b', 'cancelled');
  database.close();
  expect(readFileSync(file, 'latin1')).not.toContain('Maria');
});
