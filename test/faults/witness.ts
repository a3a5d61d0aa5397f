import type { View } from '../../src-main/contract/screen.ts';
import { MoneyAuditReader } from '../../src-main/payment/money-audit-reading.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import type { SimulatorRequest } from '../simulators/server/exchange.ts';
import type { World } from '../support/world.ts';
import { type Journal, readJournal } from './journal.ts';

/** Screens that tell the customer that no payment was made. */
const tellFailure: readonly string[] = ['pix-unreachable', 'pix-refused'];

/** Stands beside the simulators and notes, in the moment, what must not be; and at the end, what must be. */
export class Witness {
  readonly #world: World;
  /** Data folders of all kiosks, as seen from here. */
  readonly homes: string[];
  readonly #broken: string[] = [];
  /** By place in `homes`. */
  readonly #earlierAudit = new Map<number, string>();
  /** Which invoices a charge of the PSP is for, as the kiosk told the PSP. */
  readonly #invoicesOf = new Map<string, readonly string[]>();

  constructor(world: World, homes: readonly string[]) {
    this.#world = world;
    this.homes = [...homes];
    world.erp.onRequest((request) => {
      if (request.operation === 'writeOffInvoice') this.#writeOff();
    });
    world.psp.onRequest((request) => {
      if (request.operation === 'createCob') this.#createCob(request);
    });
  }

  /** A view came from a kiosk. */
  sees({ screen }: View): void {
    if (screen.name === 'attract' || screen.name === 'configuring') this.#checkNobodyIn(screen);
    if (screen.name === 'pix') {
      const shown = this.#charges().filter(({ br_code: code }) => code !== null);
      this.#check('I5 a QR is shown whose charge is not on disk', shown.length > 0);
    }
    if (screen.name === 'paid') {
      const paid = this.#charges().some(({ state }) => state === 'PAID');
      this.#check('I8 told "paid" before PAID is on disk', paid);
      this.#check('I8 told "paid", and the PSP has no payment', this.#payments().length > 0);
    }
    if (screen.name === 'problem' && tellFailure.includes(screen.problem)) {
      this.#check('I8 told "failed" after the payment', this.#payments().length === 0);
    }
  }

  /** What is broken when everything is at rest. */
  verdict(): readonly string[] {
    this.#checkWriteOffs();
    this.#checkPayments();
    this.#checkEvents();
    this.#checkPapers();
    this.#checkAudit();
    return [...new Set(this.#broken)];
  }

  /** I12: what was there before is there still, leans on itself, and names nobody. */
  #checkAudit(): void {
    for (const [place, { audit }] of this.#journals().entries()) {
      const reader = new MoneyAuditReader();
      for (const line of audit) reader.take(line);
      const { fault } = reader.finish();
      this.#check(`I12 the audit log is ${fault?.what} at ${fault?.seq}`, fault === undefined);
      const text = audit.map(({ line }) => line).join('\n');
      const earlier = this.#earlierAudit.get(place) ?? '';
      const restored = countRestores(text) > countRestores(earlier);
      this.#check('I12 the audit log did not only grow', restored || text.startsWith(earlier));
      this.#check('I12 the audit log names a customer', !namesSomebody(text));
      this.#earlierAudit.set(place, text);
    }
  }

  /** I3 and I4, on the disk of whoever sent it, at the moment of the POST. */
  #writeOff(): void {
    this.#checkAudit();
    const post = this.#world.erp.ledger.writeOffPosts.at(-1);
    const found = this.#journals().flatMap(({ writeOffs, charges }) => {
      const row = writeOffs.find(({ id }) => id === post?.idempotencyKey);
      const charge = charges.find(({ id }) => id === row?.charge_id);
      return row && charge ? [{ row, charge }] : [];
    });
    const [own] = found;
    this.#check('I3 a write-off before PAID is on disk', own?.charge.state === 'PAID');
    this.#check('I4 a write-off of another invoice', own?.row.invoice_id === post?.invoiceId);
    this.#check('I4 a write-off for another customer', own?.charge.customer_erp_id === post?.customerId);
    const payment = this.#payments().find(({ txid }) => txid === own?.charge.txid);
    const due = post && this.#world.erp.invoice(post.invoiceId);
    const cents = due ? due.originalCents + due.interestCents + due.fineCents - due.discountCents : undefined;
    this.#check('I4 a write-off of another amount', payment?.cents === cents);
  }

  /** I6: while another charge of the invoice can be paid, none is made. */
  #createCob({ params, body }: SimulatorRequest): void {
    const { solicitacaoPagador = '' } = body as { solicitacaoPagador?: string };
    const txid = params.txid ?? '';
    const invoices = solicitacaoPagador.match(/\d+/g) ?? [];
    const rivals = this.#world.psp.ledger.charges.filter(
      (charge) =>
        charge.txid !== txid &&
        charge.status === 'ATIVA' &&
        invoices.some((invoice) => this.#invoicesOf.get(charge.txid)?.includes(invoice)),
    );
    this.#invoicesOf.set(txid, invoices);
    const ownRivals = this.homes.length > 1 ? [] : rivals;
    this.#check('I6 two live charges of one invoice', ownRivals.length === 0);
  }

  /** I1. */
  #checkWriteOffs(): void {
    for (const { invoiceId, effective } of this.#world.erp.ledger.writeOffs) {
      this.#check(`I1 invoice ${invoiceId} was written off ${effective} times`, effective <= 1);
    }
  }

  /** I2: money that came was booked by a write-off of ours, or a person was called. */
  #checkPayments(): void {
    const journals = this.#journals();
    for (const { txid } of this.#payments()) {
      const charges = journals.flatMap((journal) => {
        const charge = journal.charges.find((each) => each.txid === txid);
        return charge ? [{ charge, journal }] : [];
      });
      // After a restore nothing may be left of it but the txid.
      const subjects = [txid, ...charges.map(({ charge }) => charge.id)];
      const isTold = journals.some(({ alarms }) =>
        alarms.some(({ charge_id: about }) => about !== null && subjects.includes(about)),
      );
      const isBooked = charges.some(({ charge, journal }) => this.#isBooked(charge.id, journal));
      this.#check('I2 a payment that the kiosk does not know', charges.length > 0 || isTold);
      this.#check('I2 a payment neither booked nor told to a person', isBooked || isTold);
    }
  }

  /** By a POST with the key of one of its write-offs; a restored kiosk has forgotten the key that it sent. */
  #isBooked(chargeId: string, journal: Journal): boolean {
    const own = journal.writeOffs.filter((row) => row.charge_id === chargeId);
    const { writeOffPosts, settlements } = this.#world.erp.ledger;
    return writeOffPosts.some(
      ({ invoiceId, idempotencyKey }) =>
        own.some(
          (row) => row.id === idempotencyKey || (wasRestored(journal) && row.invoice_id === invoiceId),
        ) && settlements.some((row) => row.by === 'write-off' && row.invoiceId === invoiceId),
    );
  }

  /** I7: by key each event counts once; of each visit all are there, in order. */
  #checkEvents(): void {
    // What a lost database had still to tell is lost with it; nothing of it is money.
    if (this.#journals().some(wasRestored)) return;
    const { callbacks } = this.#world.chat.ledger;
    const once = new Map(callbacks.map(({ event, idempotencyKey }) => [`${idempotencyKey} ${event}`, event]));
    this.#check('I7 the chat platform was not told all, in order', isWholeAndInOrder([...once.values()]));
    const cases = new Set(this.#world.crm.ledger.cases.map(({ externalId }) => externalId));
    this.#check('I7 the CRM has a case twice', cases.size === this.#world.crm.ledger.cases.length);
    const identified = [...once.values()].filter((event) => event === 'OnLoadContact').length;
    const { calls } = this.#world.senior.ledger;
    this.#check('I7 Senior CRM has two calls of one visit', calls.length <= identified);
  }

  /** I9: of receipts that do not say so there is one for each payment. */
  #checkPapers(): void {
    const papers = [...(this.#world.printer?.papers ?? [])].map(({ text }) => text);
    const firsts = papers.filter(
      (text) => text.includes('COMPROVANTE DE PAGAMENTO') && !text.includes('2ª VIA'),
    );
    this.#check('I9 a receipt came twice and does not say so', firsts.length <= this.#payments().length);
  }

  /** I11. */
  #checkNobodyIn(screen: unknown): void {
    this.#check('I11 a customer is on the screen for everybody', !namesSomebody(JSON.stringify(screen)));
  }

  #charges() {
    return this.#journals().flatMap(({ charges }) => charges);
  }

  #journals(): readonly Journal[] {
    return this.homes.map(readJournal);
  }

  #payments() {
    return this.#world.psp.ledger.charges.flatMap(({ txid, payments }) =>
      payments.map(({ amount }) => ({ txid, cents: Math.round(Number(amount) * 100) })),
    );
  }

  #check(what: string, holds: boolean): void {
    if (!holds) this.#broken.push(what);
  }
}

const traces = Object.values(customers).flatMap(({ name, document }) => [name.split(' ')[0] ?? '', document]);

function wasRestored({ audit }: Journal): boolean {
  return audit.some(({ line }) => countRestores(line) > 0);
}

/** Where a backup took a damaged database's place, the log says so and goes on from there. */
function countRestores(audit: string): number {
  return audit.split('"kind":"restored"').length - 1;
}

function namesSomebody(text: string): boolean {
  return traces.some((trace) => text.includes(trace));
}

const visitCallbacks = ['OnLoadContact', 'OnStartConversation', 'OnEndConversation'];

/** Visits overtake one another: in order means that nowhere more visits ended than started, or started than loaded. */
function isWholeAndInOrder(told: readonly string[]): boolean {
  const counts = visitCallbacks.map(() => 0);
  for (const event of told) {
    const place = visitCallbacks.indexOf(event);
    counts[place] = (counts[place] ?? 0) + 1;
    if (place < 0 || (counts[place] ?? 0) > (counts[place - 1] ?? told.length)) return false;
  }
  return new Set(counts).size === 1;
}
