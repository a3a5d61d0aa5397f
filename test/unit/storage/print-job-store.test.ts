import { expect, it } from 'vitest';
import type { NewPrintJob } from '../../../src-main/printing/print-job.ts';
import { UniqueViolation } from '../../../src-main/storage/database.ts';
import { createPrintJobStore } from '../../../src-main/storage/print-job-store.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

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
  store.setState('a', 'uncertain');
  store.requeueAsReprint('a');
  expect(store.next()).toMatchObject({ id: 'a', reprint: true });
});

it('refuses a second job with the same id', () => {
  const store = open('a');
  expect(() => store.add(job('a', 'receipt'))).toThrow(UniqueViolation);
});
