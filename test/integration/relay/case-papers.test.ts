import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCasePapers, createVisitPapers } from '../../../src-main/compose-case-papers.ts';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { checkPdf } from '../../../src-main/domain/pdf.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import type { Settlement } from '../../../src-main/domain/write-off.ts';
import { createPdfEngine, type PdfEngine } from '../../../src-main/printing/pdf/pdf-engine.ts';
import type { CaseAttachment } from '../../../src-main/relay/crm/case-attachment.ts';
import { invoiceOf, maria } from '../../unit/attendance/people.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

const boletoPdf = new TextEncoder().encode('%PDF-1.7 boleto %%EOF');
const printed: VisitEvent = { type: 'slip-printed', invoiceId: 'F-101' };
const paid: VisitEvent = {
  type: 'charge-paid',
  chargeId: '0123456789ab',
  txid: 'txid1',
  invoiceIds: ['F-102'],
  amountCents: 12_991,
};
const charge: Charge = {
  id: '0123456789ab',
  txid: 'balcao0123456789abcdef01234567',
  source: 'api-pix',
  erp: 'principal',
  accountId: 'conta',
  visitId: 'v1',
  terminalId: 'T01',
  document: maria.document,
  customerErpId: 'C-1',
  maskedName: 'Maria A. S.',
  invoices: [{ invoiceId: 'F-102', amountCents: 12_991, description: 'Fibra', dueDate: '2026-11-01' }],
  amountCents: 12_991,
  state: 'PAID',
  createdAt: 0,
  expirySeconds: 600,
  payment: { amountCents: 12_991, paidAt: '2026-11-21T12:01:00Z', endToEndId: 'E1' },
};

let engine: PdfEngine;

beforeEach(() => {
  engine = createPdfEngine({ log: new RecordingLog() });
});

afterEach(() => engine.close());

interface Office {
  readonly settlement?: Settlement;
  /** Ids of the invoices that are still open. */
  readonly open?: readonly string[];
  readonly erpIsDown?: boolean;
  readonly linkTo?: (visitId: string, title: string) => string | undefined;
}

async function papersOf(events: readonly VisitEvent[], office: Office = {}) {
  const asked: string[] = [];
  const { settlement = 'done', open = ['F-101'], erpIsDown = false } = office;
  const down = failure({ kind: 'not-sent', detail: 'down' } as const);
  const papers = createVisitPapers({
    erps: {
      async findCustomer(document) {
        asked.push(document);
        return erpIsDown ? down : success({ ...maria.customer, erpIds: new Map(), unreadable: [] });
      },
      listOpenInvoices: async () => success({ invoices: open.map((id) => invoiceOf(id)), unreadable: [] }),
    },
    boletos: { makeFile: async () => boletoPdf },
    makeReceipt: (input) => engine.receipt(input),
    findPaid: () => ({ charge, settlement, byInvoice: new Map([['F-102', settlement]]) }),
    terminal: {
      id: 'T01',
      timeZone: 'America/Sao_Paulo',
      company: { name: 'Rede Horizonte', document: '33000167000101', address: 'Av. Brasil, 1500' },
    },
    logo: undefined,
  });
  const find = createCasePapers(papers, office.linkTo);
  const contact = { document: maria.document, name: maria.customer.name, customerErpId: 'C-1' };
  const history = events.map((event) => ({ eventId: 'e', version: 1, occurredAt: 0, event }));
  return { asked, files: await find({ id: 'v1', startedAt: 0, contact }, history) };
}

function read(attachment: CaseAttachment | undefined): Promise<Uint8Array | undefined> {
  if (attachment === undefined || !('read' in attachment)) throw new Error('not a file');
  return attachment.read();
}

describe('the papers of a visit for its Case', () => {
  it('are its receipts and the boletos that were printed, each once, made only when they are wanted', async () => {
    const { files, asked } = await papersOf([printed, paid, printed]);
    expect(files.map(({ title }) => title)).toEqual(['Comprovante 01234567', 'Boleto F-101']);
    expect(asked).toEqual([]);
    const receipt = await read(files[0]);
    expect(receipt && checkPdf(receipt).ok).toBe(true);
    expect(await read(files[1])).toBe(boletoPdf);
    expect(asked).toEqual([maria.document]);
  });

  it.each(['processing', 'for-person', 'refund-due', 'refunded'] as const)(
    'have no receipt while the ERP has not the payment (%s)',
    async (settlement) => {
      expect((await papersOf([paid], { settlement })).files).toEqual([]);
    },
  );

  it.each([{ open: [] }, { erpIsDown: true }])('have no boleto that cannot be had: %o', async (office) => {
    const { files } = await papersOf([printed], office);
    expect(await read(files[0])).toBeUndefined();
  });

  it('are links where the gateway hands them out, and are not made for that', async () => {
    const linkTo = (visitId: string, title: string) =>
      `https://totem/${visitId}/${title.split(' ', 1).join('')}`;
    const { files, asked } = await papersOf([printed, paid], { linkTo });
    expect(files).toEqual([
      { title: 'Comprovante 01234567', url: 'https://totem/v1/Comprovante' },
      { title: 'Boleto F-101', url: 'https://totem/v1/Boleto' },
    ]);
    expect(asked).toEqual([]);
    expect((await papersOf([paid], { linkTo: () => undefined })).files[0]).toHaveProperty('read');
  });
});
