/** A customer in the simulated ERP's books. */
export interface ErpCustomer {
  /** `id_remoto`; 7000-7999. */
  readonly id: string;
  /** CPF or CNPJ without mask. */
  readonly document: string;
  readonly name: string;
  /** YYYY-MM-DD; companies have none. */
  readonly birthDate?: string;
  readonly registeredOn: string;
  /** As this ERP happens to write it: "S", "Sim", "true", "1". */
  readonly active: string;
  readonly contracts: readonly ErpContract[];
  readonly address: ErpAddress;
  /** Fields of the superseded answer that this customer's record still carries: `fone`, `telefone_celular`, `whatsapp`, `email`. */
  readonly contact: Readonly<Record<string, string>>;
}

export interface ErpContract {
  /** 3000-3999. */
  readonly id: string;
  readonly label: string;
}

export interface ErpAddress {
  readonly street: string;
  readonly number: string;
  readonly postalCode: string;
  readonly city: string;
  readonly complement: string;
  readonly district: string;
  readonly state: string;
}

/** An invoice in the simulated ERP's books. Amounts are integer cents, dates YYYY-MM-DD. */
export interface ErpInvoice {
  /** `id_fatura`; 910000-919999. */
  readonly id: string;
  readonly customerId: string;
  readonly contractIds: readonly string[];
  /** As printed on the invoice; not always the customer's name. */
  readonly payerName: string;
  readonly originalCents: number;
  readonly interestCents: number;
  readonly fineCents: number;
  readonly discountCents: number;
  /** What `valor_atual` says when this ERP adds up wrongly; absent: the right sum. */
  readonly claimedDueCents?: number;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly description: string;
  readonly bankCode: string;
  readonly typeableLine: string;
  readonly identifier: string;
  readonly pixCode: string;
  readonly billReceipt: string;
  readonly billPixReceipt: string;
}

/** What the ERP says must be paid today, in cents: original + interest + fine - discount, unless it adds up wrongly. */
export function dueCents(invoice: ErpInvoice): number {
  if (invoice.claimedDueCents !== undefined) return invoice.claimedDueCents;
  return invoice.originalCents + invoice.interestCents + invoice.fineCents - invoice.discountCents;
}

/** One settlement in the financial statement. */
export interface StatementEntry {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly postedOn: string;
  readonly dueDate: string;
  readonly writtenOffOn: string;
  readonly description: string;
  readonly receivedCents: number;
  readonly invoiceCents: number;
  readonly charge: string;
}
