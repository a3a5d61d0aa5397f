import { expect, it } from 'vitest';
import { createPaperDesk } from '../../../src-main/attendance/paper-desk.ts';
import type { PaperDesk } from '../../../src-main/attendance/visit-parts.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import { dynamicBrCode } from '../../simulators/codes/br-code.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakePrinter } from '../printing/fake-printer.ts';
import { MemoryPrintJobStore } from '../printing/memory-print-job-store.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { invoiceOf, maria } from './people.ts';

const pixCode = dynamicBrCode('pix.example/v2/cobv/3b9f6f1c', 'FIBRA VALE', 'SAO PAULO');

const terminal = {
  id: 'T01',
  timeZone: 'America/Sao_Paulo',
  company: { name: 'Rede Horizonte', document: '33000167000101', address: 'Av. Brasil, 1500' },
  companyByErp: new Map([
    ['tv', { name: 'Horizonte TV', document: '11222333000181', address: 'Rua das Flores, 20' }],
  ]),
};

function setUp(): { desk: PaperDesk; printer: FakePrinter; clock: ManualClock; changes: string[] } {
  const clock = new ManualClock();
  const printer = new FakePrinter();
  const queue = new PrintQueue({
    store: new MemoryPrintJobStore(),
    printer,
    encode: (document) => new TextEncoder().encode(JSON.stringify(document)),
    clock,
    log: new RecordingLog(),
  });
  const changes: string[] = [];
  queue.onChange((change) => {
    if (change.kind === 'job') changes.push(queue.stateOf(change.jobId)?.state ?? 'gone');
  });
  queue.start();
  return { desk: createPaperDesk(queue, terminal, clock), printer, clock, changes };
}

function requestOf(change: Parameters<typeof invoiceOf>[1] = {}, reprint = false) {
  const payerName = 'Maria da Silva Souza';
  return { visitId: 'v', document: maria.document, payerName, invoice: invoiceOf('F-101', change), reprint };
}

it('prints a slip with its payer masked and its barcode', async () => {
  const { desk, printer, clock } = setUp();
  expect(desk.status()).toBeUndefined();
  const jobId = desk.printSlip(requestOf());
  await clock.advance(0);
  expect(desk.status()).toBe('ok');
  expect(desk.progress(jobId)).toEqual({ state: 'printed' });
  expect(printer.jobs[0]).toContain('00193137300000125000000002819286015090300017');
  expect(printer.jobs[0]).not.toContain('Total hoje');
  expect(printer.jobs[0]).not.toContain('529982');
  expect(printer.jobs[0]).not.toContain('"reprint"');
});

it('says what is due today of an overdue invoice', async () => {
  const { desk, printer, clock } = setUp();
  desk.printSlip(requestOf({ dueDate: '2026-11-20', dueCents: 12_991 }));
  await clock.advance(0);
  expect(printer.jobs[0]).toContain('129,91');
});

it('marks a second copy', async () => {
  const { desk, printer, clock } = setUp();
  desk.printSlip(requestOf({}, true));
  await clock.advance(0);
  expect(JSON.parse(printer.jobs[0] ?? '')).toMatchObject({ reprint: true });
});

it('prints the PIX of the ERP alone where the line is unsound', async () => {
  const { desk, printer, clock } = setUp();
  desk.printSlip(requestOf({ slip: { sound: false, problem: 'malformed' }, pixCode, dueCents: 12_991 }));
  await clock.advance(0);
  expect(printer.jobs[0]).toContain('PAGUE COM PIX');
  expect(printer.jobs[0]).toContain(pixCode);
  expect(printer.jobs[0]).toContain('129,91');
  expect(printer.jobs[0]).not.toContain('BOLETO');
  expect(printer.jobs[0]).not.toContain('Souza');
});

it('refuses to make paper of an unsound line without a PIX', () => {
  const { desk } = setUp();
  const request = requestOf({ slip: { sound: false, problem: 'malformed' } });
  expect(() => desk.printSlip(request)).toThrow('sound typed line');
});

it('tells that a queued slip waits as soon as the printer turns out to be in trouble', async () => {
  const { desk, printer, clock, changes } = setUp();
  await clock.advance(0);
  printer.condition = 'cover-open';
  const jobId = desk.printSlip(requestOf());
  await clock.advance(0);
  expect(desk.progress(jobId)).toEqual({ state: 'waiting', trouble: 'cover-open' });
  expect(changes).toEqual(['queued', 'waiting']);
  desk.cancel(jobId);
  printer.condition = 'ok';
  await clock.advance(10_000);
  expect(printer.jobs).toEqual([]);
});

it('is no desk without a printer', () => {
  const desk = createPaperDesk(undefined, terminal, new ManualClock());
  expect(desk.status()).toBe('none');
  expect(desk.progress('job')).toBeUndefined();
  expect(() => desk.cancel('job')).not.toThrow();
  expect(() => desk.printSlip(requestOf())).toThrow('no printer');
});

it('names the company of the ERP that the invoice is in as beneficiary', async () => {
  const { desk, printer, clock } = setUp();
  const request = requestOf();
  desk.printSlip({ ...request, invoice: { ...request.invoice, erp: 'tv' } });
  desk.printSlip(request);
  await clock.advance(0);
  expect(printer.jobs[0]).toContain('Horizonte TV');
  expect(printer.jobs[0]).toContain('CNPJ 11.222.333/0001-81');
  expect(printer.jobs[0]).toContain('Rua das Flores, 20');
  expect(printer.jobs[0]).not.toContain('Rede Horizonte');
  expect(printer.jobs[1]).toContain('Rede Horizonte');
});
