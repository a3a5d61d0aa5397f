import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { decodePaper } from '../simulators/printer/decode-paper.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import { runScript } from '../support/script.ts';

/** The promise of issue 2, written down once more: the demo's own schema is not asked. */
const reportSchema = z.strictObject({
  runtime: z.string().min(1),
  steps: z
    .array(z.strictObject({ name: z.string(), ms: z.number().nonnegative(), picture: z.string() }))
    .min(20),
  contactPanel: z.string(),
  papers: z.array(z.strictObject({ picture: z.string(), bytes: z.string(), text: z.string().min(1) })),
  ledgers: z.strictObject({
    erp: z.strictObject({
      writeOffs: z.array(
        z.strictObject({
          invoiceId: z.string(),
          at: z.iso.datetime(),
          idempotencyKey: z.string().min(1),
          times: z.literal(1),
        }),
      ),
      writes: z.array(z.strictObject({ operation: z.string(), idempotencyKey: z.string().min(1) })),
    }),
    psp: z.strictObject({
      charges: z.array(
        z.strictObject({ txid: z.string(), status: z.string(), amount: z.string().regex(/^\d+\.\d\d$/) }),
      ),
    }),
    chat: z.array(z.looseObject({ event: z.string() })),
    chatMessages: z.array(z.looseObject({ number: z.string(), text: z.string() })),
    crm: z.array(z.looseObject({ fields: z.looseObject({ Description: z.string() }) })),
    seniorCrm: z.array(z.looseObject({ ends: z.number() })),
  }),
});

/** What a newcomer is promised (milliseconds): beyond it something hangs. */
const promisedMs = 120_000;

let folder: string;
let report: z.output<typeof reportSchema>;

const read = (name: string) => readFile(join(folder, name));

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'balcao-test-')), 'output');
  const demo = runScript(['scripts/demo.ts', '--brief', '--out', folder]);
  expect(await demo.ended, demo.output()).toBe(0);
  await vi.waitFor(() => expect(demo.anythingLeft()).toBe(false), { timeout: 10_000 });
  report = reportSchema.parse(JSON.parse((await read('report.json')).toString('utf8')));
}, promisedMs);

afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('the demo without a display', () => {
  test('leaves a picture of every screen at the size of the kiosk', async () => {
    for (const { picture } of report.steps) {
      const { width, height } = PNG.sync.read(await read(picture));
      expect({ picture, width, height }).toEqual({ picture, width: 1080, height: 1920 });
    }
    const named = report.steps.map(({ picture }) => picture);
    const pictures = (await readdir(folder)).filter((name) => /^\d+-.*\.png$/.test(name));
    expect(pictures.toSorted()).toEqual(named.toSorted());
  });

  test('walks the whole visit', () => {
    const names = report.steps.map(({ name }) => name);
    const wholeVisit = [
      'attract',
      'document',
      'document-wrong-check-digit',
      'second-factor',
      'invoices',
      'invoice-overdue',
      'slip-printed',
      'pix',
      'paid',
      'thanks',
      'attract-again',
    ];
    expect(names.filter((name) => wholeVisit.includes(name))).toEqual(wholeVisit);
  });

  test('walks the technician’s area: PIN, state, and a test of the ERP that shows what came back', () => {
    const names = report.steps.map(({ name }) => name).filter((name) => name.startsWith('technician-'));
    expect(names).toEqual([
      'technician-choose-pin',
      'technician-state',
      'technician-erp',
      'technician-erp-document',
      'technician-erp-tested',
      'technician-erp-exchange',
      'technician-left',
    ]);
  });

  test('leaves boletos whose bars an independent reader decodes, and the ERP’s PIX beside one', async () => {
    const slips = report.papers.filter(({ picture }) => picture.includes('slip'));
    const decoded = await Promise.all(slips.map(async ({ picture }) => decodeBarcodes(await read(picture))));
    expect(decoded.map((symbols) => symbols.map(({ type }) => type).toSorted())).toEqual([
      ['I2/5'],
      ['I2/5', 'QR-Code'],
    ]);
    const barcodes = decoded.flat().filter(({ type }) => type === 'I2/5');
    for (const { data } of barcodes) expect(data).toMatch(/^\d{44}$/);
    const qr = decoded.flat().find(({ type }) => type === 'QR-Code');
    expect(slips[1]?.text).toContain(`[QR: ${qr?.data}]`);
  });

  test('leaves for each paper the bytes that make it', async () => {
    const kinds = report.papers.map(({ picture }) => /[a-z]+(?=\.png$)/.exec(picture)?.[0]);
    expect(kinds).toEqual(['protocol', 'statement', 'ticket', 'slip', 'receipt', 'slip']);
    for (const { bytes, text } of report.papers) {
      const paper = decodePaper(await read(bytes));
      expect({ bytes, text: paper.text, unknown: paper.unknown, stray: paper.strayControls }).toEqual({
        bytes,
        text,
        unknown: [],
        stray: [],
      });
    }
  });

  test('ends with one charge paid, written off once, and told to chat and CRM', () => {
    const { erp, psp, chat, chatMessages, crm, seniorCrm } = report.ledgers;
    expect(psp.charges).toEqual([{ txid: expect.any(String), status: 'CONCLUIDA', amount: '133.02' }]);
    expect(erp.writeOffs.map(({ invoiceId }) => invoiceId)).toEqual(['910001']);
    expect(chat.filter(({ event }) => event === 'OnEndConversation')).toHaveLength(3);
    expect(chat.map(({ event }) => event)).toContain('OnGetChatMessageSugestion');
    expect(chatMessages[0]).toMatchObject({ number: '54987654321' });
    expect(crm[1]?.fields.Description).toContain('Baixa da fatura 910001 confirmada');
    expect(seniorCrm.map(({ ends }) => ends)).toEqual([1, 1, 1]);
  });

  test('asks the ERP once for each thing besides paying, and keeps the contact panel', async () => {
    const asked = report.ledgers.erp.writes.map(({ operation }) => operation);
    expect(asked).toEqual(['trustUnlock', 'createTicket']);
    expect(PNG.sync.read(await read(report.contactPanel)).width).toBe(300);
  });
});
