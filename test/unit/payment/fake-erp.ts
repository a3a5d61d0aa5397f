import type { Customer } from '../../../src-main/domain/customer.ts';
import type { Invoice, StatementRow } from '../../../src-main/domain/invoice.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import type { WriteOffAnswer, WriteOffRequest } from '../../../src-main/domain/write-off.ts';
import type { ErpLedger } from '../../../src-main/payment/erp-ledger.ts';
import { customer, invoice } from './till.ts';

type Read = 'customer' | 'invoices' | 'invoice' | 'statement';

/** An ERP in memory: one customer, what is open, what was settled, and what anybody asked to be written off. */
export class FakeErp implements ErpLedger {
  customer: Customer | undefined = customer;
  readonly open = new Map<string, Invoice>();
  /** Shown as settled to whoever asks for one by its id. */
  readonly settled = new Map<string, Invoice>();
  readonly statement: StatementRow[] = [];
  /** Reads that fail until they are taken out of here. */
  readonly trouble = new Map<Read, RemoteFailure>();
  readonly sends: WriteOffRequest[] = [];
  /** Effective write-offs, in order. */
  readonly writtenOff: string[] = [];
  /** Whether its profile has a write-off. */
  writesOff = true;
  /** How many times the open invoices were asked for. */
  reads = 0;
  /** What the ERP does with a write-off; by default it is done, listed in the statement, and told. */
  onWriteOff: (request: WriteOffRequest) => WriteOffAnswer | Promise<WriteOffAnswer> = (request) => {
    this.writeOff(request.invoiceId);
    return { outcome: 'accepted', detail: 'baixado' };
  };

  constructor(...open: readonly Invoice[]) {
    for (const each of open.length > 0 ? open : [invoice()]) this.open.set(each.id, each);
  }

  /** Takes effect; without a statement row only the absence from the open ones tells. */
  writeOff(invoiceId: string, { statement = true } = {}): void {
    this.writtenOff.push(invoiceId);
    this.settle(invoiceId, { statement });
  }

  /** Somebody settled or cancelled it. */
  settle(invoiceId: string, { statement = true } = {}): void {
    this.open.delete(invoiceId);
    if (statement) this.statement.push({ invoiceId, writtenOffOn: '2026-11-21' });
  }

  offers(): boolean {
    return this.writesOff;
  }

  async getCustomer(): Promise<Result<Customer | undefined, RemoteFailure>> {
    await Promise.resolve();
    return this.#answer('customer', this.customer);
  }

  async listOpenInvoices(): Promise<Result<readonly Invoice[], RemoteFailure>> {
    this.reads += 1;
    await Promise.resolve();
    return this.#answer('invoices', [...this.open.values()]);
  }

  async getInvoice({ id }: Pick<Invoice, 'id'>): Promise<Result<Invoice | undefined, RemoteFailure>> {
    await Promise.resolve();
    return this.#answer('invoice', this.open.get(id) ?? this.settled.get(id));
  }

  async listStatement(): Promise<Result<readonly StatementRow[], RemoteFailure>> {
    await Promise.resolve();
    return this.#answer('statement', [...this.statement]);
  }

  async writeOffInvoice(request: WriteOffRequest): Promise<WriteOffAnswer> {
    this.sends.push(request);
    await Promise.resolve();
    return this.onWriteOff(request);
  }

  #answer<T>(read: Read, value: T): Result<T, RemoteFailure> {
    const trouble = this.trouble.get(read);
    return trouble ? failure(trouble) : success(value);
  }
}

/** Answers in this order, and the last one from then on. */
export function inOrder(...answers: readonly (() => WriteOffAnswer)[]): () => WriteOffAnswer {
  let next = 0;
  return () => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    if (!answer) throw new Error('no answer');
    return answer();
  };
}
