import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { success } from '../../src-main/domain/result.ts';
import type { HttpClient } from '../../src-main/http/http-client.ts';
import type { PixAccount } from '../../src-main/payment/accounts.ts';
import { createPaymentDesk } from '../../src-main/payment/payment-desk.ts';
import { ManualClock } from '../support/manual-clock.ts';
import type { Figures } from './figure.ts';
import {
  ACCOUNT,
  awaitCharge,
  BR_CODE,
  deskParts,
  memoryFolder,
  newDatabase,
  newGate,
  openJournal,
  withFolder,
} from './money.ts';

const LIMIT_PER_MINUTE = 120;
const MINUTE_MS = 60_000;
/** Of the manual clock; long enough for each of a thousand to have its turn. */
const WATCHED_MINUTES = 15;
const STEP_MS = 500;

const account: PixAccount = {
  id: ACCOUNT,
  payeeName: 'SERRA FIBRA',
  key: 'pix@example.com',
  baseUrl: 'https://psp.example.com/v2',
  tokenUrl: 'https://psp.example.com/token',
  clientId: 'bench',
  clientSecret: 'bench',
  timeoutMs: 10_000,
  requestsPerMinute: LIMIT_PER_MINUTE,
};

/**
 * Charges that an earlier run left live, watched over 15 minutes of a manual clock, against a PSP in memory: the most
 * requests that came within any minute, and the seconds that a customer who returns waits for the look at theirs.
 */
export async function measureWatch(charges: number): Promise<Figures> {
  return withFolder(memoryFolder(), async (folder) => {
    const clock = new ManualClock();
    const database = newDatabase(join(folder, 'balcao.db'));
    const made = database.transaction(() => {
      const journal = openJournal(database, clock);
      return Array.from({ length: charges }, (_, number) => awaitCharge(journal, number));
    });
    const psp = createPsp(clock);
    const desk = createPaymentDesk({
      ...deskParts,
      database,
      clock,
      gate: newGate(),
      http: psp,
      accounts: { accounts: [account], defaultAccount: ACCOUNT, accountByIdentifier: {} },
    });
    desk.start();
    await pass(clock, (WATCHED_MINUTES * MINUTE_MS) / 2);
    const customers = made.at(-1);
    if (!customers) throw new Error('no charge to return to');
    const returnedAt = clock.monotonic();
    desk.cashier.setAttended(customers.id, true);
    await pass(clock, (WATCHED_MINUTES * MINUTE_MS) / 2);
    await desk.stop();
    database.close();
    const lookedAt = psp.looks.find(({ txid, at }) => txid === customers.txid && at > returnedAt)?.at;
    if (lookedAt === undefined) throw new Error('nobody looked at the customer’s charge');
    return {
      'watch.busiestMinute': {
        value: busiestMinute(psp.requests),
        unit: '/min',
        aim: { max: LIMIT_PER_MINUTE },
        samples: psp.requests.length,
      },
      'watch.attendedS': {
        value: Math.max(0.1, Number(((lookedAt - returnedAt) / 1000).toFixed(1))),
        unit: 's',
        samples: 1,
      },
    };
  });
}

/** In small steps, with turns of the event loop between them: not all that the kiosk does is done in promises alone. */
async function pass(clock: ManualClock, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
    await turn();
    await clock.advance(STEP_MS);
  }
}

interface BenchPsp extends HttpClient {
  /** When each came, on the manual clock. */
  readonly requests: readonly number[];
  readonly looks: readonly { readonly txid: string; readonly at: number }[];
}

/** Knows every charge, all unpaid. */
function createPsp(clock: ManualClock): BenchPsp {
  const requests: number[] = [];
  const looks: { txid: string; at: number }[] = [];
  return {
    requests,
    looks,
    request({ url }) {
      const at = clock.monotonic();
      requests.push(at);
      if (url === account.tokenUrl)
        return answer({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 });
      const txid = url.slice(url.lastIndexOf('/') + 1);
      looks.push({ txid, at });
      return answer({ txid, status: 'ATIVA', valor: { original: '99.90' }, pixCopiaECola: BR_CODE });
    },
    close: () => Promise.resolve(),
  };
}

function answer(body: unknown): ReturnType<HttpClient['request']> {
  return Promise.resolve(
    success({ status: 200, contentType: 'application/json', text: JSON.stringify(body) }),
  );
}

/** How many of these moments lie within any one minute, at most. */
function busiestMinute(moments: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [last, at] of moments.entries()) {
    while ((moments[first] ?? at) <= at - MINUTE_MS) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
