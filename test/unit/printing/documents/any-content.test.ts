import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBrl } from '../../../../src-main/domain/money.ts';
import { printableText } from '../../../../src-main/domain/text.ts';
import type { Company } from '../../../../src-main/printing/documents/company.ts';
import { copySlipDocument } from '../../../../src-main/printing/documents/copy-slip.ts';
import { pixSlipDocument } from '../../../../src-main/printing/documents/pix-slip.ts';
import { refusalProtocolDocument } from '../../../../src-main/printing/documents/protocol.ts';
import { receiptDocument } from '../../../../src-main/printing/documents/receipt.ts';
import { requestProtocolDocument } from '../../../../src-main/printing/documents/request-protocol.ts';
import { slipDocument } from '../../../../src-main/printing/documents/slip.ts';
import { statementDocument } from '../../../../src-main/printing/documents/statement.ts';
import { toCodePage } from '../../../../src-main/printing/escpos/code-page.ts';
import { encodeDocument } from '../../../../src-main/printing/escpos/encode.ts';
import type { PrintDocument } from '../../../../src-main/printing/layout.ts';
import { renderPictures } from '../../../../src-main/printing/picture/render-picture.ts';
import { printerModels } from '../../../../src-main/printing/printer-models.ts';
import { genericProfile, type Paper, profileOf } from '../../../../src-main/printing/printer-profile.ts';
import { renderText } from '../../../../src-main/printing/render-text.ts';
import { typeset } from '../../../../src-main/printing/typeset.ts';
import { virtualPrinter } from '../../../integration/printing/virtual-printer.ts';
import { decodePaper } from '../../../simulators/printer/decode-paper.ts';
import { decodeBarcodes } from '../../../simulators/printer/zbar.ts';
import {
  fiscalNoteInput,
  pixSlipInput,
  refusalInput,
  statementInput,
  ticketInput,
} from './every-document.ts';
import { boletoOf, collectionLine, receiptInput, slipInput } from './sample-inputs.ts';

const papers: readonly Paper[] = ['80mm', '58mm'];

const letter = fc.constantFrom(...'abcáãçéíóõúÁÃÇÉÍÓÕÚ0123456789.,-/ªº&–€’');
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: letter }),
  fc.string({ minLength: 30, maxLength: 70, unit: letter }),
);
/** Words as an ERP holds them, some longer than a line; it begins with a letter, so that it is no ruler. */
const portuguese = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `A${words.join(' ')}`);
/** Anything at all: commands, broken characters, other scripts. */
const wild = fc.string({ unit: 'binary', maxLength: 120 }).map((text) => `A${text}`);
const text = fc.oneof(portuguese, wild);
const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
const date = fc.constantFrom('2026-11-21', '2024-02-29', '1999-12-31');

interface Content {
  readonly name: string;
  readonly address: string;
  readonly words: string;
  readonly amountCents: number;
  readonly rows: readonly { readonly description: string; readonly amountCents: number }[];
  readonly day: string;
}

const content: fc.Arbitrary<Content> = fc.record({
  name: text,
  address: text,
  words: text,
  amountCents: cents,
  rows: fc.array(fc.record({ description: portuguese, amountCents: cents }), { maxLength: 8 }),
  day: date,
});

const longWord = 'Pneumoultramicroscopicossilicovulcanoconiótico'.repeat(3);

/** Tried always: words longer than any line and at every place of it, the largest amounts, many rows. */
const extreme: Content = {
  name: `Companhia ${longWord} & Filhos`,
  address: Array.from({ length: 70 }, (_, index) => `n${'º'.repeat(index)}`).join(' '),
  words: longWord,
  amountCents: 99_999_999_999,
  rows: Array.from({ length: 60 }, (_, index) => ({
    description: `Mensalidade ${'9'.repeat(index)}`,
    amountCents: index % 3 === 0 ? -index : 10 ** (index % 12),
  })),
  day: '2026-11-21',
};

/** Each document with the content in every place that others fill, and what has to stand on it. */
function documentsOf(content: Content): [string, PrintDocument, readonly string[]][] {
  const { name, address, words, amountCents, rows, day } = content;
  const company: Company = { name, address, document: name, supportPhone: words };
  const invoices = rows.map((row, index) => ({ ...row, id: `${index + 1}` }));
  const customer = { maskedName: name, document: words };
  const listed = rows.flatMap((row) => [row.description, formatBrl(row.amountCents)]);
  const amount = formatBrl(amountCents);
  const paid = { ...receiptInput, company, payer: customer, invoices, amountCents };
  const matter = { ...refusalInput, company, customer, protocol: words, invoices, amountCents };
  const { slipHeader: _, receiptHeader: __, ...slip } = slipInput;
  return [
    [
      'slip',
      slipDocument({
        ...slip,
        company,
        payer: { name: words, document: name },
        invoiceId: name,
        description: address,
        originalCents: amountCents,
        terminalId: words,
      }),
      [name, address, words, amount],
    ],
    ['receipt', receiptDocument({ ...paid, receiptHeader: address }), [name, address, ...listed, amount]],
    [
      'receipt in two copies',
      receiptDocument({ ...paid, writeOff: 'processing', copies: ['customer', 'company'], reprint: true }),
      [name, ...listed, amount],
    ],
    [
      'PIX slip',
      pixSlipDocument({ ...pixSlipInput, company, payeeName: words, invoices, amountCents }),
      [name, address, words, ...listed, amount, pixSlipInput.brCode],
    ],
    [
      'ticket',
      requestProtocolDocument({
        ...ticketInput,
        company,
        customer,
        protocol: name,
        subject: address,
        message: words,
        remarks: name,
      }),
      [name, address, words],
    ],
    ['refusal', refusalProtocolDocument(matter), [name, address, words, ...listed, amount]],
    [
      'fiscal note',
      copySlipDocument({
        ...fiscalNoteInput,
        company,
        customer,
        number: name,
        identification: address,
        protocol: words,
        amountCents,
      }),
      [name, address, words, amount],
    ],
    [
      'statement',
      statementDocument({
        ...statementInput,
        company,
        customer,
        rows: rows.map((row, index) => ({
          ...row,
          dueDate: day,
          ...(index % 2 === 0 && { paid: { on: day, amountCents: row.amountCents } }),
        })),
      }),
      [name, address, ...listed],
    ],
  ];
}

function withoutBlanks(words: string): string {
  return toCodePage(printableText(words)).replace(/\s/g, '');
}

describe.each(printerModels)('whatever others write, on %s', (model) => {
  const profile = profileOf(model);
  // Long papers take a second each to be drawn: one of each width is enough.
  const isUsual = model === 'generic-80mm' || model === 'generic-58mm';
  const example = isUsual ? extreme : { ...extreme, rows: extreme.rows.slice(-8) };

  it('nothing overflows, no character is lost, no command is unknown', () => {
    fc.assert(
      fc.property(content, (filled) => {
        for (const [name, document, expected] of documentsOf(filled)) {
          const printed = decodePaper(encodeDocument(document, profile), virtualPrinter(profile));
          const { unknown, strayControls, overflows } = printed;
          expect({ name, unknown, strayControls, overflows }).toEqual({
            name,
            unknown: [],
            strayControls: [],
            overflows: [],
          });
          const shown = withoutBlanks(printed.papers.map((each) => each.text).join('\n'));
          const lost = expected.filter((words) => !shown.includes(withoutBlanks(words)));
          expect({ name, lost }).toEqual({ name, lost: [] });
        }
      }),
      { numRuns: isUsual ? 3 : 1, examples: [[example]] },
    );
  }, 60_000);
});

describe.each(papers)('whatever others write, on %s paper', (paper) => {
  const profile = genericProfile(paper);
  const { columns } = profile;

  it('the plain text keeps within the columns and loses nothing', () => {
    fc.assert(
      fc.property(content, (filled) => {
        for (const [name, document, expected] of documentsOf(filled)) {
          const text = renderText(document, columns);
          const tooWide = text.split('\n').filter((line) => line.length > columns && !isCode(line));
          expect({ name, tooWide }).toEqual({ name, tooWide: [] });
          expect({ name, overlong: overlongLines(document, columns) }).toEqual({ name, overlong: [] });
          const shown = withoutBlanks(text);
          const lost = expected.filter((words) => !shown.includes(withoutBlanks(words)));
          expect({ name, lost }).toEqual({ name, lost: [] });
        }
      }),
      { numRuns: 40, examples: [[extreme]] },
    );
  }, 60_000);

  it('amounts end at the right edge', () => {
    fc.assert(
      fc.property(content, ({ rows, ...filled }) => {
        const documents = new Map(
          documentsOf({ ...filled, rows }).map(([name, document]) => [name, document]),
        );
        const lines = renderText(documents.get('statement') ?? { blocks: [] }, columns).split('\n');
        for (const { amountCents } of rows) {
          const amount = formatBrl(amountCents);
          expect(lines.some((line) => line.endsWith(` ${amount}`) && line.length === columns)).toBe(true);
        }
      }),
    );
  }, 60_000);

  it('a picture can be made of it', () => {
    fc.assert(
      fc.property(content, (filled) => {
        for (const [, document] of documentsOf(filled)) {
          expect(renderPictures(document, profile).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2 },
    );
  }, 60_000);

  it('QR codes of every length and any barcode decode', async () => {
    const codes = fc.string({
      minLength: 30,
      maxLength: 512,
      unit: fc.constantFrom(...'0123456789abcdefABCDEF.-/* '),
    });
    const lineOf = fc.constantFrom(slipInput.boleto, boletoOf(collectionLine));
    await fc.assert(
      fc.asyncProperty(codes, lineOf, async (code, boleto) => {
        const pixCode = `0002${code.trim()}`;
        const document = slipDocument({ ...slipInput, boleto, pixCode });
        const { png } = decodePaper(encodeDocument(document, profile), { paperWidth: paper });
        const decoded = (await decodeBarcodes(png)).map(({ data }) => data).sort();
        expect(decoded).toEqual([pixCode, boleto.barcode].sort());
      }),
      { numRuns: 3, examples: [[`x${'9a'.repeat(253)}`, slipInput.boleto]] },
    );
  }, 60_000);
});

/** Printers break a line that is too long where it happens to end, mid-word: nothing is lost, but it looks so. */
function overlongLines(document: PrintDocument, columns: number): readonly string[] {
  return typeset(document, { columns, prepare: toCodePage }).flatMap((item) => {
    if (item.kind !== 'line') return [];
    const room = item.size === 'wide' || item.size === 'large' ? columns / 2 : columns;
    return item.text.length > room ? [item.text] : [];
  });
}

function isCode(line: string): boolean {
  return /^\[(QR|Código de barras): /.test(line);
}
