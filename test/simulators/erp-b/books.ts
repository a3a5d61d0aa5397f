import { ControlRefusal } from '../server/control.ts';
import type { RequestCounts } from '../server/simulator.ts';
import { type ErpBService, fixtureServicesB } from './catalogue.ts';
import type { ErpBLedger, ErpBSettlement, ErpBWriteOffPost } from './ledger.ts';
import type { ErpBCustomer, ErpBInvoice } from './records.ts';

/** Amounts of an invoice that changed since it was listed; what is absent stays. All in cents. */
export type ErpBAmountChange = Partial<Pick<ErpBInvoice, 'originalCents' | 'interestCents' | 'fineCents'>>;

/** What the ERP tells of how to reach a customer. */
export type ErpBContact = Pick<ErpBCustomer, 'email' | 'phone'>;

export type ErpBWriteOffCall = Omit<ErpBWriteOffPost, 'at' | 'invoiceId'>;

/** The books of the simulated ERP of contract B: who owes what, and every write-off that anybody asked for. */
export class ErpBBooks {
  readonly ledger: ErpBLedger;
  readonly services: readonly ErpBService[] = fixtureServicesB();
  private readonly customers: readonly ErpBCustomer[];
  private readonly contacts = new Map<string, ErpBContact>();
  private readonly invoices = new Map<string, ErpBInvoice>();
  private readonly open = new Set<string>();
  private readonly effectiveTransactions = new Set<string>();
  private readonly late: ErpBWriteOffCall[] = [];
  private readonly now: () => number;

  constructor(start: {
    customers: readonly ErpBCustomer[];
    invoices: readonly ErpBInvoice[];
    /** Milliseconds since the epoch. */
    now: () => number;
  }) {
    this.customers = start.customers;
    this.now = start.now;
    for (const invoice of start.invoices) this.add(invoice);
    const requests: RequestCounts = {};
    this.ledger = { requests, writeOffs: [], writeOffPosts: [], settlements: [], writes: [] };
  }

  customerByDocument(document: string): ErpBCustomer | undefined {
    const found = this.customers.find((customer) => customer.document === document);
    return found && { ...found, ...this.contacts.get(found.id) };
  }

  /** Other contact data of a customer; what is absent stays. */
  changeContact(customerId: string, change: ErpBContact): void {
    this.contacts.set(customerId, { ...this.contacts.get(customerId), ...change });
  }

  /** Any invoice that the ERP ever had, by `fatura`; a control that names an unknown one is refused. */
  invoice(invoiceId: string): ErpBInvoice {
    const invoice = this.invoices.get(invoiceId);
    if (invoice === undefined) throw new ControlRefusal(`no invoice ${invoiceId}`);
    return invoice;
  }

  byBoleto(boletoId: string): ErpBInvoice | undefined {
    return [...this.invoices.values()].find((invoice) => invoice.boletoId === boletoId);
  }

  isOpen(invoiceId: string): boolean {
    return this.open.has(invoiceId);
  }

  openInvoices(customerId: string): readonly ErpBInvoice[] {
    return [...this.invoices.values()].filter(
      (invoice) => invoice.customerId === customerId && this.open.has(invoice.id),
    );
  }

  /** Opens a new invoice. */
  add(invoice: ErpBInvoice): void {
    this.invoices.set(invoice.id, invoice);
    this.open.add(invoice.id);
  }

  changeAmounts(invoiceId: string, change: ErpBAmountChange): void {
    this.invoices.set(invoiceId, { ...this.invoice(invoiceId), ...change });
  }

  reopen(invoiceId: string): void {
    this.open.add(this.invoice(invoiceId).id);
  }

  /** The invoice leaves the open list without anybody's write-off. */
  settle(invoiceId: string, by: Exclude<ErpBSettlement['by'], 'write-off'>): void {
    const invoice = this.invoice(invoiceId);
    if (by === 'own-pix' && invoice.pixCode === '') {
      throw new ControlRefusal(`invoice ${invoiceId} has no PIX of the ERP's own`);
    }
    this.close(invoice.id, by);
  }

  /** Counts a POST as received, whatever becomes of it. */
  countWriteOff(call: ErpBWriteOffCall): void {
    const at = new Date(this.now()).toISOString();
    const post: ErpBWriteOffPost = { ...call, at, invoiceId: this.byBoleto(call.boletoId)?.id ?? '' };
    this.ledger.writeOffPosts.push(post);
    const row = this.ledger.writeOffs.find(({ boletoId }) => boletoId === call.boletoId);
    if (row === undefined) this.ledger.writeOffs.push({ ...post, times: 1, effective: 0 });
    else row.times += 1;
  }

  /** Whether a write-off of this transaction already took effect. */
  isRepeat({ transaction }: ErpBWriteOffCall): boolean {
    return this.effectiveTransactions.has(String(transaction.id));
  }

  /** Writes a boleto off, open or not. */
  writeOff(call: ErpBWriteOffCall): void {
    const invoice = this.byBoleto(call.boletoId);
    if (invoice === undefined) return;
    this.close(invoice.id, 'write-off');
    this.effectiveTransactions.add(String(call.transaction.id));
    const row = this.ledger.writeOffs.find(({ boletoId }) => boletoId === call.boletoId);
    if (row !== undefined) row.effective += 1;
  }

  /** Keeps a write-off for `settleLate`. */
  postpone(call: ErpBWriteOffCall): void {
    this.late.push(call);
  }

  /** Does what was postponed; tells how many that were. */
  settleLate(): number {
    const due = this.late.splice(0);
    for (const call of due) this.writeOff(call);
    return due.length;
  }

  /** Enables a blocked service of this customer; answers the state that it is in afterwards. */
  unlock(customerId: string, serviceId: string): string {
    const service = this.services.find((each) => each.id === serviceId && each.customerId === customerId);
    if (service === undefined) return 'Recusado';
    if (service.situation === 'Ativo') return 'Já liberado';
    service.situation = 'Ativo';
    return 'Liberado';
  }

  private close(invoiceId: string, by: ErpBSettlement['by']): void {
    this.open.delete(invoiceId);
    this.ledger.settlements.push({ invoiceId, by, at: new Date(this.now()).toISOString() });
  }
}
