import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import { type PrintDocument, printDocumentSchema } from '../../../src-main/printing/layout.ts';
import { hasGlyph } from '../../../src-main/printing/picture/font.ts';
import { renderPictures } from '../../../src-main/printing/picture/render-picture.ts';
import { genericProfile, type Paper } from '../../../src-main/printing/printer-profile.ts';
import { renderText } from '../../../src-main/printing/render-text.ts';
import { decodePaper } from '../../simulators/printer/decode-paper.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import { everyDocument } from './documents/every-document.ts';

const INK = 0x23;
const BLANK = 0x20;

const papers: readonly Paper[] = ['80mm', '58mm'];

/** The dots as text, without the blank rows at both ends. */
function inkOf(png: Buffer): string {
  const { width, height, data } = PNG.sync.read(png);
  const dots = Buffer.alloc(width * height);
  for (let index = 0; index < dots.length; index += 1) dots[index] = data[index * 4] === 0 ? INK : BLANK;
  const first = dots.indexOf(INK);
  const last = dots.lastIndexOf(INK);
  return dots.subarray(first - (first % width), last + width - (last % width)).toString('latin1');
}

/** To be looked at: DOCUMENT_PICTURES=/tmp/papers npx vitest … */
function keep(name: string, png: Buffer): void {
  const folder = process.env.DOCUMENT_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.png`, png);
}

describe.each(papers)('on %s paper', (paper) => {
  const { dots, columns } = genericProfile(paper);
  /** A printer that cuts, and takes a picture in one piece. */
  const profile = { ...genericProfile('80mm'), paper, dots, columns };
  const documents: [string, PrintDocument][] = Object.entries(everyDocument(profile.columns));

  it.each(documents)('%s is printed without a fault, and its codes decode', async (name, document) => {
    const printed = decodePaper(encodeDocument(document, genericProfile(paper)), { paperWidth: paper });
    expect(printed).toMatchObject({ unknown: [], strayControls: [], overflows: [] });
    for (const [index, { png }] of printed.papers.entries()) keep(`${paper}-${name}-${index}`, png);
    const codes = codesOf(document);
    if (codes.length > 0) expect(await readCodes(printed.papers.map(({ png }) => png))).toEqual(codes);
  });

  it.each(documents)('%s: the picture is what comes out of the printer, dot by dot', (_, document) => {
    const pictures = renderPictures(document, profile).map(inkOf);
    const printed = decodePaper(encodeDocument(document, profile), { paperWidth: paper });
    expect(pictures).toHaveLength(printed.papers.length);
    for (const [index, { png }] of printed.papers.entries()) {
      // Compared as one value: a difference of a million dots shall not be printed.
      expect(pictures[index] === inkOf(png)).toBe(true);
    }
  });

  it.each(documents)('%s as text has the printer’s words, and only codes are wider', (_, document) => {
    const text = renderText(document, profile.columns);
    const printed = decodePaper(encodeDocument(document, profile), { paperWidth: paper });
    const printedText = printed.papers.map((each) => each.text).join('\n');
    expect(wordsOf(text)).toBe(wordsOf(printedText));
    const widest = text.split('\n').filter((line) => !line.startsWith('['));
    expect(Math.max(...widest.map((line) => line.length))).toBe(profile.columns);
  });

  it.each(documents)('%s survives storage as JSON', (_, document) => {
    expect(printDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });
});

function codesOf(document: PrintDocument): string[] {
  return document.blocks
    .flatMap((block) => {
      if (block.kind === 'barcode') return [block.digits];
      return block.kind === 'qr' ? [block.text] : [];
    })
    .sort();
}

async function readCodes(pngs: readonly Buffer[]): Promise<string[]> {
  const symbols = await Promise.all(pngs.map(decodeBarcodes));
  return symbols
    .flat()
    .map(({ data }) => data)
    .sort();
}

/** Without rules, cuts, codes and blanks. */
function wordsOf(text: string): string {
  return text.replace(/^(\[.*\]|[- ]+)$/gm, '').replace(/[─\s]/g, '');
}

describe('the font of the pictures', () => {
  it('has every character that the code page lets through', () => {
    const all =
      'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´±‗¾¶§÷¸°¨·¹³²■';
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    expect([...ascii, ...all].filter((character) => !hasGlyph(character))).toEqual([]);
  });
});
