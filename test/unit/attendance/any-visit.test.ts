import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Intent } from '../../../src-main/contract/intent.ts';
import type { MenuEntry } from '../../../src-main/contract/screen.ts';
import type { SecondCopiesScreen } from '../../../src-main/contract/second-copies-screen.ts';
import type { ServicesScreen } from '../../../src-main/contract/services-screen.ts';
import { anaTypes } from './joining/join-people.ts';
import { type FakeJoining, fakeJoining } from './joining/join-stage.ts';
import { FakeMyData } from './my-data/fake-my-data.ts';
import { joao, maria, type Person, tracesOf } from './people.ts';
import { FakeCopies, note } from './second-copies/fake-copies.ts';
import { FakeServices, fibre } from './services/fake-services.ts';
import { StagedVisit } from './staged-visit.ts';
import { FakeTickets, rules as ticketRules } from './tickets/fake-tickets.ts';

/** One thing that happens: a person touches, time passes, or somebody else answers well, badly, late or not at all. */
type Happening = (walk: Walk) => Promise<void> | void;

/** A walk through visits in which Maria and Joao take turns. */
class Walk {
  readonly stage: StagedVisit;
  readonly tickets: FakeTickets;
  readonly myData: FakeMyData;
  readonly joining: FakeJoining;
  readonly services: FakeServices;
  readonly copies: FakeCopies;
  #staleKey = 0;

  constructor(
    stage: StagedVisit,
    tickets: FakeTickets,
    myData: FakeMyData,
    joining: FakeJoining,
    services: FakeServices,
    copies: FakeCopies,
  ) {
    this.stage = stage;
    this.copies = copies;
    this.services = services;
    this.joining = joining;
    this.tickets = tickets;
    this.myData = myData;
    // What they show is of whoever asks.
    tickets.offer = undefined;
    myData.known = undefined;
    for (const { document, customer } of [maria, joao]) {
      // Named after whose it is, so that a stranger's would be seen.
      const { address: _, ...rest } = fibre;
      const own = { ...rest, key: `service of ${customer.erpId}`, name: `Fibra de ${customer.name}` };
      services.byDocument.set(document, { services: [own], unreadable: [], held: new Set() });
      if (note.paper !== 'fiscal-note') throw new Error('no note');
      const ownNote = { ...note, row: { ...note.row, number: `Nota de ${customer.name}` } };
      copies.byDocument.set(document, { kind: 'fiscal-note', copies: [ownNote], unreadable: [] });
    }
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

  /** One that nobody has yet. */
  freshPhone(): string {
    return `5499${String(this.myData.changes.length).padStart(7, '0')}`;
  }

  /** By the letters or the digits, whichever the question takes. */
  async write(text: string): Promise<void> {
    await this.send({ type: 'clear' });
    await this.send({ type: 'enter-text', text });
    await this.stage.type(text.replaceAll(/\D/g, ''));
    await this.send({ type: 'submit' });
  }

  async typeAndSubmit(text: string): Promise<void> {
    await this.send({ type: 'clear' });
    await this.stage.type(text);
    await this.send({ type: 'submit' });
  }
}

type Way =
  | 'pay-pix'
  | 'print-slip'
  | 'show-boleto'
  | 'receive-message'
  | 'ask-unlock'
  | 'show-copy'
  | 'print-copy';

/** Where each of them begins in the menu, so that nothing there is left out. */
const entryOf: Readonly<Record<Way, MenuEntry>> = {
  'pay-pix': 'invoices',
  'print-slip': 'invoices',
  'show-boleto': 'help',
  'receive-message': 'my-data',
  'ask-unlock': 'services',
  'show-copy': 'second-copies',
  'print-copy': 'second-copies',
};

function inCopies(screen: SecondCopiesScreen, way: Way): Intent {
  switch (screen.name) {
    case 'second-copies':
      return { type: 'choose-copies', kind: 'fiscal-note' };
    case 'copies':
      return { type: 'choose-copy', copyId: screen.copies[0]?.id ?? '' };
    case 'copy':
      return { type: way === 'show-copy' ? way : 'print-copy' };
    case 'paper-trouble':
      return { type: 'retry' };
    case 'statement':
    case 'paper-printed':
      return { type: 'done' };
    case 'reading-copies':
    case 'opening-copy':
    case 'printing-paper':
      return { type: 'activity' };
  }
}

function inServices(screen: ServicesScreen, way: Way): Intent {
  switch (screen.name) {
    case 'services':
      return { type: 'choose-service', serviceId: screen.services[0]?.id ?? '' };
    case 'service':
      return { type: way === 'pay-pix' ? 'pay-owed' : 'ask-unlock' };
    case 'unlock-terms':
      return { type: 'agree' };
    case 'unlocking':
      return { type: 'activity' };
    case 'unlock-result':
      return { type: screen.standing === 'not-sent' ? 'retry' : 'done' };
  }
}

/** What a customer does who wants to get on: without it chance alone hardly ever gets past the document. */
async function goOn(walk: Walk, way: Way): Promise<void> {
  const { screen } = walk.stage.view();
  switch (screen.name) {
    case 'document':
      return walk.typeAndSubmit(walk.person.document);
    case 'second-factor':
      return walk.typeAndSubmit(walk.person === maria ? '07031958' : '31121990');
    case 'menu':
      return walk.send({ type: 'choose-entry', entry: entryOf[way] });
    case 'services':
    case 'service':
    case 'unlock-terms':
    case 'unlocking':
    case 'unlock-result':
      return walk.send(inServices(screen, way));
    case 'second-copies':
    case 'reading-copies':
    case 'copies':
    case 'copy':
    case 'statement':
    case 'opening-copy':
    case 'printing-paper':
    case 'paper-printed':
    case 'paper-trouble':
      return walk.send(inCopies(screen, way));
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
    case 'pix':
      return walk.send({ type: way === 'receive-message' ? way : 'activity' });
    case 'paid':
      return walk.send({ type: way === 'pay-pix' ? 'done' : 'receive-message' });
    case 'slip-printed':
    case 'receipt-printed':
    case 'message-asked':
      return walk.send({ type: 'done' });
    case 'message-phones':
      return walk.send({ type: 'choose-phone', phoneId: '0' });
    case 'message-number':
      return walk.typeAndSubmit('11987650000');
    case 'message-consent':
      return walk.send({ type: 'agree' });
    case 'join-choice':
    case 'ticket-choice':
      return walk.send({ type: 'choose-option', optionId: screen.options[0]?.id ?? '' });
    case 'my-data':
      return walk.send({ type: 'choose-option', optionId: 'phone' });
    case 'join-consent':
      return walk.send({ type: 'agree' });
    case 'join-text':
    case 'ticket-text':
      return walk.write(anaTypes[screen.question] ?? '54987651111');
    case 'contact-entry':
      return walk.typeAndSubmit(walk.freshPhone());
    case 'join-review':
    case 'ticket-review':
    case 'contact-confirm':
      return walk.send({ type: 'submit' });
    case 'join-done':
    case 'join-progress':
    case 'ticket-result':
    case 'contact-saved':
    case 'contact-forbidden':
      return walk.send({ type: 'done' });
    case 'attract':
    case 'thanks':
      return walk.send({ type: 'start' });
    case 'configuring':
    case 'technician':
    case 'join-loading':
    case 'join-sending':
    case 'ticket-opening':
    case 'my-data-opening':
    case 'preparing-pix':
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
  .constantFrom<Way>(
    'pay-pix',
    'pay-pix',
    'pay-pix',
    'print-slip',
    'print-slip',
    'show-boleto',
    'receive-message',
    'receive-message',
    'ask-unlock',
    'ask-unlock',
    'show-copy',
    'print-copy',
  )
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
  'pay-owed',
  'ask-unlock',
  'show-copy',
  'print-copy',
  'show-several',
  'tick-all',
  'tick-none',
  'show-receipts',
  'back',
  'retry',
  'more-time',
  'leave',
  'done',
  'receive-message',
  'other-phone',
  'agree',
  'decline',
  'join',
  'ask-progress',
  'skip',
  'call-attendant',
  'close-notice',
  'activity',
] as const;

const touches: fc.Arbitrary<Happening> = fc.tuple(fc.constantFrom(...plainIntents), fc.boolean()).map(
  ([type, stale]): Happening =>
    (walk) =>
      walk.send({ type } as Intent, stale),
);

const steps: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    (walk) => walk.typeAndSubmit('01011999'),
    (walk) => walk.send({ type: 'choose-contract', contractId: 'K-2' }),
    (walk) => walk.send({ type: 'choose-contract', contractId: 'K-9' }),
    (walk) => walk.send({ type: 'choose-invoice', invoiceId: walk.other.invoices[0]?.id ?? '' }),
    (walk) => walk.send({ type: 'show-receipts' }),
    (walk) => walk.send({ type: 'receive-message' }),
    (walk) => walk.send({ type: 'receive-message' }),
    (walk) => walk.send({ type: 'choose-phone', phoneId: '1' }),
    (walk) => walk.send({ type: 'join' }),
    (walk) => walk.send({ type: 'choose-entry', entry: 'order' }),
    (walk) => walk.send({ type: 'choose-option', optionId: 'phone' }),
    (walk) => walk.send({ type: 'choose-option', optionId: 'other' }),
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
  ({ joining }) => joining.erp.hold(),
  ({ joining }) => joining.erp.release(),
  ({ joining }) => {
    joining.erp.reply = { ok: false, error: { kind: 'no-answer', detail: '' } };
  },
  ({ tickets }) => tickets.hold(),
  ({ tickets }) => tickets.release(),
  ({ myData }) => myData.hold(),
  ({ myData }) => myData.release(),
  ({ tickets, myData }) => {
    tickets.defect = tickets.defect ? undefined : new Error('disk full');
    myData.defect = tickets.defect;
  },
  ({ tickets }) => {
    tickets.outcome = tickets.outcome === 'done' ? 'not-sent' : 'done';
  },
  ({ stage }) => stage.messages.hold(),
  ({ stage }) => stage.messages.release(),
  ({ stage }) => {
    stage.messages.defect = stage.messages.defect ? undefined : new Error('disk full');
  },
  ({ stage }) => {
    stage.diary.recordDefect = !stage.diary.recordDefect;
  },
  ({ services }) => services.hold(),
  ({ services }) => services.release(),
  ({ services }) => {
    services.outcome = services.outcome === 'done' ? 'unclear' : 'done';
  },
  ({ services }) => {
    services.outcome = services.outcome === 'refused' ? 'not-sent' : 'refused';
  },
  ({ services }) => {
    services.defect = services.defect ? undefined : new Error('disk full');
  },
  ({ copies }) => copies.hold(),
  ({ copies }) => copies.release(),
  ({ copies }) => {
    copies.available = !copies.available;
  },
  ({ copies }) => {
    copies.failure = copies.failure ? undefined : { kind: 'no-answer', detail: '' };
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

/** What the ERP may have seen is never sent to it again. */
function checkJoining({ joining: { erp } }: Walk): void {
  expect(new Set(erp.keys).size).toBe(erp.keys.length);
}

/** Nobody is written to more often than they may be, or told of a payment that did not come. */
function checkMessages({ stage }: Walk): void {
  const { orders } = stage.messages;
  for (const { visitId, content, chargeId = '' } of orders) {
    expect(orders.filter((order) => order.visitId === visitId).length).toBeLessThanOrEqual(3);
    if (content === 'receipt') expect(stage.payments.charges.get(chargeId)?.payment).toBeDefined();
  }
}

/** Nothing is unlocked for anybody but who asked, nor without a visit. */
function checkUnlocks({ services }: Walk): void {
  for (const { document, service, visitId } of services.orders) {
    const owner = [maria, joao].find((each) => each.document === document);
    expect(service.name).toBe(`Fibra de ${owner?.customer.name}`);
    expect(visitId).toMatch(/^visit-/);
  }
}

/** Everybody answers again, and the customer only wants to go home. */
async function goHome({ stage, tickets, myData, joining, services, copies }: Walk): Promise<void> {
  services.defect = undefined;
  services.release();
  copies.release();
  joining.erp.release();
  tickets.release();
  myData.release();
  stage.directory.failure = undefined;
  stage.directory.defect = undefined;
  stage.diary.defect = undefined;
  stage.paper.defect = undefined;
  stage.receipts.defect = undefined;
  stage.directory.release();
  stage.payments.release();
  stage.messages.release();
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
        const tickets = new FakeTickets();
        const myData = new FakeMyData();
        const joining = fakeJoining();
        const services = new FakeServices();
        const copies: FakeCopies = new FakeCopies(
          () => stage.paper,
          (fetch) => stage.boletos.show(fetch),
        );
        const further = {
          tickets: { desk: tickets, rules: ticketRules },
          myData,
          joining: joining.desk,
          services,
          copies,
        };
        const stage: StagedVisit = new StagedVisit({ secondFactor }, {}, further);
        stage.messages.offerAll();
        const walk = new Walk(stage, tickets, myData, joining, services, copies);
        for (const happen of happened) {
          await happen(walk);
          await stage.clock.advance(0);
          checkView(walk);
          checkMessages(walk);
          checkJoining(walk);
          checkUnlocks(walk);
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
