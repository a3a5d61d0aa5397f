import { z } from 'zod';
import { action, ControlRefusal } from '../server/control.ts';
import type { Simulator } from '../server/simulator.ts';
import { type ServerIdentity, startSimulatorServer } from '../server/simulator-server.ts';
import { ChargeBook, type PayOptions, type PayOutcome } from './charge-book.ts';
import type { PspLedger } from './ledger.ts';
import { RefundBook } from './refund-book.ts';
import { type PspRules, pspRoutes } from './routes.ts';
import { type ClientAccount, pspScopes, TokenDesk } from './token-desk.ts';

/** The client that the PSP knows unless told otherwise. */
export const defaultPspClient = { clientId: 'psp-sim-client', clientSecret: 'psp-sim-secret' };

export interface PspSimulatorOptions extends Partial<PspRules>, Partial<ClientAccount> {
  readonly port?: number;
  /** Speaks TLS, and only with clients that show a certificate of its authority (mTLS). */
  readonly tls?: ServerIdentity;
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
  /** Ends a refund that is in processing; false when there is none. */
  settleRefund(
    endToEndId: string,
    id: string,
    outcome: 'DEVOLVIDO' | 'NAO_REALIZADO',
    reason?: string,
  ): boolean;
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
const settleArgs = z.strictObject({
  endToEndId: z.string(),
  id: z.string(),
  outcome: z.enum(['DEVOLVIDO', 'NAO_REALIZADO']),
  reason: z.string().max(140).exactOptional(),
});
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
      scopes: options.scopes ?? pspScopes,
      credentials: options.credentials ?? 'basic',
    },
    now,
  );
  const refunds = new RefundBook(book, now);
  const operations = {
    pay: (txid: string, pay: PayOptions = {}) => book.pay(txid, pay),
    removeByPsp: (txid: string) => book.removeByPsp(txid),
    settleRefund: (...args: Parameters<RefundBook['settle']>) => refunds.settle(...args),
    revokeTokens: () => tokens.revokeAll(),
    setClock: (next: () => number) => {
      clock = next;
    },
  };
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    ...(options.tls && { tls: options.tls }),
    routes: pspRoutes(book, refunds, tokens, {
      keys: options.keys ?? [],
      duplicateStatus: options.duplicateStatus ?? 400,
      createdStatus: options.createdStatus ?? 201,
      query: options.query ?? {},
    }),
    ledger: book.ledger,
    controls: {
      pay: action(payArgs, ({ txid, ...pay }) => {
        const outcome = operations.pay(txid, pay);
        if (!outcome.paid) throw new ControlRefusal(outcome.reason);
        return outcome;
      }),
      'remove-by-psp': action(txidArgs, ({ txid }) => ({ removed: operations.removeByPsp(txid) })),
      'settle-refund': action(settleArgs, ({ endToEndId, id, outcome, reason }) => ({
        settled: operations.settleRefund(endToEndId, id, outcome, reason),
      })),
      'revoke-tokens': () => operations.revokeTokens(),
      clock: action(clockArgs, ({ offsetMs }) => operations.setClock(() => Date.now() + offsetMs)),
    },
  });
  return { ...simulator, ...operations };
}
