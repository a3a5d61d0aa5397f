import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { blankVisit } from '../../../src-main/attendance/visit-context.ts';
import { visitMachine } from '../../../src-main/attendance/visit-machine.ts';
import { WrongTries } from '../../../src-main/attendance/wrong-tries.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { FakeBoletos } from './fake-boletos.ts';
import { FakeDiary, FakeDirectory, FakePaper, FakePayments, FakeReceipts } from './fake-parts.ts';
import { maria } from './people.ts';
import { groupOf, rules } from './staged-visit.ts';

async function visitAtQr() {
  const clock = new ManualClock();
  const payments = new FakePayments();
  const directory = new FakeDirectory();
  directory.know(maria);
  const log = new RecordingLog();
  const paper = new FakePaper();
  const parts = {
    directory: groupOf({ 'Rede Horizonte': directory }, log),
    payments,
    paper,
    receipts: new FakeReceipts(paper),
    boletos: new FakeBoletos(paper),
    diary: new FakeDiary(),
    log,
    clock,
    rules,
  };
  const tries = new WrongTries(clock, rules.blockMs);
  const visit = createActor(visitMachine, { input: { parts, tries } });
  visit.start();
  visit.send({ type: 'start' });
  await clock.advance(0);
  for (const key of maria.document) visit.send({ type: 'key', key });
  visit.send({ type: 'submit' });
  await clock.advance(0);
  visit.send({ type: 'choose-invoice', invoiceId: 'F-101' });
  visit.send({ type: 'pay-pix' });
  await clock.advance(0);
  expect(visit.getSnapshot().value).toBe('pix');
  return { visit, clock, surroundings: { parts, tries } };
}

describe('the machine behind the visit', () => {
  it.each(['leave', 'timed-out'] as const)('knows nothing of the customer after %s', async (type) => {
    const { visit, clock, surroundings } = await visitAtQr();
    visit.send({ type });
    await clock.advance(0);
    const { value, context, children } = visit.getSnapshot();
    expect(value).toBe('attract');
    expect(context).toEqual({ ...blankVisit, ...surroundings });
    expect(Object.values(children).filter(Boolean)).toEqual([]);
    visit.stop();
  });
});
