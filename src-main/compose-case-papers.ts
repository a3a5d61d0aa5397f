import type { BoletoDesk } from './attendance/boleto-desk.ts';
import type { TerminalIdentity } from './attendance/paper-desk.ts';
import { type PaidCharge, receiptInput } from './attendance/receipt-paper.ts';
import type { OpenInvoice } from './domain/customer-account.ts';
import type { Result } from './domain/result.ts';
import type { VisitEvent } from './domain/visit-event.ts';
import type { ErpGroup } from './erp/erp-group.ts';
import type { ReceiptPdf } from './printing/pdf/receipt-pdf.ts';
import type { CaseFile, FindAttachments } from './relay/crm/case-attachment.ts';
import type { VisitContact, VisitRecord } from './storage/visit-records.ts';

export interface CasePaperParts {
  readonly erps: Pick<ErpGroup, 'findCustomer' | 'listOpenInvoices'>;
  readonly boletos: Pick<BoletoDesk, 'makeFile'>;
  readonly makeReceipt: (input: ReceiptPdf) => Promise<Result<Uint8Array, string>>;
  readonly findPaid: (chargeId: string) => PaidCharge | undefined;
  readonly terminal: TerminalIdentity;
  /** The terminal's company's, as a `data:` URL. */
  readonly logo: string | undefined;
}

/** The papers of a visit, given what happened in it. */
export type ListPapers = (visit: VisitRecord, events: readonly VisitEvent[]) => readonly CaseFile[];

/** A link to a paper of a visit, by its title; undefined: there is nobody who would hand it out. */
export type LinkToPaper = (visitId: string, title: string) => string | undefined;

/** The papers of a visit as PDF, made when somebody wants them: receipts, and boletos that were printed. */
export function createVisitPapers(parts: CasePaperParts): ListPapers {
  return (visit, events) => {
    const paid = events.flatMap((event) => (event.type === 'charge-paid' ? [event.chargeId] : []));
    const printed = events.flatMap((event) => (event.type === 'slip-printed' ? [event.invoiceId] : []));
    const receipts = [...new Set(paid)].flatMap((chargeId) => receiptFile(parts, chargeId) ?? []);
    const { contact } = visit;
    const boletos = contact ? boletoFiles(parts, contact, [...new Set(printed)]) : [];
    return [...receipts, ...boletos];
  };
}

/** What goes with a visit's Case: the papers, or links to them where `linkTo` gives any. */
export function createCasePapers(listPapers: ListPapers, linkTo?: LinkToPaper): FindAttachments {
  return async (visit, history) => {
    const papers = listPapers(
      visit,
      history.map(({ event }) => event),
    );
    return papers.map((paper) => {
      const url = linkTo?.(visit.id, paper.title);
      return url === undefined ? paper : { title: paper.title, url };
    });
  };
}

/** Only once the ERP has the payment: until then a receipt is provisional, and a file stays as it is. */
function receiptFile(
  { findPaid, terminal, logo, makeReceipt }: CasePaperParts,
  chargeId: string,
): CaseFile | undefined {
  const paid = findPaid(chargeId);
  const input = paid?.settlement === 'done' ? receiptInput(paid, terminal) : undefined;
  if (!paid || !input) return undefined;
  // The logo as dots is for the receipt printer.
  const { logo: _, ...company } = input.company;
  const ownLogo = terminal.companyByErp?.has(paid.charge.erp) ? undefined : logo;
  const name = chargeId.slice(0, 8);
  return {
    title: `Comprovante ${name}`,
    fileName: `comprovante-${name}.pdf`,
    async read() {
      const made = await makeReceipt({ ...input, company, ...(ownLogo !== undefined && { logo: ownLogo }) });
      return made.ok ? made.value : undefined;
    },
  };
}

function boletoFiles(
  { erps, boletos }: CasePaperParts,
  { document, name }: VisitContact,
  invoiceIds: readonly string[],
): readonly CaseFile[] {
  let invoices: Promise<readonly OpenInvoice[]> | undefined;
  return invoiceIds.map((invoiceId) => ({
    title: `Boleto ${invoiceId}`,
    fileName: `boleto-${invoiceId.replace(/\W/g, '-')}.pdf`,
    async read() {
      invoices ??= listOpen(erps, document);
      // One that was paid since needs no boleto any more.
      const invoice = (await invoices).find(({ id }) => id === invoiceId);
      return invoice && boletos.makeFile({ invoice, document, payerName: name });
    },
  }));
}

async function listOpen(erps: CasePaperParts['erps'], document: string): Promise<readonly OpenInvoice[]> {
  const customer = await erps.findCustomer(document);
  if (!customer.ok || !customer.value) return [];
  const open = await erps.listOpenInvoices(document, customer.value);
  return open.ok ? open.value.invoices : [];
}
