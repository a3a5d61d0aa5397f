import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Copy,
  type CopyDesk,
  createCopyDesk,
} from '../../../src-main/attendance/second-copies/copy-desk.ts';
import { failure, success } from '../../../src-main/domain/result.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { PrintDocument } from '../../../src-main/printing/layout.ts';
import { defaultErpToken, type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { type ErpBSimulator, startErpBSimulator } from '../../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { words } from '../../unit/printing/documents/plain-text.ts';
import { type ErpPlace, openCounter } from './counter.ts';

const { maria } = customers;
const mapping = createMappingEngine({ timeBoundMs: 20_000 });
const pdf = '%PDF-1.4\nof the note\n%%EOF\n';

let a: ErpSimulator;
let b: ErpBSimulator;

beforeEach(async () => {
  a = await startErpSimulator();
  b = await startErpBSimulator();
});

afterEach(async () => {
  await a.close();
  await b.close();
});

afterAll(() => mapping.close());

async function openDesk(...contracts: readonly ('a' | 'b')[]) {
  const places: Readonly<Record<'a' | 'b', ErpPlace>> = {
    a: { contract: 'a', url: a.url, erpId: maria.id },
    b: { contract: 'b', url: b.url, erpId: customersB.maria.id },
  };
  const { document } = contracts[0] === 'b' ? customersB.maria : maria;
  const erps = Object.fromEntries(contracts.map((contract) => [contract, places[contract]]));
  const { care, customer, log } = await openCounter(document, erps, mapping);
  const shown: string[] = [];
  const printed: PrintDocument[] = [];
  const desk = createCopyDesk({
    care,
    pages: {
      async show(fetch) {
        const bytes = await fetch();
        if (!bytes) return failure('unavailable');
        shown.push(Buffer.from(bytes).toString('latin1'));
        return success({ id: '1', pages: [], pageCount: 1 });
      },
    },
    queue: {
      enqueue({ document: paper }) {
        printed.push(paper);
        return `job-${printed.length}`;
      },
    },
    terminal: {
      id: 'T01',
      timeZone: 'America/Sao_Paulo',
      company: { name: 'Rede Horizonte', document: '33000167000101', address: 'Av. Brasil, 1500' },
    },
    secrets: [defaultErpToken],
    clock: new ManualClock(),
    log,
  });
  const owner = { document, customer };
  return { desk, owner, shown, printed, log };
}

async function notesOf({ desk, owner }: { desk: CopyDesk; owner: Parameters<CopyDesk['read']>[1] }) {
  const read = await desk.read('fiscal-note', owner);
  if (!read.ok || read.value.kind === 'statement') throw new Error('no list of notes');
  return read.value;
}

function first(copies: readonly Copy[]): Copy {
  const [copy] = copies;
  if (!copy) throw new Error('there is no copy');
  return copy;
}

describe('second copies at an ERP of contract A', () => {
  it('are notes with the newest first, declarations and a statement', async () => {
    const at = await openDesk('a');
    expect(at.desk.kindsFor(at.owner.customer)).toEqual(['fiscal-note', 'statement', 'debt-clearance']);
    const { copies } = await notesOf(at);
    expect(copies.map(({ row }) => row)).toMatchObject([
      { number: '000.124', postedOn: '2026-11-05', amountCents: 112_990 },
      { number: '000.123', postedOn: '2026-10-05', amountCents: 12_990 },
    ]);
    expect(await at.desk.read('debt-clearance', at.owner)).toMatchObject({
      value: { copies: [{ row: { year: 2025, amountCents: 155_880 } }] },
    });
    expect(await at.desk.read('statement', at.owner)).toMatchObject({ ok: true });
  });

  it('show the document that a note names, without a token', async () => {
    a.givePdf('6102', pdf);
    const at = await openDesk('a');
    const { copies } = await notesOf(at);
    expect(await at.desk.open(first(copies), at.owner)).toMatchObject({ ok: true });
    expect(at.shown).toEqual([pdf]);
  });

  it('say when the document cannot be had, and log neither address nor customer', async () => {
    a.givePdf('6201', 'this is no PDF');
    const at = await openDesk('a');
    const read = await at.desk.read('debt-clearance', at.owner);
    if (!read.ok || read.value.kind === 'statement') throw new Error('no declarations');
    expect(await at.desk.open(first(read.value.copies), at.owner)).toEqual(failure('unavailable'));
    expect(at.log.codes).toContain('ERP-PDF-UNUSABLE');
    expect(JSON.stringify(at.log.entries)).not.toMatch(/boletos\/6201|52998224725|Maria/);
  });

  it('print a summary', async () => {
    a.givePdf('6102', pdf);
    const at = await openDesk('a');
    const { copies } = await notesOf(at);
    at.desk.printCopy('visit-1', first(copies), at.owner);
    const [paper] = at.printed;
    expect(words(paper ?? { blocks: [] })).toMatch(/NOTA FISCAL.*Número 000\.124.*R\$ 1\.129,90/);
    // The simulator is not asked over https: a phone is not sent there.
    expect(paper?.blocks.some(({ kind }) => kind === 'qr')).toBe(false);
  });

  it('lead a phone to the document, but nowhere with a secret of the kiosk', async () => {
    const at = await openDesk('a');
    const note = first((await notesOf(at)).copies);
    const withAddress = (pdfUrl: string): Copy => {
      if (note.paper !== 'fiscal-note') throw new Error('no note');
      return { ...note, row: { ...note.row, pdfUrl } };
    };
    const good = withAddress('https://erp.example/notas/6102.pdf');
    const bad = withAddress(`https://erp.example/notas/6102.pdf?token=${defaultErpToken}`);
    expect([good, bad].map((copy) => at.desk.hasAddress(copy))).toEqual([true, false]);
    for (const copy of [good, bad]) at.desk.printCopy('visit-1', copy, at.owner);
    expect(at.printed.map(({ blocks }) => blocks.filter(({ kind }) => kind === 'qr'))).toEqual([
      [{ kind: 'qr', text: 'https://erp.example/notas/6102.pdf' }],
      [],
    ]);
  });

  it('print the statement of the period that was asked for', async () => {
    const at = await openDesk('a');
    const read = await at.desk.read('statement', at.owner);
    if (!read.ok || read.value.kind !== 'statement') throw new Error('no statement');
    at.desk.printStatement('visit-1', read.value.rows, 0, at.owner);
    expect(words(at.printed[0] ?? { blocks: [] })).toMatch(/EXTRATO FINANCEIRO.*Maria S\..*Total pago/);
  });

  it('fail as a whole when the only company does not answer', async () => {
    const at = await openDesk('a');
    a.setFaults([{ operation: 'listFiscalNotes', effect: { kind: 'status', status: 503 } }]);
    expect(await at.desk.read('fiscal-note', at.owner)).toMatchObject({ error: { kind: 'server-error' } });
  });
});

describe('second copies at an ERP of contract B', () => {
  it('have notes whose document the ERP itself hands over, and no statement', async () => {
    const at = await openDesk('b');
    expect(at.desk.kindsFor(at.owner.customer)).toEqual(['fiscal-note']);
    const note = first((await notesOf(at)).copies);
    expect(at.desk.mayShow(note)).toBe(true);
    expect(await at.desk.open(note, at.owner)).toMatchObject({ ok: true });
    expect(at.shown[0]).toContain('%PDF-1.4');
  });
});

describe('second copies at two ERPs', () => {
  it('name the company that could not be asked', async () => {
    const at = await openDesk('a', 'b');
    b.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const { copies, unreadable } = await notesOf(at);
    expect(copies).toHaveLength(2);
    expect(unreadable).toEqual(['b']);
  });
});
