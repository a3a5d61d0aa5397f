import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { type Result, success } from '../domain/result.ts';
import type { ErpLedger } from './erp-ledger.ts';

/** What the ERP shows of an invoice now. */
export type Settlement =
  | { readonly status: 'open'; readonly invoice: Invoice }
  /** Proven: a statement row with a write-off date, or absence in two sound reads far enough apart. */
  | { readonly status: 'settled'; readonly proof: 'statement' | 'absence' }
  /** Absent once: too weak to decide, look again. */
  | { readonly status: 'absent-once' };

/** The part of a charge that says where to look, and for whom. */
export type SettlementSubject = Pick<Charge, 'id' | 'document' | 'customerErpId'> & {
  readonly invoiceId: string;
};

/**
 * Reads whether the ERP settled an invoice. Open invoices are all that the ERP lists, so absence alone is weak: it
 * counts only when the customer is found, the list is sound, and it is seen twice `intervalMs` milliseconds apart.
 */
export interface SettlementProof {
  read(subject: SettlementSubject): Promise<Result<Settlement, RemoteFailure>>;
}

export function createSettlementProof(ledger: ErpLedger, clock: Clock, intervalMs: number): SettlementProof {
  return new ErpSettlementProof(ledger, clock, intervalMs);
}

class ErpSettlementProof implements SettlementProof {
  readonly #ledger: ErpLedger;
  readonly #clock: Clock;
  readonly #intervalMs: number;
  /**
   * When an invoice of a charge was first found absent, on the monotonic clock; forgotten at a restart, which only
   * costs a read. Another charge of the same invoice starts over: the invoice was seen open when it was made.
   */
  readonly #firstAbsence = new Map<string, number>();

  constructor(ledger: ErpLedger, clock: Clock, intervalMs: number) {
    this.#ledger = ledger;
    this.#clock = clock;
    this.#intervalMs = intervalMs;
  }

  async read(subject: SettlementSubject): Promise<Result<Settlement, RemoteFailure>> {
    const open = await this.#ledger.listOpenInvoices(subject.document);
    if (!open.ok) return open;
    const invoice = open.value.find((each) => each.id === subject.invoiceId);
    if (invoice) {
      this.#firstAbsence.delete(keyOf(subject));
      return success({ status: 'open', invoice });
    }
    return this.#readAbsent(subject);
  }

  async #readAbsent(subject: SettlementSubject): Promise<Result<Settlement, RemoteFailure>> {
    const statement = await this.#ledger.listStatement(subject.document, subject.customerErpId);
    if (statement.ok && statement.value.some((row) => isWrittenOff(row, subject.invoiceId))) {
      this.#firstAbsence.delete(keyOf(subject));
      return success({ status: 'settled', proof: 'statement' });
    }
    const customer = await this.#ledger.getCustomer(subject.document);
    if (!customer.ok) return customer;
    // An ERP that does not even know the customer has lost more than this invoice: no proof.
    if (!customer.value) return success({ status: 'absent-once' });
    return success(this.#countAbsence(keyOf(subject)));
  }

  #countAbsence(key: string): Settlement {
    const now = this.#clock.monotonic();
    const first = this.#firstAbsence.get(key);
    if (first === undefined) {
      this.#firstAbsence.set(key, now);
      return { status: 'absent-once' };
    }
    if (now - first < this.#intervalMs) return { status: 'absent-once' };
    this.#firstAbsence.delete(key);
    return { status: 'settled', proof: 'absence' };
  }
}

function keyOf({ id, invoiceId }: SettlementSubject): string {
  return `${id} ${invoiceId}`;
}

function isWrittenOff(row: { invoiceId: string; writtenOffOn?: string }, invoiceId: string): boolean {
  return row.invoiceId === invoiceId && row.writtenOffOn !== undefined;
}
