import type { Charge } from '../../../src-main/domain/charge.ts';

/** A charge of R$ 99,90 for one invoice, on its way to the PSP. */
export function aCharge(change: Partial<Charge> = {}): Charge {
  return {
    id: 'charge-1',
    txid: 'b4lc40000000000000000000000001',
    source: 'api-pix',
    erp: 'principal',
    terminalId: 'T01',
    accountId: 'principal',
    visitId: 'visit-1',
    document: '52998224725',
    customerErpId: '7001',
    maskedName: 'Maria S.',
    amountCents: 9_990,
    expirySeconds: 600,
    invoices: [{ invoiceId: '910003', amountCents: 9_990, description: '', dueDate: '2026-12-11' }],
    state: 'REQUESTED',
    createdAt: 0,
    ...change,
  };
}
