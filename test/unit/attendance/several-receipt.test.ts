import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import type { Settlement } from '../../../src-main/domain/write-off.ts';
import { openReceiptCounter, type ReceiptCounter } from './receipt-counter.ts';

const invoices: Charge['invoices'] = [
  { invoiceId: 'F-1', amountCents: 10_000, description: 'Janeiro', dueDate: '2026-11-10' },
  { invoiceId: 'F-2', amountCents: 20_000, description: 'Fevereiro', dueDate: '2026-12-10' },
  { invoiceId: 'F-3', amountCents: 8_970, description: 'Março', dueDate: '2027-01-10' },
];

/** Three paid together, before the ERP said anything. */
async function payThree(counter: ReceiptCounter): Promise<string> {
  counter.queue.start();
  become(counter, 'processing', ['processing', 'processing', 'processing']);
  return (await counter.payAndAwait(counter.charge(undefined, undefined, invoices))).id;
}

/** What became of all of them, and of each. */
function become(counter: ReceiptCounter, settlement: Settlement, each: readonly Settlement[]): void {
  counter.settlement = settlement;
  counter.byInvoice = new Map(
    invoices.map(({ invoiceId }, index) => [invoiceId, each[index] ?? settlement] as const),
  );
}

function lines(job: string | undefined): readonly string[] {
  return (job ?? '').split('\n');
}

/** What stands under an invoice on the paper. */
function standingOf(job: string | undefined, invoiceId: string): string | undefined {
  const all = lines(job);
  return all
    .slice(all.findIndex((line) => line.startsWith(`Fatura ${invoiceId} `)))
    .find((line) => line.startsWith('> '));
}

describe('the one receipt of several invoices', () => {
  it('waits for the last of them, lists each with its amount, and has no word too many', async () => {
    const counter = openReceiptCounter();
    const id = await payThree(counter);
    become(counter, 'processing', ['done', 'processing', 'processing']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(5_000);
    expect(counter.printer.jobs).toEqual([]);
    become(counter, 'done', ['done', 'done', 'done']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs).toHaveLength(1);
    const [job] = counter.printer.jobs;
    expect(lines(job).filter((line) => /^(Fatura|Total) /.test(line))).toEqual([
      expect.stringMatching(/^Fatura F-1 R\$\s100,00$/),
      expect.stringMatching(/^Fatura F-2 R\$\s200,00$/),
      expect.stringMatching(/^Fatura F-3 R\$\s89,70$/),
      expect.stringMatching(/^Total R\$\s389,70$/),
    ]);
    expect(job).not.toMatch(/^> /m);
    expect(job).not.toContain('Situação de cada fatura');
  });

  it('waits longer than for one, but not for ever: then it is provisional and says what is where', async () => {
    const counter = openReceiptCounter();
    await payThree(counter);
    become(counter, 'processing', ['done', 'processing', 'processing']);
    await counter.clock.advance(11_999);
    expect(counter.printer.jobs).toEqual([]);
    await counter.clock.advance(1);
    const [job] = counter.printer.jobs;
    expect(job).toContain('PROVISÓRIO');
    expect(standingOf(job, 'F-1')).toBe('> Baixada');
    expect(standingOf(job, 'F-2')).toBe('> Baixa em processamento');
  });
});

describe('one of several that was refused', () => {
  it('is the one that the protocol names, once the others are through', async () => {
    const counter = openReceiptCounter();
    const id = await payThree(counter);
    become(counter, 'for-person', ['done', 'for-person', 'processing']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs).toEqual([]);
    become(counter, 'for-person', ['done', 'for-person', 'done']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(0);
    const [job] = counter.printer.jobs;
    expect(job).toContain('PAGAMENTO RECEBIDO');
    expect(job).toContain('nem todas as faturas');
    expect(standingOf(job, 'F-1')).toBe('> Baixada');
    expect(standingOf(job, 'F-2')).toBe('> EM ABERTO: a empresa vai concluir');
    expect(standingOf(job, 'F-3')).toBe('> Baixada');
  });

  it('also beside one whose money goes back', async () => {
    const counter = openReceiptCounter();
    const id = await payThree(counter);
    become(counter, 'refund-due', ['refund-due', 'for-person', 'done']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(0);
    const [job] = counter.printer.jobs;
    expect(standingOf(job, 'F-1')).toBe('> NÃO BAIXADA: valor a devolver');
    expect(standingOf(job, 'F-2')).toBe('> EM ABERTO: a empresa vai concluir');
  });

  it('after a provisional receipt: a protocol follows at once, and one only', async () => {
    const counter = openReceiptCounter();
    const id = await payThree(counter);
    await counter.clock.advance(12_000);
    become(counter, 'for-person', ['done', 'for-person', 'processing']);
    counter.receipts.writeOffEnded(id);
    become(counter, 'for-person', ['done', 'for-person', 'for-person']);
    counter.receipts.writeOffEnded(id);
    await counter.clock.advance(0);
    expect(counter.printer.jobs).toHaveLength(2);
    expect(standingOf(counter.printer.jobs[1], 'F-3')).toBe('> Baixa em processamento');
  });
});
