import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { type Result, success } from '../domain/result.ts';
import type { ErpLedger } from './erp-ledger.ts';
import type { WriteOffRules } from './repeat-rule.ts';

type Proof = WriteOffRules['proofBy'][number];

/** What the ERP shows of an invoice now. */
export type Settlement =
  | { readonly status: 'open'; readonly invoice: Invoice }
  /** Proven, in a way that counts for this ERP. */
  | { readonly status: 'settled'; readonly proof: Proof }
  /** Absent once: too weak to decide, look again. */
  | { readonly status: 'absent-once' }
  /** Absent in two sound reads far enough apart, which for this ERP proves no settlement: it may be cancelled, too. */
  | { readonly status: 'gone' };

/** The part of a charge that says where to look, and for whom. */
export type SettlementSubject = Pick<Charge, 'id' | 'document' | 'customerErpId'> & {
  readonly invoiceId: string;
  readonly writeOffId?: string;
};

/**
 * Reads whether the ERP settled an invoice. Open invoices are all that the ERP lists, so absence alone is weak: it
 * counts only when the customer is found, the list is sound, and it is seen twice some time apart. What proves a
 * settlement beyond that, the rules say.
 */
export interface SettlementProof {
  read(subject: SettlementSubject): Promise<Result<Settlement, RemoteFailure>>;
}

type ProofRules = Pick<WriteOffRules, 'proofIntervalMs' | 'proofBy'>;

export function createSettlementProof(ledger: ErpLedger, clock: Clock, rules: ProofRules): SettlementProof {
  return new ErpSettlementProof(ledger, clock, rules);
}

class ErpSettlementProof implements SettlementProof {
  readonly #ledger: ErpLedger;
  readonly #clock: Clock;
  readonly #rules: ProofRules;
  /**
   * When an invoice of a charge was first found absent, on the monotonic clock; forgotten at a restart, which only
   * costs a read. Another charge of the same invoice starts over: the invoice was seen open when it was made.
   */
  readonly #firstAbsence = new Map<string, number>();

  constructor(ledger: ErpLedger, clock: Clock, rules: ProofRules) {
    this.#ledger = ledger;
    this.#clock = clock;
    this.#rules = rules;
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
    const proof = await this.#findProof(subject);
    if (proof !== undefined) {
      this.#firstAbsence.delete(keyOf(subject));
      return success({ status: 'settled', proof });
    }
    const customer = await this.#ledger.getCustomer(subject.document);
    if (!customer.ok) return customer;
    // An ERP that does not even know the customer has lost more than this invoice: no proof.
    if (!customer.value) return success({ status: 'absent-once' });
    return success(this.#countAbsence(keyOf(subject)));
  }

  /** The ERP's own word that it is settled. One that cannot be asked for it now says nothing. */
  async #findProof(subject: SettlementSubject): Promise<Proof | undefined> {
    const { proofBy } = this.#rules;
    if (proofBy.includes('settled-invoice') && (await this.#isMarkedSettled(subject)))
      return 'settled-invoice';
    if (proofBy.includes('statement') && (await this.#isInStatement(subject))) return 'statement';
    return undefined;
  }

  async #isMarkedSettled({ invoiceId, writeOffId, document }: SettlementSubject): Promise<boolean> {
    const key = { id: invoiceId, ...(writeOffId !== undefined && { writeOffId }) };
    const invoice = await this.#ledger.getInvoice(key, document);
    return invoice.ok && invoice.value?.settled === true;
  }

  async #isInStatement({ document, customerErpId, invoiceId }: SettlementSubject): Promise<boolean> {
    const statement = await this.#ledger.listStatement(document, customerErpId);
    return (
      statement.ok &&
      statement.value.some((row) => row.invoiceId === invoiceId && row.writtenOffOn !== undefined)
    );
  }

  #countAbsence(key: string): Settlement {
    const now = this.#clock.monotonic();
    const first = this.#firstAbsence.get(key);
    if (first === undefined) {
      this.#firstAbsence.set(key, now);
      return { status: 'absent-once' };
    }
    if (now - first < this.#rules.proofIntervalMs) return { status: 'absent-once' };
    // It stays gone as long as it is looked for; only a proof needs to be found anew for another charge.
    if (!this.#rules.proofBy.includes('absence')) return { status: 'gone' };
    this.#firstAbsence.delete(key);
    return { status: 'settled', proof: 'absence' };
  }
}

function keyOf({ id, invoiceId }: SettlementSubject): string {
  return `${id} ${invoiceId}`;
}
