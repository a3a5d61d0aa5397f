import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { parseTypeableLine } from '../../../src-main/domain/boleto.ts';
import { SAMPLE_BARCODE } from '../../../src-main/printing/documents/test-page.ts';
import { previewPapers } from '../../../src-main/technician/paper-preview.ts';
import { samplePapers } from '../../../src-main/technician/sample-papers.ts';
import { settingsWith } from '../../integration/technician/probe-setup.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const terminal = {
  id: 'T01',
  companyName: 'Rede Horizonte de Telecomunicações e Serviços Ltda.',
  companyDocument: '33000167000101',
  companyAddress: 'Avenida Presidente Juscelino Kubitschek de Oliveira, 1500, Campinas - SP',
  supportPhone: '0800 000 0000',
};

/** A wordmark: dark bars on white, 400 × 160. */
function wordmark(): Buffer {
  const png = new PNG({ width: 400, height: 160 });
  for (let index = 0; index < 400 * 160; index += 1) {
    const dark = (index % 400) % 40 < 24;
    png.data.set(dark ? [10, 90, 70, 255] : [255, 255, 255, 255], index * 4);
  }
  return PNG.sync.write(png);
}

/** To be looked at: DOCUMENT_PICTURES=/tmp/papers npx vitest … */
function keep(name: string, picture: Buffer): void {
  const folder = process.env.DOCUMENT_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.png`, picture);
}

async function preview(printer: object | undefined, logo?: { name: string; content: string | Buffer }) {
  const dataFolder = temporaryFolder();
  if (logo) writeFileSync(path.join(dataFolder, logo.name), logo.content);
  const settings = settingsWith({
    terminal: { ...terminal, ...(logo && { logo: logo.name }) },
    ...(printer && { printer: { tcp: { host: '10.0.0.9' }, ...printer } }),
  });
  return previewPapers({ dataFolder, settings, clock: new ManualClock() });
}

function pictureOf(url: string | undefined): Buffer {
  return Buffer.from((url ?? '').replace('data:image/png;base64,', ''), 'base64');
}

describe('the papers of the draft as pictures', () => {
  it.each([
    ['generic-80mm', 576],
    ['generic-58mm', 384],
    ['daruma-dr800', 576],
  ])('of %s are as wide as its paper, and their codes decode', async (model, dots) => {
    const shown = await preview({ model, logo: true }, { name: 'logo.png', content: wordmark() });
    if (shown.outcome !== 'papers') throw new Error(JSON.stringify(shown));
    expect(shown).toMatchObject({ logo: 'printed', paper: dots === 384 ? '58mm' : '80mm' });
    expect(shown.papers.map(({ kind }) => kind)).toEqual(['slip', 'receipt', 'pix-slip']);
    for (const { kind, pictures } of shown.papers) {
      expect(pictures).toHaveLength(1);
      const picture = pictureOf(pictures[0]);
      keep(`preview-${model}-${kind}`, picture);
      expect(PNG.sync.read(picture).width).toBe(dots);
    }
    const codes = await decodeBarcodes(pictureOf(shown.papers[0]?.pictures[0]));
    expect(codes).toContainEqual({ type: 'I2/5', data: SAMPLE_BARCODE });
  });

  it.each([
    ['off', { logo: false }, { name: 'logo.png', content: wordmark() }],
    ['missing', { logo: true }, undefined],
    ['not-png', { logo: true }, { name: 'logo.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' }],
  ] as const)('say that the logo is %s', async (state, printer, logo) => {
    expect(await preview(printer, logo)).toMatchObject({ outcome: 'papers', logo: state });
  });

  it('are both copies of a receipt where the settings want both', async () => {
    const shown = await preview({ copies: 'customer-and-company' });
    expect(shown.outcome === 'papers' && shown.papers[1]?.pictures.length).toBe(2);
  });

  it('are none of a printer whose profile cannot be used, or of none', async () => {
    expect(await preview({ model: 'nobody' })).toMatchObject({
      outcome: 'unfit',
      problems: [{ field: 'printer.model' }],
    });
    expect(await preview(undefined)).toMatchObject({ outcome: 'unfit' });
  });

  it('hold a typed line that belongs to their barcode', () => {
    const company = { name: 'A', document: '33000167000101', address: 'B' };
    const [slip] = samplePapers({ company, terminalId: 'T', timeZone: 'America/Sao_Paulo', printedAt: 0 });
    const line = slip?.[1].blocks.flatMap((block) =>
      block.kind === 'text' && block.text.startsWith('00091') ? [block.text.replace(/\D/g, '')] : [],
    )[0];
    expect(parseTypeableLine(line ?? '')).toMatchObject({ ok: true, value: { barcode: SAMPLE_BARCODE } });
  });
});
