import type { Album } from './album.ts';
import { panelPicture } from './contact-panel.ts';
import { maria } from './demo-people.ts';
import type { DemoWorld } from './demo-world.ts';
import type { DemoReport } from './report.ts';
import { until } from './until.ts';

const relayPatienceMs = 20_000;

/** Waits until all that the visits set off has arrived: write-offs, the chat's callbacks, the CRM's cases. */
export async function allArrived({ erp, chat, crm, senior }: DemoWorld, visits: number): Promise<void> {
  const endings = () => chat.ledger.callbacks.filter(({ event }) => event === 'OnEndConversation').length;
  await until('the ERP to get the write-off', () => !erp.isOpen(maria.invoices.overdue), relayPatienceMs);
  await until('the chat platform to hear of every visit', () => endings() >= visits, relayPatienceMs);
  await until(
    'the CRM to have a case for every visit',
    () => crm.ledger.cases.length >= visits,
    relayPatienceMs,
  );
  await until('the chat platform to send the boleto', () => chat.ledger.messages.length > 0, relayPatienceMs);
  const ended = () => senior.ledger.calls.filter(({ ends }) => ends > 0).length;
  await until('Senior CRM to hear of every call’s end', () => ended() >= visits, relayPatienceMs);
}

/** Puts together what the simulated systems know. */
export function reportOf(world: DemoWorld, album: Album, runtime: string): DemoReport {
  const { erp, psp, chat, crm, senior } = world;
  return {
    runtime,
    steps: album.steps,
    contactPanel: panelPicture,
    papers: album.papers,
    ledgers: {
      erp: {
        writeOffs: erp.ledger.writeOffs.map(({ invoiceId, at, idempotencyKey, times }) => ({
          invoiceId,
          at,
          idempotencyKey,
          times,
        })),
        writes: erp.ledger.writes.map(({ operation, idempotencyKey }) => ({ operation, idempotencyKey })),
      },
      psp: { charges: psp.ledger.charges.map(({ txid, status, amount }) => ({ txid, status, amount })) },
      chat: chat.ledger.callbacks,
      chatMessages: chat.ledger.messages,
      crm: crm.ledger.cases,
      seniorCrm: senior.ledger.calls,
    },
  };
}

/**
 * The demo promises this much; anything else is a failure, however well the pictures look: one charge paid, one write-off,
 * and each thing that the ERP was `asked` for, once, in this order. @throws saying what
 */
export function checkLedgers({ ledgers }: DemoReport, asked: readonly string[]): void {
  const writeOffs = ledgers.erp.writeOffs.map(({ invoiceId, times }) => `${invoiceId} × ${times}`);
  expectToRead('write-offs at the ERP', writeOffs, [`${maria.invoices.overdue} × 1`]);
  const charges = ledgers.psp.charges.map(({ status }) => status);
  expectToRead('charges at the PSP', charges, ['CONCLUIDA']);
  const writes = ledgers.erp.writes.map(({ operation }) => operation);
  expectToRead('what else the ERP was asked for', writes, asked);
}

function expectToRead(what: string, found: readonly string[], wanted: readonly string[]): void {
  if (found.join(', ') === wanted.join(', ')) return;
  throw new Error(`${what}: ${found.join(', ') || 'none'}, where ${wanted.join(', ')} was to be`);
}
