import { ControlRefusal } from '../server/control.ts';
import type { RequestCounts } from '../server/simulator.ts';
import type { ErpLedger, Settlement, WriteOffRow } from './ledger.ts';
import { type ErpService, fixtureServices } from './papers.ts';
import { dueCents, type ErpCustomer, type ErpInvoice, type StatementEntry } from './records.ts';

/** Amounts of an invoice that changed since it was listed; what is absent stays. All in cents. */
export type AmountChange = Partial<
  Pick<ErpInvoice, 'originalCents' | 'interestCents' | 'fineCents' | 'discountCents'>
>;

/** One write-off as its POST asked for it. */
export interface WriteOffCall {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly idempotencyKey: string | null;
}

/** The simulated ERP's books: who owes what, what was settled, and every write-off that anybody asked for. */
export class ErpBooks {
  readonly ledger: ErpLedger;
  private readonly customers: readonly ErpCustomer[];
  private readonly contacts = new Map<string, Readonly<Record<string, string>>>();
  private readonly invoices = new Map<string, ErpInvoice>();
  private readonly open = new Set<string>();
  private readonly entries: StatementEntry[];
  readonly services: readonly ErpService[] = fixtureServices();
  /** Boletos as PDF, ASCII only, by the invoice's id. */
  readonly pdfs = new Map<string, string>();
  private readonly prospects = new Map<string, string>();
  private readonly effectiveKeys = new Set<string>();
  private readonly now: () => number;

  constructor(start: {
    customers: readonly ErpCustomer[];
    invoices: readonly ErpInvoice[];
    statement: readonly StatementEntry[];
    /** Milliseconds since the epoch. */
    now: () => number;
  }) {
    this.customers = start.customers;
    this.entries = [...start.statement];
    this.now = start.now;
    for (const invoice of start.invoices) this.add(invoice);
    const requests: RequestCounts = {};
    this.ledger = { requests, writeOffs: [], writeOffPosts: [], settlements: [], writes: [] };
  }

  customerByDocument(document: string): ErpCustomer | undefined {
    const found = this.customers.find((customer) => customer.document === document);
    const changed = found && this.contacts.get(found.id);
    return changed ? { ...found, contact: { ...found.contact, ...changed } } : found;
  }

  /** Other contact data of a customer, by wire name; what is absent stays. */
  changeContact(customerId: string, change: Readonly<Record<string, string>>): void {
    this.contacts.set(customerId, { ...this.contacts.get(customerId), ...change });
  }

  /** Any invoice that the ERP ever had; a control that names an unknown one is refused. */
  invoice(invoiceId: string): ErpInvoice {
    const invoice = this.invoices.get(invoiceId);
    if (invoice === undefined) throw new ControlRefusal(`no invoice ${invoiceId}`);
    return invoice;
  }

  has(invoiceId: string): boolean {
    return this.invoices.has(invoiceId);
  }

  isOpen(invoiceId: string): boolean {
    return this.open.has(invoiceId);
  }

  openInvoices(customerId: string, contractId: string): readonly ErpInvoice[] {
    return [...this.invoices.values()].filter(
      (invoice) =>
        this.open.has(invoice.id) &&
        invoice.customerId === customerId &&
        (contractId === '' || invoice.contractIds.includes(contractId)),
    );
  }

  statement(customerId: string): readonly StatementEntry[] {
    return this.entries.filter((entry) => entry.customerId === customerId);
  }

  /** Opens a new invoice. */
  add(invoice: ErpInvoice): void {
    this.invoices.set(invoice.id, invoice);
    this.open.add(invoice.id);
  }

  changeAmounts(invoiceId: string, change: AmountChange): void {
    this.invoices.set(invoiceId, { ...this.invoice(invoiceId), ...change });
  }

  reopen(invoiceId: string): void {
    this.open.add(this.invoice(invoiceId).id);
  }

  /** The invoice disappears from every list without having been paid. */
  cancel(invoiceId: string): void {
    this.close(this.invoice(invoiceId).id, 'cancelled');
  }

  /** Paid somewhere else, e.g. over a bank's counter. */
  settleElsewhere(invoiceId: string, withStatementRow: boolean): void {
    const invoice = this.invoice(invoiceId);
    if (withStatementRow) this.enter(invoice, 'Pagamento em banco');
    this.close(invoiceId, 'elsewhere');
  }

  /** The customer paid the ERP's own PIX text, and the ERP's payment system settled it. */
  settleByOwnPix(invoiceId: string): void {
    const invoice = this.invoice(invoiceId);
    if (invoice.pixCode === '') throw new ControlRefusal(`invoice ${invoiceId} has no PIX of the ERP's own`);
    this.enter(invoice, 'PIX');
    this.close(invoiceId, 'own-pix');
  }

  /** Counts a POST as received, whatever becomes of it. */
  countWriteOff(call: WriteOffCall): void {
    const at = new Date(this.now()).toISOString();
    this.ledger.writeOffPosts.push({ at, ...call });
    const row = this.row(call.invoiceId);
    if (row === undefined) this.ledger.writeOffs.push({ ...call, at, times: 1, effective: 0 });
    else row.times += 1;
  }

  /** Whether a write-off with this key already took effect. */
  isRepeat(call: WriteOffCall): boolean {
    return call.idempotencyKey !== null && this.effectiveKeys.has(call.idempotencyKey);
  }

  /** Writes an invoice off, open or not. */
  writeOff(call: WriteOffCall, withStatementRow: boolean): void {
    if (withStatementRow) this.enter(this.invoice(call.invoiceId), 'Totem');
    this.close(call.invoiceId, 'write-off');
    if (call.idempotencyKey !== null) this.effectiveKeys.add(call.idempotencyKey);
    const row = this.row(call.invoiceId);
    if (row !== undefined) row.effective += 1;
  }

  /** Enables a blocked service of this customer; answers the state that it is in afterwards. */
  unlock(customerId: string, serviceId: string): string {
    const service = this.services.find((each) => each.id === serviceId && each.customerId === customerId);
    if (service === undefined) return 'Recusado';
    if (service.situation === 'Ativo') return 'Já ativo';
    service.situation = 'Ativo';
    return 'Ativado';
  }

  openProspect(status: string): string {
    const id = String(5401 + this.prospects.size);
    this.prospects.set(id, status);
    return id;
  }

  moveProspect(id: string, status: string): string | undefined {
    if (!this.prospects.has(id)) return undefined;
    this.prospects.set(id, status);
    return status;
  }

  prospectStatus(id: string): string | undefined {
    return this.prospects.get(id);
  }

  private row(invoiceId: string): WriteOffRow | undefined {
    return this.ledger.writeOffs.find((row) => row.invoiceId === invoiceId);
  }

  private close(invoiceId: string, by: Settlement['by']): void {
    this.open.delete(invoiceId);
    this.ledger.settlements.push({ invoiceId, by, at: new Date(this.now()).toISOString() });
  }

  private enter(invoice: ErpInvoice, charge: string): void {
    const today = new Date(this.now()).toISOString().slice(0, 10);
    this.entries.push({
      invoiceId: invoice.id,
      customerId: invoice.customerId,
      postedOn: today,
      dueDate: invoice.dueDate,
      writtenOffOn: today,
      description: invoice.description,
      receivedCents: dueCents(invoice),
      invoiceCents: invoice.originalCents,
      charge,
    });
  }
}
