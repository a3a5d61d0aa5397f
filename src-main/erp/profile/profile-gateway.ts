import type { Invoice } from '../../domain/invoice.ts';
import { type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { ErpGateway } from '../erp-gateway.ts';
import type { ErpOperation } from '../erp-operation.ts';
import { readContracts } from '../read/read-contract.ts';
import { readCustomer } from '../read/read-customer.ts';
import { amountGap, readInvoices } from '../read/read-invoice.ts';
import { readPdf } from '../read/read-pdf.ts';
import { readStatement } from '../read/read-statement.ts';
import { type Asker, createAsker } from './ask.ts';
import { catalogueOperations } from './catalogue-operations.ts';
import type { ErpConnection } from './connection.ts';
import { createInterpreter } from './interpreter.ts';
import { createPdfDownload, type PdfDownload } from './pdf-download.ts';
import type { ErpProfile } from './profile-schema.ts';
import { salesOperations } from './sales-operations.ts';
import { serviceOperations } from './service-operations.ts';

/** An ERP as its profile describes it. Keeps nothing of the answers and repeats nothing by itself. */
export function createProfileGateway(profile: ErpProfile, connection: ErpConnection): ErpGateway {
  const ask = createAsker(createInterpreter(profile, connection), connection.log);
  const download = createPdfDownload(connection.http, connection.baseUrl, profile.timeoutMs);
  return {
    ...catalogueOperations(ask, profile.amounts),
    ...salesOperations(ask),
    ...serviceOperations(ask, profile, download),
    ...paymentOperations(ask, profile, download, connection.log),
    offers: (operation) => offers(profile, operation),
  };
}

/** Operations that can be made of another one. */
const derived: Partial<Record<ErpOperation, ErpOperation>> = {
  getInvoice: 'listOpenInvoices',
  listBlockedServices: 'listServices',
  getFiscalNotePdf: 'listFiscalNotes',
};

function offers({ operations }: ErpProfile, operation: ErpOperation): boolean {
  const source = derived[operation];
  return operations[operation] !== undefined || (source !== undefined && operations[source] !== undefined);
}

type PaymentOperations = Pick<
  ErpGateway,
  | 'getCustomer'
  | 'listContracts'
  | 'listOpenInvoices'
  | 'getInvoice'
  | 'getInvoicePdf'
  | 'listStatement'
  | 'writeOffInvoice'
>;

/** Who the customer is, what is owed, and that it was paid. */
function paymentOperations(
  ask: Asker,
  { amounts, operations }: ErpProfile,
  download: PdfDownload,
  log: Log,
): PaymentOperations {
  async function listOpenInvoices(document: string, contractId?: string) {
    const invoices = await ask.list('listOpenInvoices', present({ document, contractId }), (mapped) =>
      readOpenInvoices(mapped, document),
    );
    if (invoices.ok) tellFaultyInvoices(invoices.value, log);
    return invoices;
  }

  function readOpenInvoices(mapped: unknown, document: string): Result<readonly Invoice[], string> {
    const invoices = readInvoices(mapped, document, amounts);
    return invoices.ok ? success(invoices.value.filter(({ settled }) => settled !== true)) : invoices;
  }

  return {
    getCustomer: (document) =>
      ask.one('getCustomer', { document }, (mapped) => readCustomer(mapped, document)),
    // Where the ERP has no such list, a customer has but one contract, and no statement proves anything.
    listContracts: (document) =>
      operations.listContracts
        ? ask.list('listContracts', { document }, readContracts)
        : Promise.resolve(success([])),
    listOpenInvoices,
    async getInvoice({ id, writeOffId }, document) {
      const input = present({ invoiceId: id, writeOffId, document });
      const invoices = operations.getInvoice
        ? await ask.list('getInvoice', input, (mapped) => readInvoices(mapped, document, amounts))
        : await listOpenInvoices(document);
      return invoices.ok ? success(invoices.value.find((invoice) => invoice.id === id)) : invoices;
    },
    async getInvoicePdf({ id, pdfId, pdfUrl }, document) {
      if (pdfUrl !== undefined) return download('getInvoicePdf', pdfUrl);
      return ask.thing('getInvoicePdf', present({ invoiceId: id, pdfId, document }), readPdf);
    },
    listStatement: (document, customerErpId) =>
      operations.listStatements
        ? ask.list('listStatements', { document, customerErpId }, (mapped) => readStatement(mapped, amounts))
        : Promise.resolve(success([])),
    async writeOffInvoice({ idempotencyKey, ...request }) {
      const input = present({ ...request, transactionId: idempotencyKey });
      const { said: _, ...answer } = await ask.action('writeOffInvoice', input, idempotencyKey);
      return answer;
    },
  };
}

/** Inputs that are absent must not look like inputs that are empty. */
function present(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/**
 * Faults of single invoices that the customer can do nothing about, but somebody should hear of. A missing typed line
 * is none: that is the company's choice.
 */
function tellFaultyInvoices(invoices: readonly Invoice[], log: Log): void {
  for (const invoice of invoices) {
    const { id: invoiceId, slip, dueCents } = invoice;
    if (!slip.sound && slip.problem !== 'absent') {
      log.warn('ERP-TYPED-LINE-UNSOUND', { invoiceId, problem: slip.problem });
    }
    const gap = amountGap(invoice);
    if (Math.abs(gap) > 1)
      log.warn('ERP-AMOUNTS-DISAGREE', { invoiceId, sumCents: dueCents + gap, dueCents });
  }
}
