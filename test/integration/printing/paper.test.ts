import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReceiptInput, receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { type SlipInput, slipDocument } from '../../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import { asReprint, type PrintDocument } from '../../../src-main/printing/layout.ts';
import { printerModels } from '../../../src-main/printing/printer-models.ts';
import { type PrinterProfile, profileOf } from '../../../src-main/printing/printer-profile.ts';
import { decodePaper } from '../../simulators/printer/decode-paper.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import {
  bankBarcode,
  boletoOf,
  collectionBarcode,
  collectionLine,
  pixCode,
  receiptInput,
  slipInput,
} from '../../unit/printing/documents/sample-inputs.ts';
import { virtualPrinter } from './virtual-printer.ts';

function print(document: PrintDocument, profile: PrinterProfile) {
  return decodePaper(encodeDocument(document, profile), virtualPrinter(profile));
}

/** Nothing that a printer would stumble over, and nothing beside the paper. */
const sound = { unknown: [], strayControls: [], overflows: [] };

/** Words as an ERP holds them, some longer than a line. */
const portuguese = fc
  .array(
    fc.string({
      minLength: 1,
      maxLength: 60,
      unit: fc.constantFrom(...'abcáãçéíóõúÁÃÇÉÍÓÕÚ0123456789.,-/ªº&'),
    }),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((words) => words.join(' '));

describe.each(printerModels)('on the paper of %s', (model) => {
  const profile = profileOf(model);

  it('the boleto slip decodes to the 44 digits and the PIX text', async () => {
    const printed = print(slipDocument(slipInput), profile);
    expect(printed).toMatchObject(sound);
    const symbols = await decodeBarcodes(printed.png);
    expect(symbols).toHaveLength(2);
    expect(symbols).toContainEqual({ type: 'I2/5', data: bankBarcode });
    expect(symbols).toContainEqual({ type: 'QR-Code', data: pixCode });
  });

  const everyGraphics = ['raster', 'raster-doubled', 'stored'] as const;
  it.each(everyGraphics.slice(0, profile.language === 'escpos' ? 3 : 2))(
    'a collection slip decodes, sent as %s graphics',
    async (graphics) => {
      const document = slipDocument({ ...slipInput, boleto: boletoOf(collectionLine) });
      const printed = print(document, { ...profile, graphics });
      expect(printed).toMatchObject(sound);
      expect(await decodeBarcodes(printed.png)).toContainEqual({ type: 'I2/5', data: collectionBarcode });
    },
  );

  it('the receipt reads as it was written, accents and all', () => {
    const printed = print(receiptDocument({ ...receiptInput, writeOff: 'processing' }), profile);
    expect(printed).toMatchObject(sound);
    for (const words of ['COMPROVANTE DE PAGAMENTO PIX', 'R$ 123,45', 'NÃO É DOCUMENTO FISCAL']) {
      expect(printed.text).toContain(words);
    }
    expect(printed.text).toContain('ID da transação\nE00416968202611211732aBcDeFgHiJk');
    expect(printed.text).not.toContain('REIMPRESSÃO');
  });

  it('a paper is cut below its last line, if at all', () => {
    const papers = print(receiptDocument(receiptInput), profile).papers.filter(
      ({ text }) => text.trim() !== '',
    );
    expect(papers).toHaveLength(1);
    expect(papers[0]?.text).toContain('NÃO É DOCUMENTO FISCAL');
  });

  it('a reprint says so in large letters at its head', () => {
    const printed = print(asReprint(receiptDocument(receiptInput)), profile);
    expect(printed.text).toMatch(/^\s*REIMPRESSÃO\n/);
  });

  it('whatever the ERP writes: no overflow, no unknown command, no word of it lost', () => {
    const wild = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), portuguese);
    fc.assert(
      fc.property(wild, wild, portuguese, fc.nat(9_999_999_999), (header, name, address, cents) => {
        const slip: SlipInput = {
          ...slipInput,
          slipHeader: header,
          company: { ...slipInput.company, name, address },
          payer: { ...slipInput.payer, name },
          invoiceId: name,
          description: address,
          originalCents: cents,
        };
        const receipt: ReceiptInput = {
          ...receiptInput,
          receiptHeader: header,
          payer: { ...receiptInput.payer, maskedName: name },
          invoices: [{ id: name, description: address, amountCents: cents }],
          amountCents: cents,
        };
        for (const document of [slipDocument(slip), receiptDocument(receipt)]) {
          const printed = print(document, profile);
          expect(printed).toMatchObject(sound);
          expect(withoutBlanks(printed.text)).toContain(withoutBlanks(address));
        }
      }),
      { numRuns: model.startsWith('generic') ? 25 : 5 },
    );
  }, 60_000);
});

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
