import { z } from 'zod';
import { action, ControlRefusal } from '../server/control.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import { ChargeBook, type PayOptions, type PayOutcome } from './charge-book.ts';
import type { PspLedger } from './ledger.ts';
import { type PspRules, pspRoutes } from './routes.ts';
import { TokenDesk } from './token-desk.ts';

/** The client that the PSP knows unless told otherwise. */
export const defaultPspClient = { clientId: 'psp-sim-client', clientSecret: 'psp-sim-secret' };

export interface PspSimulatorOptions extends Partial<PspRules> {
  readonly port?: number;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Life of a token; default 3600. */
  readonly tokenSeconds?: number;
  /** Receiver's name and city in the BR Code. */
  readonly payeeName?: string;
  readonly payeeCity?: string;
  /** Milliseconds since the epoch; see `setClock`. */
  readonly now?: () => number;
}

/** A simulated PSP of API Pix 2.9.0. Base URL is `url`, token URL `${url}/oauth/token`. */
export interface PspSimulator extends Simulator<PspLedger> {
  /** Pays as the payer's bank would; an expired, removed or paid charge is refused unless forced. */
  pay(txid: string, options?: PayOptions): PayOutcome;
  /** The PSP takes a charge away (REMOVIDA_PELO_PSP); false when it has none. */
  removeByPsp(txid: string): boolean;
  /** Makes all tokens issued so far worthless. */
  revokeTokens(): void;
  /** The PSP's clock from now on, milliseconds since the epoch. */
  setClock(now: () => number): void;
}

const payArgs = z.strictObject({
  txid: z.string(),
  amountCents: z.int().positive().exactOptional(),
  at: z.number().exactOptional(),
  force: z.boolean().exactOptional(),
});
const txidArgs = z.strictObject({ txid: z.string() });
const clockArgs = z.strictObject({ offsetMs: z.int() });

export async function startPspSimulator(options: PspSimulatorOptions = {}): Promise<PspSimulator> {
  let clock = options.now ?? Date.now;
  const now = () => clock();
  const payee = {
    name: options.payeeName ?? 'Serra Fibra Telecom',
    city: options.payeeCity ?? 'Bento Goncalves',
  };
  const book = new ChargeBook(payee, now);
  const tokens = new TokenDesk(
    {
      clientId: options.clientId ?? defaultPspClient.clientId,
      clientSecret: options.clientSecret ?? defaultPspClient.clientSecret,
      tokenSeconds: options.tokenSeconds ?? 3600,
    },
    now,
  );
  const operations = {
    pay: (txid: string, pay: PayOptions = {}) => book.pay(txid, pay),
    removeByPsp: (txid: string) => book.removeByPsp(txid),
    revokeTokens: () => tokens.revokeAll(),
    setClock: (next: () => number) => {
      clock = next;
    },
  };
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    routes: pspRoutes(book, tokens, {
      keys: options.keys ?? [],
      duplicateStatus: options.duplicateStatus ?? 400,
    }),
    ledger: book.ledger,
    controls: {
      pay: action(payArgs, ({ txid, ...pay }) => {
        const outcome = operations.pay(txid, pay);
        if (!outcome.paid) throw new ControlRefusal(outcome.reason);
        return outcome;
      }),
      'remove-by-psp': action(txidArgs, ({ txid }) => ({ removed: operations.removeByPsp(txid) })),
      'revoke-tokens': () => operations.revokeTokens(),
      clock: action(clockArgs, ({ offsetMs }) => operations.setClock(() => Date.now() + offsetMs)),
    },
  });
  return { ...simulator, ...operations };
}
