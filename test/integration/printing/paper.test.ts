import { describe, expect, it } from 'vitest';
import { receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { slipDocument } from '../../../src-main/printing/documents/slip.ts';
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
});
