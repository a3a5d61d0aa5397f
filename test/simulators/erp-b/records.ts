/** A customer in the books of the ERP of contract B. */
export interface ErpBCustomer {
  /** `id_remoto`; 51000-51999. */
  readonly id: string;
  /** CPF or CNPJ without mask. */
  readonly document: string;
  readonly name: string;
  /** YYYY-MM-DD; companies have none. */
  readonly birthDate?: string;
  readonly registeredOn: string;
  /** The only contract; 64000-64999. */
  readonly contractId: string;
  readonly street: string;
  readonly email?: string;
  readonly phone?: string;
  /** Texts for the company's staff (`get_pending_messages`). */
  readonly pendingMessages?: readonly string[];
}

/** An invoice in the books. Amounts are integer cents, dates YYYY-MM-DD, an absent text is empty. */
export interface ErpBInvoice {
  /** `fatura`; 420000-429999. */
  readonly id: string;
  /** `remote_id`, the boleto's id and what is written off; 870000-879999. */
  readonly boletoId: string;
  /** `code_fatura`; COB-330000 to COB-339999. */
  readonly code: string;
  readonly customerId: string;
  readonly payerName: string;
  readonly originalCents: number;
  readonly interestCents: number;
  readonly fineCents: number;
  /** What `valor_final` says when this ERP adds up wrongly; absent: the right sum. */
  readonly claimedDueCents?: number;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly description: string;
  readonly typeableLine: string;
  readonly identifier: string;
  readonly pixCode: string;
  /** Whether the ERP gives an address of the boleto as PDF. */
  readonly hasLink: boolean;
}

/** What the ERP says must be paid today, in cents: there is no discount in contract B. */
export function dueCents(invoice: ErpBInvoice): number {
  return invoice.claimedDueCents ?? invoice.originalCents + invoice.interestCents + invoice.fineCents;
}
