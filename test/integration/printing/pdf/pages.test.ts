import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { formatTypeableLine } from '../../../../src-main/domain/boleto.ts';
import { formatBrl } from '../../../../src-main/domain/money.ts';
import { checkPdf } from '../../../../src-main/domain/pdf.ts';
import type { BoletoPdf } from '../../../../src-main/printing/pdf/boleto-pdf.ts';
import { makePdf } from '../../../../src-main/printing/pdf/make-pdf.ts';
import { decodeBarcodes } from '../../../simulators/printer/zbar.ts';
import {
  bankBarcode,
  boletoOf,
  collectionBarcode,
  collectionLine,
  pixCode,
  receiptInput,
  slipInput,
} from '../../../unit/printing/documents/sample-inputs.ts';
import { darkBox, lettersOf, pageCount, pictureOf, withoutSpaces } from './open-pdf.ts';

const collection = { ...slipInput, boleto: boletoOf(collectionLine) };

const boletoPdf = (input: BoletoPdf) => makePdf({ kind: 'boleto', input });

/** Room for the bars, their quiet zones left out; nothing else may stand there. */
const barsArea = { left: 5, top: 277.2, right: 128, bottom: 297 };

describe.each([
  ['bank', slipInput, bankBarcode],
  ['collection', collection, collectionBarcode],
])('the %s boleto', (_, input, barcode) => {
  it('decodes to the 44 digits and the PIX text at 200 dpi', async () => {
    const symbols = await decodeBarcodes(await pictureOf(await boletoPdf(input), 200));
    expect(symbols).toHaveLength(2);
    expect(symbols).toContainEqual({ type: 'I2/5', data: barcode });
    expect(symbols).toContainEqual({ type: 'QR-Code', data: pixCode });
  });

  it('has bars of 103 × 13 mm where FEBRABAN wants them, alone', async () => {
    const { left, top, width, height } = await darkBox(await boletoPdf(input), barsArea);
    expect(Math.abs(width - 103)).toBeLessThan(0.2);
    expect(Math.abs(height - 13)).toBeLessThan(0.2);
    expect(Math.abs(297 - (top + height / 2) - 12)).toBeLessThan(0.2);
    expect(left).toBeGreaterThanOrEqual(5);
  });

  it('says what a boleto must say, on one page', async () => {
    const pdf = await boletoPdf(input);
    expect(pageCount(pdf)).toBe(1);
    expect(checkPdf(pdf).ok).toBe(true);
    const letters = await lettersOf(pdf);
    for (const text of [
      formatTypeableLine(input.boleto),
      'Fibra do Vale Telecomunicações Ltda. - CNPJ 33.000.167/0001-01',
      'Rua das Acácias, 1200, Sala 3, Centro - Blumenau - SC, 89010-100',
      'Maria Aparecida da Conceição e Silva - CPF ***.982.247-**',
      '2026110045',
      '21/12/2026',
      'R$ 123,45',
    ]) {
      // Once on the payer's part, once on the bank's.
      expect(letters.split(withoutSpaces(text)).length - 1, text).toBe(2);
    }
    expect(letters).not.toContain('52998224725');
  });
});

describe('the bank boleto', () => {
  it('has typed line digits of 3.5 to 4 mm at the top right of the bank’s part', async () => {
    const line = await darkBox(await boletoPdf(slipInput), { left: 59, top: 195, right: 205, bottom: 202.7 });
    expect(line.height).toBeGreaterThanOrEqual(3.5);
    expect(line.height).toBeLessThanOrEqual(4);
    expect(line.left + line.width).toBeGreaterThan(199);
  });

  it('fills in what is known, and says which bank it is', async () => {
    const letters = await lettersOf(
      await boletoPdf({
        ...slipInput,
        overdueCents: 12999,
        ourNumber: '109/12345678-9',
        wallet: '109',
        agencyAndAccount: '0057/12345-7',
        documentKind: 'DS',
        issueDate: '2026-11-01',
        instructions: 'Multa de 2% após o vencimento.',
        payerAddress: 'Rua São João, 10\nItajaí - SC',
      }),
    );
    for (const text of [
      'Itaú',
      '341-7',
      '109/12345678-9',
      '0057/12345-7',
      'DS',
      '01/11/2026',
      'Multa de 2% após o vencimento.',
      'Rua São João, 10 - Itajaí - SC',
      'Vencido. Total em 21/11/2026: R$ 129,99',
      'FICHA DE COMPENSAÇÃO',
      'RECIBO DO PAGADOR',
    ]) {
      expect(letters).toContain(withoutSpaces(text));
    }
  });

  it('has no QR without a PIX text of its own', async () => {
    const { pixCode: _, ...withoutPix } = slipInput;
    const pdf = await boletoPdf(withoutPix);
    const symbols = await decodeBarcodes(await pictureOf(pdf, 200));
    expect(symbols).toEqual([{ type: 'I2/5', data: bankBarcode }]);
    expect(await lettersOf(pdf)).not.toContain('PIX');
  });

  it('draws the longest PIX text that there is so that it can be read', async () => {
    const longest = `${pixCode}${'A1b2.C3d/'.repeat(40)}`.slice(0, 512);
    const symbols = await decodeBarcodes(
      await pictureOf(await boletoPdf({ ...slipInput, pixCode: longest }), 200),
    );
    expect(symbols).toContainEqual({ type: 'QR-Code', data: longest });
  });

  it.each([
    ['PNG', `data:image/png;base64,${PNG.sync.write(greenSquare()).toString('base64')}`],
    [
      'SVG',
      svgLogo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'),
    ],
  ])('shows a %s logo at the top left', async (_, logo) => {
    const { left, top, width, height } = await darkBox(await boletoPdf({ ...slipInput, logo }), {
      left: 5,
      top: 5,
      right: 50,
      bottom: 30,
    });
    expect([left, top, width, height].map(Math.round)).toEqual([10, 10, 18, 18]);
  });

  it('refuses an SVG logo that names a picture, which would be read from the disk', async () => {
    const logo = svgLogo(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/logo.png"/></svg>',
    );
    await expect(boletoPdf({ ...slipInput, logo })).rejects.toThrow('a picture in the logo');
  });
});

describe('the receipt', () => {
  it('says what was paid, by whom and to whom', async () => {
    const pdf = await makePdf({ kind: 'receipt', input: { ...receiptInput, writeOff: 'processing' } });
    expect(pageCount(pdf)).toBe(1);
    const letters = await lettersOf(pdf);
    for (const text of [
      'R$ 123,45',
      '20/11/2026 às 23:31:44',
      'Fibra do Vale Telecomunicações Ltda.',
      'Maria S.',
      'CPF ***.982.247-**',
      'Fatura 2026110045',
      'E00416968202611211732aBcDeFgHiJk',
      '7978c0c97ea847e78e8849634473c1f1',
      'Baixa em processamento',
      'NÃO É DOCUMENTO FISCAL',
    ]) {
      expect(letters).toContain(withoutSpaces(text));
    }
    expect(letters).not.toContain(withoutSpaces('2ª VIA'));
  });

  it('goes on over further pages when it settles many invoices, and says when it is a second copy', async () => {
    const invoices = Array.from({ length: 60 }, (_, index) => ({
      id: `INV-${index}-END`,
      description: 'Mensalidade',
      amountCents: 1000 + index,
    }));
    const pdf = await makePdf({ kind: 'receipt', input: { ...receiptInput, invoices, reprint: true } });
    expect(pageCount(pdf)).toBe(4);
    const letters = await lettersOf(pdf);
    for (const { id } of invoices) expect(letters).toContain(id);
    expect(letters).toContain(withoutSpaces('2ª VIA'));
  });
});

const portuguese = (maxLength: number) =>
  fc.string({
    minLength: 1,
    maxLength,
    unit: fc.constantFrom(...'abcáãçéíóõúâêôàüÁÃÇÉÍÓÕÚÂÊÔÀ0123456789.,-/ªº&   '),
  });

describe('whatever the ERP says', () => {
  it('Portuguese of common length is all there', async () => {
    const input = fc.record({
      name: portuguese(60),
      address: portuguese(70),
      company: portuguese(60),
      originalCents: fc.integer({ min: 1, max: 999_999_999_999 }),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ name, address, company, originalCents }) => {
        const pdf = await boletoPdf({
          ...slipInput,
          originalCents,
          payer: { ...slipInput.payer, name },
          payerAddress: address,
          company: { ...slipInput.company, name: company, address },
        });
        expect(pageCount(pdf)).toBe(1);
        const letters = await lettersOf(pdf);
        for (const text of [name, address, company, formatBrl(originalCents)]) {
          expect(letters).toContain(withoutSpaces(text));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('any text of any length makes one page', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'Wç \n'), minLength: 500, maxLength: 6000 }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (one, other, third) => {
        const pdf = await boletoPdf({
          ...slipInput,
          slipHeader: one,
          company: { name: other, document: third, address: one, supportPhone: other },
          payer: { name: third, document: one },
          invoiceId: other,
          description: third,
          instructions: one,
          ourNumber: other,
          terminalId: third,
        });
        expect(pageCount(pdf)).toBe(1);
        expect(checkPdf(pdf).ok).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

function greenSquare(): PNG {
  const png = new PNG({ width: 40, height: 40 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([0, 90, 40, 255], at);
  return png;
}

function svgLogo(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
