import type { Contract, Customer } from '../domain/customer.ts';
import type {
  ContractChoice,
  CustomerAccount,
  KnownCustomer,
  OpenInvoice,
  OpenInvoices,
} from '../domain/customer-account.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { askAll, type Heard, nothingSound, tellFailed } from './ask-all.ts';
import type { ErpGateway } from './erp-gateway.ts';

/** One of the kiosk's ERPs, as far as a visit needs it. */
export interface GroupMember {
  /** Its id in the settings. */
  readonly id: string;
  readonly companyName: string;
  readonly gateway: Pick<
    ErpGateway,
    'getCustomer' | 'listContracts' | 'listOpenInvoices' | 'getInvoicePdf' | 'offers'
  >;
  isDown(): boolean;
}

type Answer<T> = Promise<Result<T, RemoteFailure>>;

/** What one ERP has of a customer. */
interface MemberAccount {
  readonly contracts: readonly Contract[];
  readonly invoices: readonly Invoice[];
}

/**
 * Several ERPs side by side, asked all at once. One that fails does not keep a customer from what the others know, but
 * is named, so that nobody takes a part for the whole.
 */
export class ErpGroup {
  readonly #members: readonly GroupMember[];
  readonly #log: Log;

  constructor(members: readonly GroupMember[], log: Log) {
    this.#members = members;
    this.#log = log;
  }

  /** Whether every ERP is known to be down: there is nothing to ask. */
  isDown(): boolean {
    return this.#members.every((member) => member.isDown());
  }

  /**
   * The customer with this document (CPF or CNPJ, no mask). `undefined` only when every ERP says that it knows none:
   * one that did not answer may be the one that does.
   */
  async findCustomer(document: string): Answer<KnownCustomer | undefined> {
    const heard = await askAll(this.#members, ({ gateway }) => gateway.getCustomer(document));
    const records = heard.sound.flatMap(({ member, value }) => (value ? [{ member, customer: value }] : []));
    const [first] = records;
    if (first) return success(merge(first.customer, records, tellFailed(heard, this.#log)));
    const [failed] = heard.failed;
    return failed ? failure(failed.error) : success(undefined);
  }

  /** Contracts and invoices at once: the customer waits for the slowest answer only. */
  async openAccount(document: string, customer: KnownCustomer): Answer<CustomerAccount> {
    const heard = await askAll(this.#knowing(customer), ({ gateway }) => readAccount(gateway, document));
    const unsound = nothingSound(heard);
    if (unsound) return failure(unsound);
    const several = customer.erpIds.size > 1;
    return success({
      contracts: heard.sound.flatMap(({ member, value }) => this.#choices(member, value.contracts, several)),
      invoices: this.#merged(heard.sound.map(({ member, value }) => ({ member, value: value.invoices }))),
      unreadable: tellFailed(heard, this.#log),
    });
  }

  /** The open invoices of one contract, or of all. */
  async listOpenInvoices(
    document: string,
    customer: KnownCustomer,
    contract?: ContractChoice,
  ): Answer<OpenInvoices> {
    const asked = this.#knowing(customer).filter(({ id }) => contract === undefined || id === contract.erp);
    const heard = await askAll(asked, ({ gateway }) => gateway.listOpenInvoices(document, contract?.id));
    const unsound = nothingSound(heard);
    if (unsound) return failure(unsound);
    return success({ invoices: this.#merged(heard.sound), unreadable: tellFailed(heard, this.#log) });
  }

  /** Whether the invoice's own ERP may have it as PDF. */
  mayHavePdf(invoice: OpenInvoice): boolean {
    return invoice.pdfUrl !== undefined || this.#ownerOf(invoice)?.gateway.offers('getInvoicePdf') === true;
  }

  /** The invoice as PDF, from its own ERP. */
  async getInvoicePdf(invoice: OpenInvoice, document: string): Answer<Uint8Array> {
    const owner = this.#ownerOf(invoice);
    if (!owner) return failure({ kind: 'not-sent', detail: 'getInvoicePdf: the ERP is gone' });
    return owner.gateway.getInvoicePdf(invoice, document);
  }

  #ownerOf({ erp }: OpenInvoice): GroupMember | undefined {
    return this.#members.find(({ id }) => id === erp);
  }

  #knowing({ erpIds }: KnownCustomer): readonly GroupMember[] {
    return this.#members.filter(({ id }) => erpIds.has(id));
  }

  /** An ERP that lists no contracts is one choice itself, where there are others to choose from. */
  #choices(
    { id: erp, companyName }: GroupMember,
    contracts: readonly Contract[],
    several: boolean,
  ): readonly ContractChoice[] {
    if (several && contracts.length === 0) return [{ erp, key: this.#key(erp, ''), label: companyName }];
    return contracts.map(({ id, label }) => ({
      erp,
      key: this.#key(erp, id),
      id,
      label: several ? `${companyName} · ${label}` : label,
    }));
  }

  #merged(lists: Heard<GroupMember, readonly Invoice[]>['sound']): readonly OpenInvoice[] {
    const invoices = lists.flatMap(({ member, value }) =>
      value.map((invoice) => ({ ...invoice, erp: member.id, key: this.#key(member.id, invoice.id) })),
    );
    return lists.length > 1 ? invoices.sort(byDueDate) : invoices;
  }

  /** Ids of settings hold no colon, so that no two keys can be the same. */
  #key(erp: string, id: string): string {
    return this.#members.length === 1 ? id : `${erp}:${id}`;
  }
}

async function readAccount(gateway: GroupMember['gateway'], document: string): Answer<MemberAccount> {
  const [contracts, invoices] = await Promise.all([
    gateway.listContracts(document),
    gateway.listOpenInvoices(document),
  ]);
  if (!invoices.ok) return invoices;
  // An ERP without contracts says 404: its customers simply have one list.
  if (!contracts.ok && contracts.error.kind !== 'refused') return contracts;
  return success({ contracts: contracts.ok ? contracts.value : [], invoices: invoices.value });
}

/** The first record, completed by what only a later one tells; each answer to a second factor is of one ERP only. */
function merge(
  first: Customer,
  records: readonly { readonly member: GroupMember; readonly customer: Customer }[],
  unreadable: readonly string[],
): KnownCustomer {
  const customers = records.map(({ customer }) => customer);
  const birthDate = customers.find((customer) => customer.birthDate !== undefined)?.birthDate;
  const phones = customers.find((customer) => customer.phones.length > 0)?.phones ?? [];
  const email = customers.find((customer) => customer.email !== undefined)?.email;
  return {
    ...first,
    phones,
    ...(birthDate !== undefined && { birthDate }),
    ...(email !== undefined && { email }),
    erpIds: new Map(records.map(({ member, customer }) => [member.id, customer.erpId])),
    unreadable,
  };
}

function byDueDate(one: Invoice, other: Invoice): number {
  if (one.dueDate === other.dueDate) return 0;
  return one.dueDate < other.dueDate ? -1 : 1;
}
