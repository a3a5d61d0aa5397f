import { describe, expect, it } from 'vitest';
import type { ChargeProblem } from '../../../src-main/payment/charge-order.ts';
import { invoiceOf, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

async function meeting(problem: ChargeProblem): Promise<StagedVisit> {
  const stage = new StagedVisit();
  stage.payments.problem = problem;
  await stage.openInvoice();
  await stage.touch('pay-pix');
  return stage;
}

describe('a charge that cannot be made', () => {
  it.each([
    [{ kind: 'erp', failure: { kind: 'no-answer', detail: '' } }, 'erp-unreachable', 'ERP-NO-ANSWER'],
    [{ kind: 'erp', failure: { kind: 'malformed', detail: '' } }, 'erp-answer-unusable', 'ERP-MALFORMED'],
    [{ kind: 'pix', failure: { kind: 'not-sent', detail: '' } }, 'pix-unreachable', 'PIX-UNREACHABLE'],
    [{ kind: 'pix', failure: { kind: 'no-answer', detail: '' } }, 'pix-unreachable', 'PIX-NO-ANSWER'],
    [
      { kind: 'pix', failure: { kind: 'server-error', status: 500, detail: '' } },
      'pix-unreachable',
      'PIX-SERVER-ERROR',
    ],
    [{ kind: 'pix', failure: { kind: 'malformed', detail: '' } }, 'pix-unreachable', 'PIX-MALFORMED'],
    [{ kind: 'pix', failure: { kind: 'refused', status: 422, detail: '' } }, 'pix-refused', 'PIX-REFUSED'],
  ] as const)('may be tried again, or left for the boleto (%o)', async (cause, problem, code) => {
    const stage = await meeting(cause);
    expect(stage.screen()).toEqual({ name: 'problem', problem, code, canRetry: true, canGoBack: true });
    await stage.touch('back');
    expect(stage.seeing('invoice').invoice.id).toBe('F-101');
    await stage.touch('pay-pix');
    stage.payments.problem = undefined;
    await stage.touch('retry');
    stage.seeing('pix');
  });

  it.each([
    ['an account', 'account-missing', 'PIX-ACCOUNT-MISSING'],
    ['a write-off', 'no-write-off', 'PIX-NO-WRITE-OFF'],
  ] as const)('for want of %s cannot be tried again, and leaves the boleto', async (_what, kind, code) => {
    const stage = await meeting({ kind });
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'pix-account-missing',
      code,
      canRetry: false,
      canGoBack: true,
    });
    await stage.touch('retry');
    stage.seeing('problem');
    await stage.touch('back');
    await stage.touch('print-slip');
    stage.seeing('printing-slip');
  });

  it('while an earlier QR may still be paid never says that nothing was charged, nor offers the boleto', async () => {
    const stage = await meeting({ kind: 'earlier-charge-open' });
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'pix-cancel-unconfirmed',
      code: 'PIX-EARLIER-UNCONFIRMED',
      canRetry: true,
      canGoBack: false,
    });
    await stage.touch('back');
    stage.seeing('problem');
    stage.payments.problem = undefined;
    await stage.touch('retry');
    stage.seeing('pix');
  });

  it('because the invoice was settled leads to the list as it is now', async () => {
    const stage = await meeting({ kind: 'invoice-settled' });
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'invoice-already-settled',
      code: 'INVOICE-SETTLED',
      canRetry: true,
      canGoBack: false,
    });
    await stage.touch('back');
    stage.seeing('problem');
    stage.directory.know({ ...maria, invoices: [invoiceOf('F-102')] });
    await stage.touch('retry');
    expect(stage.seeing('invoices').invoices.map(({ id }) => id)).toEqual(['F-102']);
  });

  it('because the amount changed shows the new one before it can be paid', async () => {
    const changed = invoiceOf('F-101', { dueCents: 13_000, interestCents: 500 });
    const stage = await meeting({ kind: 'invoices-changed', changed: [changed], settled: [] });
    expect(stage.screen()).toMatchObject({
      problem: 'invoice-changed',
      code: 'INVOICE-CHANGED',
      canRetry: true,
    });
    stage.payments.problem = undefined;
    await stage.touch('retry');
    expect(stage.seeing('invoice').invoice).toMatchObject({ dueCents: 13_000, interestCents: 500 });
    await stage.touch('back');
    expect(stage.seeing('invoices').invoices.map(({ dueCents }) => dueCents)).toEqual([13_000, 12_991]);
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    await stage.touch('pay-pix');
    expect(stage.payments.orders.at(-1)?.invoices[0]?.dueCents).toBe(13_000);
  });
});
