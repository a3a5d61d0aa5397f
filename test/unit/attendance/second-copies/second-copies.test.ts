import { describe, expect, it } from 'vitest';
import { maria } from '../people.ts';
import { StagedVisit } from '../staged-visit.ts';
import { FakeCopies } from './fake-copies.ts';

/** Maria, identified, at the list of the papers that the company keeps. */
async function atSecondCopies(change: (copies: FakeCopies) => void = () => undefined) {
  const copies: FakeCopies = new FakeCopies(() => stage.paper);
  change(copies);
  const stage: StagedVisit = new StagedVisit({}, {}, { copies });
  await stage.identify(maria);
  stage.seeing('menu');
  await stage.send({ type: 'choose-entry', entry: 'second-copies' });
  stage.seeing('second-copies');
  return { stage, copies };
}

describe('second copies', () => {
  it('are not in the menu, and there is none, when no company has any', async () => {
    const copies: FakeCopies = new FakeCopies(() => stage.paper);
    copies.kinds = [];
    const stage: StagedVisit = new StagedVisit({}, {}, { copies });
    await stage.identify(maria);
    stage.seeing('invoices');
  });

  it('of a kind that no company has are not read', async () => {
    const { stage } = await atSecondCopies((copies) => {
      copies.kinds = ['statement'];
    });
    await stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    expect(stage.seeing('second-copies').kinds).toEqual(['statement']);
  });

  it('lead back to the menu', async () => {
    const { stage } = await atSecondCopies();
    await stage.send({ type: 'choose-copies', kind: 'statement' });
    await stage.touch('back');
    await stage.touch('back');
    stage.seeing('menu');
  });

  it('that cannot be read may be asked for again', async () => {
    const { stage, copies } = await atSecondCopies();
    copies.failure = { kind: 'no-answer', detail: 'time-out' };
    await stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    expect(stage.seeing('problem')).toMatchObject({ code: 'ERP-NO-ANSWER', canRetry: true, canGoBack: true });
    copies.failure = undefined;
    await stage.touch('retry');
    stage.seeing('copies');
  });

  it('are gone with the visit, also what is read after it', async () => {
    const { stage, copies } = await atSecondCopies();
    copies.hold();
    await stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    stage.seeing('reading-copies');
    await stage.touch('leave');
    copies.release();
    await stage.clock.advance(0);
    stage.seeing('attract');
    expect(stage.drawn()).not.toContain('457');
  });
});

describe('a fiscal note', () => {
  async function atNote() {
    const staged = await atSecondCopies();
    await staged.stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    await staged.stage.send({ type: 'choose-copy', copyId: 'principal:0' });
    expect(staged.stage.seeing('copy')).toMatchObject({ canShow: true, hasAddress: true });
    return staged;
  }

  it('is looked at, and closed on the way back', async () => {
    const { stage } = await atNote();
    await stage.touch('show-copy');
    expect(stage.seeing('boleto')).toMatchObject({ paper: 'fiscal-note' });
    await stage.touch('back');
    stage.seeing('copy');
    await stage.touch('back');
    stage.seeing('copies');
  });

  it('that cannot be opened says so, and leads back to itself', async () => {
    const { stage, copies } = await atNote();
    copies.available = false;
    await stage.touch('show-copy');
    expect(stage.seeing('problem').code).toBe('COPY-UNAVAILABLE');
    await stage.touch('back');
    stage.seeing('copy');
  });

  it('is printed as a summary, once, and told', async () => {
    const { stage, copies } = await atNote();
    const { screenKey } = stage.view();
    await stage.send({ type: 'print-copy' }, screenKey);
    await stage.send({ type: 'print-copy' }, screenKey);
    stage.seeing('printing-paper');
    expect(copies.printed).toEqual(['74001']);
    stage.paper.become('copy-1', { state: 'printed' });
    stage.seeing('paper-printed');
    expect(stage.diary.entries).toContain('visit-1 paper-printed');
    await stage.touch('leave');
    stage.seeing('thanks');
  });

  it('waits for paper, and is withdrawn when its customer goes back', async () => {
    const { stage } = await atNote();
    await stage.touch('print-copy');
    stage.paper.become('copy-1', { state: 'waiting', trouble: 'no-paper' });
    expect(stage.seeing('paper-trouble')).toMatchObject({ waits: true, canRetry: false });
    await stage.touch('back');
    stage.seeing('copy');
    expect(stage.paper.cancelled).toContain('copy-1');
  });

  it('of another list is none', async () => {
    const { stage } = await atSecondCopies();
    await stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    await stage.send({ type: 'choose-copy', copyId: 'principal:9' });
    stage.seeing('copies');
  });
});

describe('the statement', () => {
  it('shows three months at first, and as many as are asked for', async () => {
    const { stage, copies } = await atSecondCopies();
    await stage.send({ type: 'choose-copies', kind: 'statement' });
    expect(stage.seeing('statement')).toMatchObject({ months: 3, openCents: 100 });
    await stage.send({ type: 'choose-months', months: 0 });
    expect(stage.seeing('statement')).toMatchObject({ months: 0, openCents: 300 });
    await stage.touch('print-copy');
    expect(copies.printed).toEqual(['0 months']);
  });

  it.each([
    [0, 'nothing-to-print'],
    [500, 'too-long'],
  ])('of %s lines is not printed: %s', async (count, reason) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      erp: 'principal',
      companyName: 'Rede Horizonte',
      key: `principal:${index}`,
      invoiceId: String(index),
      amountCents: 100,
    }));
    const { stage, copies } = await atSecondCopies((fake) => {
      fake.list = { kind: 'statement', rows, unreadable: [] };
    });
    await stage.send({ type: 'choose-copies', kind: 'statement' });
    expect(stage.seeing('statement').slip).toEqual({ offered: false, reason });
    await stage.touch('print-copy');
    stage.seeing('statement');
    expect(copies.printed).toEqual([]);
  });

  it('is the only list that is printed as a whole', async () => {
    const { stage, copies } = await atSecondCopies();
    await stage.send({ type: 'choose-copies', kind: 'fiscal-note' });
    await stage.touch('print-copy');
    stage.seeing('copies');
    expect(copies.printed).toEqual([]);
  });

  it('names who could not be asked', async () => {
    const { stage } = await atSecondCopies();
    await stage.send({ type: 'choose-copies', kind: 'debt-clearance' });
    expect(stage.seeing('copies').unreadable).toEqual(['Vale Fibra']);
  });
});
