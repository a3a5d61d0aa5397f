import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Intent } from '../../../src-main/contract/intent.ts';
import { joao, maria, type Person, tracesOf } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

/** One thing that happens: a person touches, time passes, or somebody else answers well, badly, late or not at all. */
type Happening = (walk: Walk) => Promise<void> | void;

/** A walk through visits in which Maria and Joao take turns. */
class Walk {
  readonly stage: StagedVisit;
  #staleKey = 0;

  constructor(stage: StagedVisit) {
    this.stage = stage;
  }

  /** Who stands at the kiosk, or would if somebody did. */
  get person(): Person {
    const begun = this.stage.diary.entries.filter((entry) => entry.endsWith('visit-started')).length;
    return begun % 2 === 1 ? maria : joao;
  }

  get other(): Person {
    return this.person === maria ? joao : maria;
  }

  send(intent: Intent, stale = false): Promise<void> {
    const { screenKey } = this.stage.view();
    const key = stale ? this.#staleKey : screenKey;
    this.#staleKey = screenKey;
    return this.stage.send(intent, key);
  }

  async typeAndSubmit(text: string): Promise<void> {
    await this.send({ type: 'clear' });
    await this.stage.type(text);
    await this.send({ type: 'submit' });
  }
}

type Way = 'pay-pix' | 'print-slip' | 'show-boleto';

/** What a customer does who wants to get on: without it chance alone hardly ever gets past the document. */
async function goOn(walk: Walk, way: Way): Promise<void> {
  const { screen } = walk.stage.view();
  switch (screen.name) {
    case 'document':
      return walk.typeAndSubmit(walk.person.document);
    case 'second-factor':
      return walk.typeAndSubmit(walk.person === maria ? '07031958' : '31121990');
    case 'contracts':
      return walk.send({ type: 'choose-contract', contractId: screen.contracts[0]?.id ?? '' });
    case 'invoices':
      return walk.send({ type: 'choose-invoice', invoiceId: screen.invoices[0]?.id ?? '' });
    case 'several':
      return screen.count > 1 ? walk.send({ type: 'pay-pix' }) : walk.send({ type: 'tick-all' });
    case 'invoice':
    case 'pix-expired':
      return walk.send({ type: way });
    case 'problem':
      return walk.send({ type: 'retry' });
    case 'paid':
    case 'slip-printed':
    case 'receipt-printed':
      return walk.send({ type: 'done' });
    case 'attract':
    case 'thanks':
      return walk.send({ type: 'start' });
    case 'configuring':
    case 'technician':
    case 'preparing-pix':
    case 'pix':
    case 'cancelling-pix':
    case 'printing-slip':
    case 'slip-trouble':
    case 'opening-boleto':
    case 'printing-receipt':
    case 'receipt-trouble':
      return walk.send({ type: 'activity' });
    case 'boleto':
      return walk.send({ type: 'print-pages' });
    case 'receipts':
      return walk.send({ type: 'choose-receipt', receiptId: screen.receipts[0]?.id ?? '' });
  }
}

const onward: fc.Arbitrary<Happening> = fc
  .constantFrom<Way>('pay-pix', 'pay-pix', 'pay-pix', 'print-slip', 'print-slip', 'show-boleto')
  .map(
    (way): Happening =>
      (walk) =>
        goOn(walk, way),
  );

const plainIntents = [
  'start',
  'erase',
  'clear',
  'toggle-letters',
  'submit',
  'pay-pix',
  'print-slip',
  'show-boleto',
  'print-pages',
  'show-several',
  'tick-all',
  'tick-none',
  'show-receipts',
  'back',
  'retry',
  'more-time',
  'leave',
  'done',
  'activity',
] as const;

const touches: fc.Arbitrary<Happening> = fc.tuple(fc.constantFrom(...plainIntents), fc.boolean()).map(
  ([type, stale]): Happening =>
    (walk) =>
      walk.send({ type }, stale),
);

const steps: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    (walk) => walk.typeAndSubmit('01011999'),
    (walk) => walk.send({ type: 'choose-contract', contractId: 'K-2' }),
    (walk) => walk.send({ type: 'choose-contract', contractId: 'K-9' }),
    (walk) => walk.send({ type: 'choose-invoice', invoiceId: walk.other.invoices[0]?.id ?? '' }),
    (walk) => walk.send({ type: 'show-receipts' }),
    (walk) => walk.send({ type: 'choose-receipt', receiptId: walk.other.pastReceipts[0]?.chargeId ?? '' }),
  ),
  fc.nat(1).map(
    (index): Happening =>
      (walk) =>
        walk.send({ type: 'choose-invoice', invoiceId: walk.person.invoices[index]?.id ?? '' }),
  ),
  fc.nat(1).map(
    (index): Happening =>
      (walk) =>
        walk.send({ type: 'tick-invoice', invoiceId: walk.person.invoices[index]?.id ?? '' }),
  ),
  fc.constantFrom(...'0123456789AZ').map(
    (key): Happening =>
      (walk) =>
        walk.send({ type: 'key', key }),
  ),
);

const waits: fc.Arbitrary<Happening> = fc.constantFrom(0, 1_000, 8_000, 45_000, 60_000, 600_000).map(
  (ms): Happening =>
    ({ stage }) =>
      stage.clock.advance(ms),
);

const answers: fc.Arbitrary<Happening> = fc.constantFrom<Happening>(
  ({ stage }) => stage.directory.hold(),
  ({ stage }) => stage.directory.release(),
  ({ stage }) => stage.payments.hold(),
  ({ stage }) => stage.payments.release(),
  ({ stage }) => {
    stage.directory.failure = { kind: 'no-answer', detail: '' };
  },
  ({ stage }) => {
    stage.directory.failure = undefined;
  },
  ({ stage }) => {
    stage.directory.defect = stage.directory.defect ? undefined : new Error('defect');
  },
  ({ stage }) => {
    stage.payments.problem = { kind: 'invoice-settled' };
  },
  ({ stage, person }) => {
    const [changed, settled] = person.invoices;
    if (changed && settled) {
      stage.payments.problem = { kind: 'invoices-changed', changed: [changed], settled: [settled] };
    }
  },
  ({ stage }) => {
    stage.payments.problem = { kind: 'account-missing' };
  },
  ({ stage }) => {
    stage.payments.problem = undefined;
  },
  ({ stage }) => {
    stage.diary.defect = stage.diary.defect ? undefined : new Error('disk full');
  },
  ({ stage }) => {
    stage.receipts.defect = stage.receipts.defect ? undefined : new Error('disk full');
  },
  ({ stage }) => stage.boletos.hold(),
  ({ stage }) => stage.boletos.release(),
  ({ stage }) => {
    stage.boletos.available = !stage.boletos.available;
  },
  ({ stage }) => {
    stage.paper.defect = stage.paper.defect ? undefined : new Error('disk full');
  },
);

const outcomes: fc.Arbitrary<Happening> = fc.constantFrom('cancelled', 'paid', 'refund-due', 'unknown').map(
  (outcome): Happening =>
    ({ stage }) => {
      stage.payments.cancelOutcome = outcome as typeof stage.payments.cancelOutcome;
    },
);

/** News of any charge, of whoever it is. */
const money: fc.Arbitrary<Happening> = fc
  .tuple(fc.nat(5), fc.constantFrom('paid', 'looked', 'EXPIRED', 'CANCELLED', 'REFUND_DUE', 'receipt'))
  .map(
    ([index, news]): Happening =>
      ({ stage }) => {
        const charge = [...stage.payments.charges.values()][index];
        if (!charge) return;
        const { id: chargeId, state } = charge;
        if (news === 'looked')
          return stage.attendance.tell({ type: 'charge-looked', chargeId, worked: false });
        if (news === 'receipt') {
          stage.attendance.tell({ type: 'receipt-changed', chargeId, receipt: { state: 'printed' } });
          return stage.attendance.tell({
            type: 'settlement-changed',
            chargeId,
            settlement: 'done',
            byInvoice: new Map(),
          });
        }
        if (news === 'paid' && state !== 'PAID' && state !== 'REFUND_DUE')
          return stage.payments.pay(chargeId);
        if (news !== 'paid' && state === 'AWAITING') stage.payments.become(chargeId, { state: news });
      },
  );

const paper: fc.Arbitrary<Happening> = fc
  .tuple(
    fc.nat(3),
    fc.constantFrom('printing', 'printed', 'uncertain', 'failed', 'waiting'),
    fc.constantFrom('ok', 'no-paper'),
  )
  .map(
    ([index, state, printer]): Happening =>
      ({ stage }) => {
        stage.paper.printer = printer as 'ok' | 'no-paper';
        stage.attendance.redraw();
        const jobId = [...stage.paper.jobs.keys()][index];
        if (jobId === undefined) return;
        const progress =
          state === 'waiting' ? ({ state, trouble: 'no-paper' } as const) : { state: state as 'printed' };
        stage.paper.become(jobId, progress);
      },
  );

const happenings = fc.array(
  fc.oneof(
    { weight: 16, arbitrary: onward },
    { weight: 2, arbitrary: steps },
    { weight: 3, arbitrary: touches },
    { weight: 2, arbitrary: waits },
    { weight: 2, arbitrary: answers },
    { weight: 1, arbitrary: outcomes },
    { weight: 3, arbitrary: money },
    { weight: 2, arbitrary: paper },
  ),
  { minLength: 20, maxLength: 80, size: 'max' },
);

/** What must be true of every view, whatever happened. */
function checkView(walk: Walk): void {
  const { stage } = walk;
  const { screen } = stage.view();
  const drawn = stage.drawn();
  const strangers = screen.name === 'attract' ? [maria, joao] : [walk.other];
  for (const trace of strangers.flatMap(tracesOf)) expect(drawn).not.toContain(trace);

  const charges = [...stage.payments.charges.values()];
  const shown = charges.find(({ brCode }) => drawn.includes(`"${brCode}"`));
  if (screen.name === 'attract') expect(shown).toBeUndefined();
  if (shown) expect(shown.document).toBe(walk.person.document);
  if (screen.name === 'paid') {
    const visitId = stage.diary.open[0];
    expect(charges.some((charge) => charge.visitId === visitId && charge.state === 'PAID')).toBe(true);
  }
}

/** Everybody answers again, and the customer only wants to go home. */
async function goHome({ stage }: Walk): Promise<void> {
  stage.directory.failure = undefined;
  stage.directory.defect = undefined;
  stage.diary.defect = undefined;
  stage.paper.defect = undefined;
  stage.receipts.defect = undefined;
  stage.directory.release();
  stage.payments.release();
  stage.boletos.release();
  await stage.clock.advance(0);
  for (let touch = 0; touch < 4 && !stage.attendance.isFree(); touch += 1) await stage.touch('leave');
}

it.each(['none', 'birth-date'] as const)(
  'a visit always comes home and never shows one customer to another (second factor: %s)',
  { timeout: 60_000 },
  async (secondFactor) => {
    await fc.assert(
      fc.asyncProperty(happenings, async (happened) => {
        const stage = new StagedVisit({ secondFactor });
        const walk = new Walk(stage);
        for (const happen of happened) {
          await happen(walk);
          await stage.clock.advance(0);
          checkView(walk);
        }
        await goHome(walk);
        expect(stage.screen().name).toBe('attract');
        checkView(walk);
        expect(stage.diary.open).toEqual([]);
        expect([...stage.boletos.onScreen]).toEqual([]);
        expect(stage.clock.pending).toBe(0);
        expect(stage.log.codes).not.toContain('VISIT-FAILED');
        for (const { id, state } of stage.payments.charges.values()) {
          if (state === 'AWAITING') expect(stage.payments.attended.get(id)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  },
);
