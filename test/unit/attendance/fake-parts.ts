import type {
  PaperDesk,
  PastReceipt,
  PaymentCounter,
  ReceiptDrawer,
  SlipRequest,
  VisitDiary,
} from '../../../src-main/attendance/visit-parts.ts';
import type { Charge } from '../../../src-main/domain/charge.ts';
import type { Contract, Customer } from '../../../src-main/domain/customer.ts';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import type { Invoice } from '../../../src-main/domain/invoice.ts';
import { totalDue } from '../../../src-main/domain/invoice.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { type Result, success } from '../../../src-main/domain/result.ts';
import type { VisitEnd, VisitEvent } from '../../../src-main/domain/visit-event.ts';
import type { GroupMember } from '../../../src-main/erp/erp-group.ts';
import type { CancelOutcome, OpenCharge } from '../../../src-main/payment/cashier.ts';
import type { ChargeOrder, ChargeProblem } from '../../../src-main/payment/charge-order.ts';
import type { PixOffer, SeveralOffer } from '../../../src-main/payment/collection.ts';
import type { PrintProgress } from '../../../src-main/printing/print-job.ts';
import type { PrinterStatus } from '../../../src-main/printing/printer.ts';
import type { Person } from './people.ts';

/** Where the clock of these tests begins. */
const chargedAt = Date.UTC(2026, 10, 21, 12);

/** Answers of somebody else, given at once or held back until the test lets them go. */
export class Counter {
  #held: (() => void)[] | undefined;

  /** From now on nothing is answered. */
  hold(): void {
    this.#held ??= [];
  }

  /** Gives every answer that is held back, and later ones at once. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const letGo of held) letGo();
  }

  protected async wait(): Promise<void> {
    const held = this.#held;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
  }
}

type MemberGateway = GroupMember['gateway'];

/** An ERP that knows the people of the test. */
export class FakeDirectory extends Counter implements MemberGateway {
  readonly #people = new Map<string, Person>();
  /** Set to make the next answers fail: one for all, or one for contracts only. */
  failure: RemoteFailure | undefined;
  contractsFailure: RemoteFailure | undefined;
  /** Set to make every question throw, as only a programmer's mistake does. */
  defect: Error | undefined;
  readonly asked: string[] = [];
  /** As its health memory would know. */
  down = false;
  #holdAfter: string | undefined;

  know(...people: readonly Person[]): void {
    for (const person of people) this.#people.set(person.document, person);
  }

  /** Answers this question once more and holds back what is asked after it. */
  holdAfter(question: string): void {
    this.#holdAfter = question;
  }

  getCustomer(document: string): Promise<Result<Customer | undefined, RemoteFailure>> {
    return this.#answer('customer', this.failure, () => this.#people.get(document)?.customer);
  }

  listContracts(document: string): Promise<Result<readonly Contract[], RemoteFailure>> {
    const failure = this.failure ?? this.contractsFailure;
    return this.#answer('contracts', failure, () => this.#people.get(document)?.contracts ?? []);
  }

  listOpenInvoices(
    document: string,
    contractId?: string,
  ): Promise<Result<readonly Invoice[], RemoteFailure>> {
    const all = this.#people.get(document)?.invoices ?? [];
    return this.#answer(`invoices ${contractId ?? 'all'}`, this.failure, () =>
      all.filter(({ contractIds }) => contractId === undefined || contractIds.includes(contractId)),
    );
  }

  offers(): boolean {
    return false;
  }

  getInvoicePdf(): Promise<Result<Uint8Array, RemoteFailure>> {
    return Promise.resolve({ ok: false, error: { kind: 'not-sent', detail: '' } });
  }

  async #answer<T>(
    question: string,
    failure: RemoteFailure | undefined,
    value: () => T,
  ): Promise<Result<T, RemoteFailure>> {
    this.asked.push(question);
    if (this.defect) throw this.defect;
    await this.wait();
    if (question === this.#holdAfter) {
      this.#holdAfter = undefined;
      this.hold();
    }
    return failure ? { ok: false, error: failure } : success(value());
  }
}

/** Charges in memory; like the real cashier it tells every change before it answers. */
export class FakePayments extends Counter implements PaymentCounter {
  readonly charges = new Map<string, Charge>();
  readonly attended = new Map<string, boolean>();
  readonly cancelled: string[] = [];
  readonly orders: ChargeOrder[] = [];
  onChange: (charge: Charge) => void = () => undefined;
  chargeable = true;
  severalOffer: SeveralOffer = 'offered';
  /** Whether no account can collect anything. */
  unavailable = false;
  /** What the next charge comes to instead of a QR. */
  problem: ChargeProblem | undefined;
  defect: Error | undefined;
  /** How cancelling ends. */
  cancelOutcome: CancelOutcome | 'refund-due' = 'cancelled';
  /** What cancelling answers without anything having changed. */
  cancelAnswer: CancelOutcome | undefined;
  /** The id of an earlier charge that the next order is answered with. */
  adopt: string | undefined;

  offerFor(): PixOffer {
    return this.chargeable ? 'offered' : 'not-configured';
  }

  /** By `accountKey`; one named `alone` is paid with no other. */
  collectorOf({ erp, accountKey = 'principal' }: OpenInvoice): string | undefined {
    return accountKey === 'alone' ? undefined : `${erp} ${accountKey}`;
  }

  offerForSeveral(): SeveralOffer {
    return this.severalOffer;
  }

  isUnavailable(): boolean {
    return this.unavailable;
  }

  async charge(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>> {
    this.orders.push(order);
    if (this.defect) throw this.defect;
    const { problem } = this;
    await this.wait();
    if (problem) return { ok: false, error: problem };
    const charge = this.charges.get(this.adopt ?? '') ?? this.#makeAfresh(order);
    this.attended.set(charge.id, true);
    return success({ charge, remainingMs: charge.expirySeconds * 1000 });
  }

  async cancel(chargeId: string): Promise<CancelOutcome> {
    this.cancelled.push(chargeId);
    if (this.defect) throw this.defect;
    await this.wait();
    if (this.cancelAnswer) return this.cancelAnswer;
    switch (this.cancelOutcome) {
      case 'cancelled':
        this.become(chargeId, { state: 'CANCELLED' });
        return 'cancelled';
      case 'paid':
        this.pay(chargeId);
        return 'paid';
      case 'refund-due':
        this.become(chargeId, { state: 'REFUND_DUE' });
        return 'paid';
      case 'unknown':
        return 'unknown';
    }
  }

  setAttended(chargeId: string, attended: boolean): void {
    if (this.defect) throw this.defect;
    this.attended.set(chargeId, attended);
  }

  pay(chargeId: string): void {
    const paidAt = '2026-11-21T12:00:00Z';
    this.become(chargeId, { state: 'PAID', payment: { amountCents: 12_500, paidAt } });
  }

  become(chargeId: string, change: Partial<Charge>): void {
    const charge = this.charges.get(chargeId);
    if (!charge) throw new Error(`no charge ${chargeId}`);
    const next = { ...charge, ...change };
    this.charges.set(chargeId, next);
    this.onChange(next);
  }

  /** One live charge per invoice: an earlier one is taken back first. */
  #makeAfresh(order: ChargeOrder): Charge {
    for (const { id, state, invoices } of this.charges.values()) {
      const same = invoices.some(({ invoiceId }) => order.invoices.some((each) => each.id === invoiceId));
      if (same && state === 'AWAITING') this.become(id, { state: 'CANCELLED' });
    }
    return this.#make(order);
  }

  #make({ visitId, document, customer, invoices }: ChargeOrder): Charge {
    const erp = invoices[0]?.erp ?? '';
    const id = `charge-${this.charges.size + 1}`;
    const charge: Charge = {
      id,
      txid: `txid-${id}`,
      source: 'api-pix',
      erp,
      terminalId: 'T01',
      visitId,
      document,
      customerErpId: customer.erpIds.get(erp) ?? '',
      maskedName: customer.name,
      invoices: invoices.map(({ id: invoiceId, dueCents: amountCents, description, dueDate }) => ({
        invoiceId,
        amountCents,
        description,
        dueDate,
      })),
      amountCents: totalDue(invoices),
      state: 'AWAITING',
      brCode: `br-code-of-${id}`,
      payeeName: 'REDE HORIZONTE',
      createdAt: chargedAt,
      expirySeconds: 600,
    };
    this.charges.set(id, charge);
    return charge;
  }
}

/** A printer's queue that prints when the test says so. */
export class FakePaper implements PaperDesk {
  printer: PrinterStatus | 'none' | undefined = 'ok';
  readonly jobs = new Map<string, PrintProgress>();
  readonly requests: SlipRequest[] = [];
  readonly cancelled: string[] = [];
  defect: Error | undefined;
  onChange: (jobId: string, progress: PrintProgress) => void = () => undefined;

  status(): PrinterStatus | 'none' | undefined {
    return this.printer;
  }

  printSlip(request: SlipRequest): string {
    if (this.defect) throw this.defect;
    this.requests.push(request);
    const jobId = `job-${this.requests.length}`;
    this.jobs.set(jobId, { state: 'queued' });
    return jobId;
  }

  progress(jobId: string): PrintProgress | undefined {
    return this.jobs.get(jobId);
  }

  cancel(jobId: string): void {
    if (this.defect) throw this.defect;
    this.cancelled.push(jobId);
  }

  become(jobId: string, progress: PrintProgress): void {
    this.jobs.set(jobId, progress);
    this.onChange(jobId, progress);
  }
}

/** Receipts of earlier payments, by document; their copies are jobs of the same fake printer. */
export class FakeReceipts implements ReceiptDrawer {
  readonly #paper: FakePaper;
  readonly past = new Map<string, readonly PastReceipt[]>();
  /** As `document of ERPs`. */
  readonly asked: string[] = [];
  readonly copied: string[] = [];
  /** The first receipt is still on its way, as this job. */
  owed: string | undefined;
  defect: Error | undefined;

  constructor(paper: FakePaper) {
    this.#paper = paper;
  }

  list(document: string, erps: readonly string[]): readonly PastReceipt[] {
    this.asked.push(`${document} of ${erps.join(', ')}`);
    return this.past.get(document) ?? [];
  }

  printCopy(visitId: string, chargeId: string): ReturnType<ReceiptDrawer['printCopy']> {
    if (this.defect) throw this.defect;
    this.copied.push(`${visitId} ${chargeId}`);
    const jobId = this.owed ?? `copy-${this.copied.length}`;
    if (this.owed === undefined) this.#paper.jobs.set(jobId, { state: 'queued' });
    return { jobId, owed: this.owed !== undefined };
  }
}

/** A diary in memory: each entry as `visit event`. */
export class FakeDiary implements VisitDiary {
  readonly entries: string[] = [];
  readonly ended = new Map<string, VisitEnd>();
  defect: Error | undefined;
  endDefect: Error | undefined;
  /** Nothing more can be written down, as on a full disk. */
  recordDefect = false;
  #visits = 0;

  begin(): string {
    if (this.defect) throw this.defect;
    this.#visits += 1;
    const visitId = `visit-${this.#visits}`;
    this.entries.push(`${visitId} visit-started`);
    return visitId;
  }

  identified(visitId: string): void {
    this.entries.push(`${visitId} customer-identified`);
  }

  record(visitId: string, event: VisitEvent): boolean {
    if (this.recordDefect) return false;
    this.entries.push(`${visitId} ${event.type}`);
    return true;
  }

  end(visitId: string, reason: VisitEnd): void {
    if (this.endDefect) throw this.endDefect;
    this.entries.push(`${visitId} visit-ended ${reason}`);
    this.ended.set(visitId, reason);
  }

  get open(): readonly string[] {
    return this.entries
      .filter((entry) => entry.endsWith('visit-started'))
      .map((entry) => entry.split(' ')[0] ?? '')
      .filter((visitId) => !this.ended.has(visitId));
  }
}
