import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import { totalDue } from '../../../src-main/domain/invoice.ts';
import type { WriteOffAnswer, WriteOffState } from '../../../src-main/domain/write-off.ts';
import { type AuditReport, auditMoney } from '../../../src-main/payment/audit-report.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { WriteOffQueue } from '../../../src-main/payment/write-off-queue.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { FakeErp } from './fake-erp.ts';
import { openCashier } from './open-cashier.ts';
import { erp as erpId, invoice, payment, proofRules } from './till.ts';

/** What the ERP makes of an invoice that was paid together with others. */
const fates = {
  done: 'DONE',
  'done, and the answer is lost': 'DONE_BY_RECONCILIATION',
  'not done at first, and the answer is lost': 'DONE',
  refused: 'MANUAL',
  'settled elsewhere before': 'REFUND_DUE',
} as const satisfies Record<string, WriteOffState>;

type Fate = keyof typeof fates;

interface Listed {
  readonly invoice: OpenInvoice;
  readonly fate: Fate;
  readonly ticked: boolean;
}

const listed: fc.Arbitrary<readonly Listed[]> = fc
  .array(
    fc.record({
      dueCents: fc.integer({ min: 1, max: 1_000_000 }),
      fate: fc.constantFrom(...(Object.keys(fates) as Fate[])),
      ticked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((all) => all.some(({ ticked }) => ticked))
  .map((all) =>
    all.map(({ dueCents, ...rest }, index) => {
      const id = `F-${index}`;
      return { ...rest, invoice: invoice({ id, key: id, dueCents, originalCents: dueCents }) };
    }),
  );

/** An ERP with all of these open, which does to each what its fate says. */
function erpOf(all: readonly Listed[]): FakeErp {
  const erp = new FakeErp(...all.map((each) => each.invoice));
  const lost: WriteOffAnswer = { outcome: 'unknown', detail: 'time-out' };
  const tries = new Map<string, number>();
  erp.onWriteOff = ({ invoiceId }) => {
    const fate = all.find((each) => each.invoice.id === invoiceId)?.fate;
    const before = tries.get(invoiceId) ?? 0;
    tries.set(invoiceId, before + 1);
    if (fate === 'refused') return { outcome: 'refused', detail: '422' };
    if (fate === 'not done at first, and the answer is lost' && before === 0) return lost;
    erp.writeOff(invoiceId);
    return fate === 'done, and the answer is lost' ? lost : { outcome: 'accepted', detail: 'baixado' };
  };
  return erp;
}

/** The audit of that day. */
function closed(database: Database): AuditReport {
  const steps = auditMoney(database, { day: '2026-11-21', timeZone: 'America/Sao_Paulo' });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

it('whatever is ticked and whatever becomes of each: written off, left to a person and due back is what was paid', async () => {
  await fc.assert(
    fc.asyncProperty(listed, async (all) => {
      const erp = erpOf(all);
      const desk = openCashier({ erp });
      const rules = { repeat: 'after-window', settleWindowMs: 600_000, ...proofRules } as const;
      const proof = createSettlementProof(erp, desk.clock, rules);
      const queue = new WriteOffQueue({
        charges: desk.journal,
        writeOffs: desk.writeOffs,
        findErp: (id) => (id === erpId ? { ledger: erp, proof, rules } : undefined),
        raiseAlarm: desk.raiseAlarm,
        clock: desk.clock,
        log: desk.log,
        random: () => 0.5,
        onChange: () => undefined,
      });
      const ticked = all.filter((each) => each.ticked);
      const invoices = ticked.map((each) => each.invoice);
      const charge = await desk.open({ invoices });
      expect(charge.amountCents).toBe(totalDue(invoices));
      for (const { fate, invoice: each } of ticked) {
        if (fate === 'settled elsewhere before') erp.settle(each.id);
      }
      desk.psp.pay(charge.txid, [payment(charge.amountCents)]);
      await desk.clock.advance(1_000);
      queue.add(charge.id);
      // In steps: a line in the middle of its work has no timer that one leap would find.
      for (let halfMinutes = 0; halfMinutes < 80; halfMinutes += 1) await desk.clock.advance(30_000);
      await queue.stop();

      const writeOffs = desk.writeOffs.listOf(charge.id);
      expect(writeOffs.map(({ invoiceId, state }) => [invoiceId, state])).toEqual(
        ticked.map(({ invoice: each, fate }) => [each.id, fates[fate]]),
      );
      const due = writeOffs.flatMap(({ id }) => desk.refunds.listOf({ writeOffId: id }));
      const dueCents = due.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const centsIn = (...states: WriteOffState[]) =>
        totalDue(ticked.filter(({ fate }) => states.includes(fates[fate])).map((each) => each.invoice));
      expect(dueCents).toBe(centsIn('REFUND_DUE'));
      expect(centsIn('DONE', 'DONE_BY_RECONCILIATION') + centsIn('MANUAL') + dueCents).toBe(
        desk.journal.find(charge.id)?.payment?.amountCents,
      );
      expect(closed(desk.database)).toMatchObject({
        differences: [],
        closing: {
          total: {
            paid: charge.amountCents,
            writtenOff: centsIn('DONE', 'DONE_BY_RECONCILIATION'),
            forPerson: centsIn('MANUAL'),
            refundDue: centsIn('REFUND_DUE'),
            pending: 0,
          },
        },
      });
      // Nothing that was not ticked, and nothing twice.
      expect(erp.writtenOff.toSorted()).toEqual(
        ticked
          .filter(({ fate }) => fates[fate].startsWith('DONE'))
          .map((each) => each.invoice.id)
          .toSorted(),
      );
    }),
    { numRuns: 25 },
  );
});
