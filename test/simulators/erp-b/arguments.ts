import { writeFields } from '../erp/write-fields.ts';

const document = 'customer_document_number';

/** The named arguments of each function; what is not among them is refused. */
export const argumentsOf = {
  get_customer: [document],
  list_open_invoices: [document],
  get_invoice: ['customer_bill_id', document],
  get_invoice_pdf: ['boleto_id'],
  write_off_invoice: ['transaction', 'boleto_id', document],
  get_contacts: [document],
  get_pending_messages: [document],
  create_order: ['order', 'message'],
  create_order_for_customer: ['order', 'message', document, 'wda_user'],
  create_lead: ['lead'],
  list_resellers: [],
  list_products: [],
  list_due_dates: [],
  list_origins: [],
  list_fiscal_notes: [document],
  get_fiscal_note_pdf: ['id_nota', document],
  list_services: [document],
  list_blocked_services: [document],
  trust_unlock: [document, 'id_servico'],
  create_ticket: [document, ...writeFields.createTicket.filter((name) => name !== 'id_cliente')],
  update_customer: [document, ...writeFields.updateCustomer.filter((name) => name !== 'id_cliente')],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FunctionB = keyof typeof argumentsOf;

/** The fields of the object types: none other may come. */
export const objectFields: Readonly<Record<string, readonly string[]>> = {
  transaction: [
    'id',
    'method',
    'amountCents',
    'currency',
    'txid',
    'endToEndId',
    'pspId',
    'nsu',
    'authorizationCode',
    'paidAt',
    'terminalId',
    'createdAt',
  ],
  order: ['id', 'customer', 'address', 'items', 'dueDateId', 'originId', 'resellerId', 'notes'],
  lead: writeFields.createLead,
  wda_user: ['id', 'name', 'document', 'email', 'phone'],
};
