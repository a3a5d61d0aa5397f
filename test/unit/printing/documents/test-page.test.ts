import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  SAMPLE_BARCODE,
  SAMPLE_QR,
  testPageDocument,
} from '../../../../src-main/printing/documents/test-page.ts';
import { encodeDocument } from '../../../../src-main/printing/escpos/encode.ts';
import { genericProfile, type Paper } from '../../../../src-main/printing/printer-profile.ts';
import { decodePaper } from '../../../simulators/printer/decode-paper.ts';
import { decodeBarcodes } from '../../../simulators/printer/zbar.ts';

function print(paper: Paper) {
  const profile = genericProfile(paper);
  const page = testPageDocument({
    terminalId: 'T01',
    port: '/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0, 115200',
    columns: profile.columns,
    cutter: profile.cut !== 'none',
    printedAt: Date.UTC(2026, 10, 21, 12),
    timeZone: 'America/Sao_Paulo',
  });
  const printed = decodePaper(encodeDocument(page, profile), { paperWidth: paper });
  // To be looked at: TEST_PAGE_PICTURES=/tmp/pages npx vitest …
  const folder = process.env.TEST_PAGE_PICTURES;
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${paper}.png`, printed.png);
  }
  return { ...printed, columns: profile.columns };
}

describe.each(['80mm', '58mm'] as const)('the test page on %s paper', (paper) => {
  it('fits, and says nothing that the printer does not know', () => {
    const { overflows, unknown, strayControls, papers } = print(paper);
    expect({ overflows, unknown, strayControls }).toEqual({ overflows: [], unknown: [], strayControls: [] });
    expect(papers).toHaveLength(1);
  });

  it('shows every accented letter as it is', () => {
    const { text } = print(paper);
    for (const letter of 'áàâãäéèêíìóòôõöúùüçñÁÀÂÃÄÉÈÊÍÌÓÒÔÕÖÚÙÜÇÑªº§°') expect(text).toContain(letter);
    expect(text).toContain('21/11/2026 às 09:00:00');
  });

  it('has a ruler of exactly one line', () => {
    const { text, columns } = print(paper);
    const ruler = text.split('\n').find((line) => line.startsWith('1234567890'));
    expect(ruler).toHaveLength(columns);
  });

  it('has both codes, which scan and are marked as samples', async () => {
    const { png, text } = print(paper);
    const symbols = await decodeBarcodes(png);
    expect(symbols.map(({ data }) => data).sort()).toEqual([SAMPLE_BARCODE, SAMPLE_QR].sort());
    expect(text.match(/AMOSTRA SEM VALOR/g)).toHaveLength(2);
  });
});

describe('the sample barcode', () => {
  it('is sound, of a bank that does not exist and over nothing', () => {
    expect(SAMPLE_BARCODE).toMatch(/^\d{44}$/);
    expect(SAMPLE_BARCODE.slice(0, 3)).toBe('000');
    expect(SAMPLE_BARCODE.slice(5, 19)).toBe('0'.repeat(14));
    // FEBRABAN: modulo 11 with weights 2 to 9 from the right, over all but the digit itself.
    const digits = [...SAMPLE_BARCODE.slice(0, 4), ...SAMPLE_BARCODE.slice(5)].reverse();
    const sum = digits.reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
    const check = 11 - (sum % 11);
    expect(Number(SAMPLE_BARCODE.charAt(4))).toBe(check > 9 ? 1 : check);
  });
});
