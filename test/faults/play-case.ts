import { setTimeout as delay } from 'node:timers/promises';
import type { Case, Ending } from './cell.ts';
import type { Chance } from './chance.ts';
import { complaintsOf } from './complaints.ts';
import { readJournal } from './journal.ts';
import { Scene } from './scene.ts';

/** Long enough for two busy cores. */
const LONGEST_PLAY_MS = 60_000;

export type Outcome =
  | { readonly mark: 'held'; readonly ms: number }
  | {
      readonly mark: 'broken';
      readonly reasons: readonly string[];
      readonly evidence: string;
      readonly ms: number;
    }
  | { readonly mark: 'skipped'; readonly why: string };

/**
 * Plays one case and judges it by the ledgers of those who do not die. With random moments only the invariants are
 * judged: how it ends in detail hangs on when the blow fell.
 */
export async function playHere(one: Case, chance: Chance): Promise<Outcome> {
  const started = performance.now();
  const scene = await Scene.open(one.options ?? {}, chance);
  const reasons: string[] = [];
  try {
    try {
      await within(LONGEST_PLAY_MS, one.play(scene));
    } catch (error) {
      // A random blow may fall before the customer saw what the play waits for.
      if (!chance.random) reasons.push(String(error));
    }
    await scene.heal();
    await scene.settle();
    reasons.push(...scene.witness.verdict());
    if (!chance.random) reasons.push(...unmet(one.ends, scene));
  } catch (error) {
    reasons.push(String(error));
  }
  const evidence = reasons.length > 0 ? evidenceOf(scene) : '';
  await scene.close();
  const ms = performance.now() - started;
  return reasons.length > 0 ? { mark: 'broken', reasons, evidence, ms } : { mark: 'held', ms };
}

/** A blow that never falls would be waited for without end. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const giveUp = new AbortController();
  const tooLong = delay(ms, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`the play did not end within ${ms} ms`);
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    tooLong.catch(() => undefined);
    giveUp.abort();
  }
}

function unmet(ends: Ending, scene: Scene): readonly string[] {
  const { erp, psp, printer } = scene.world;
  const found: Required<Ending> = {
    charges: psp.ledger.charges.length,
    posts: erp.ledger.writeOffPosts.length,
    booked: erp.ledger.writeOffs.reduce((sum, { effective }) => sum + effective, 0),
    receipts: (printer?.papers ?? []).filter(({ text }) => text.includes('COMPROVANTE DE PAGAMENTO')).length,
    alarms: scene.witness.homes.flatMap((home) => readJournal(home).alarms.map(({ code }) => code)),
  };
  return (Object.keys(ends) as (keyof Ending)[])
    .filter((what) => JSON.stringify(ends[what]) !== JSON.stringify(found[what]))
    .map((what) => `${what}: ${JSON.stringify(found[what])} instead of ${JSON.stringify(ends[what])}`);
}

/** What each side has in its books. */
function evidenceOf(scene: Scene): string {
  const { erp, psp, chat, crm, printer } = scene.world;
  const lines = {
    psp: psp.ledger.charges,
    'psp requests': psp.ledger.requests,
    'erp write-offs': erp.ledger.writeOffs,
    'erp settlements': erp.ledger.settlements,
    'erp requests': erp.ledger.requests,
    chat: chat.ledger.callbacks.map(({ event, idempotencyKey }) => `${event} ${idempotencyKey}`),
    crm: crm.ledger.cases.map(({ externalId, times }) => `${externalId} ×${times}`),
    papers: printer?.papers.length,
    'screens of the last kiosk': scene.kiosk.views.map(({ screen }) => screen.name).join(' '),
    log: complaintsOf(scene.home),
    journals: scene.witness.homes.map(journalOf),
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function journalOf(home: string): unknown {
  try {
    const { audit, ...journal } = readJournal(home);
    return { ...journal, audit: audit.length };
  } catch (error) {
    return String(error);
  }
}
