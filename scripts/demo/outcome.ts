import type { Album } from './album.ts';
import { maria } from './demo-people.ts';
import type { DemoWorld } from './demo-world.ts';
import type { DemoReport } from './report.ts';
import { until } from './until.ts';

const relayPatienceMs = 20_000;

/** Waits until all that the visits set off has arrived: write-offs, the chat's callbacks, the CRM's cases. */
export async function allArrived({ erp, chat, crm }: DemoWorld, visits: number): Promise<void> {
  const endings = () => chat.ledger.callbacks.filter(({ event }) => event === 'OnEndConversation').length;
  await until('the ERP to get the write-off', () => !erp.isOpen(maria.invoices.overdue), relayPatienceMs);
  await until('the chat platform to hear of every visit', () => endings() >= visits, relayPatienceMs);
  await until(
    'the CRM to have a case for every visit',
    () => crm.ledger.cases.length >= visits,
    relayPatienceMs,
  );
}

/** Puts together what the simulated systems know. */
export function reportOf(world: DemoWorld, album: Album, runtime: string): DemoReport {
  const { erp, psp, chat, crm } = world;
  return {
    runtime,
    steps: album.steps,
    papers: album.papers,
    ledgers: {
      erp: {
        writeOffs: erp.ledger.writeOffs.map(({ invoiceId, at, idempotencyKey, times }) => ({
          invoiceId,
          at,
          idempotencyKey,
          times,
        })),
      },
      psp: { charges: psp.ledger.charges.map(({ txid, status, amount }) => ({ txid, status, amount })) },
      chat: chat.ledger.callbacks,
      crm: crm.ledger.cases,
    },
  };
}

/** The demo promises this much; anything else is a failure, however well the pictures look. @throws saying what */
export function checkMoney({ ledgers }: DemoReport): void {
  const writeOffs = ledgers.erp.writeOffs.map(({ invoiceId, times }) => `${invoiceId} × ${times}`).join(', ');
  if (writeOffs !== `${maria.invoices.overdue} × 1`) {
    throw new Error(`the ERP should have got one write-off of ${maria.invoices.overdue}, not: ${writeOffs}`);
  }
  const charges = ledgers.psp.charges.map(({ status }) => status).join(', ');
  if (charges !== 'CONCLUIDA') throw new Error(`the PSP should have one charge, paid, not: ${charges}`);
}
