import { z } from 'zod';
import { todayInBrazil } from '../codes/calendar.ts';
import { action, type ControlActions } from '../server/control.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import {
  behaviourChangeSchema,
  defaultBehaviour,
  type ErpBBehaviour,
  type ErpBBehaviourChange,
} from './behaviour.ts';
import { type ErpBAmountChange, ErpBBooks } from './books.ts';
import { allCustomersB } from './fixture-customers.ts';
import { fixtureInvoicesB } from './fixture-invoices.ts';
import type { ErpBLedger } from './ledger.ts';
import type { ErpBCustomer, ErpBInvoice } from './records.ts';
import { erpBRoutes } from './routes.ts';

/** The token that the ERP expects unless told otherwise, as `Authorization: Bearer erp-b-sim-token`. */
export const defaultErpBToken = 'erp-b-sim-token';

export interface ErpBSimulatorOptions extends ErpBBehaviourChange {
  readonly port?: number;
  readonly token?: string;
  /** Header of the token; default `Authorization`. */
  readonly tokenHeader?: string;
  /** Word before the token; default `Bearer`, empty for none. */
  readonly tokenScheme?: string;
  /** YYYY-MM-DD; the fixtures' due dates count from it. Default: today in Brazil. */
  readonly today?: string;
  /** Milliseconds since the epoch; stamps the ledger. */
  readonly now?: () => number;
  /** Instead of the fixture customers. */
  readonly customers?: readonly ErpBCustomer[];
  /** Instead of the fixture invoices. */
  readonly invoices?: readonly ErpBInvoice[];
}

/** A simulated ERP of contract B that does not help: it counts every write-off and books each one again. */
export interface ErpBSimulator extends Simulator<ErpBLedger> {
  /** Changes how the ERP behaves from now on. */
  behave(change: ErpBBehaviourChange): void;
  /** An invoice as the books have it now, by `fatura`; throws for an unknown id. */
  invoice(invoiceId: string): ErpBInvoice;
  isOpen(invoiceId: string): boolean;
  addInvoice(invoice: ErpBInvoice): void;
  /** As if paid at a bank. */
  settleElsewhere(invoiceId: string): void;
  /** The customer pays the ERP's own `pix_code`; throws when the invoice has none. */
  settleByOwnPix(invoiceId: string): void;
  /** Lets write-offs that were answered with a time-out (`writeOff: 'time-out-late'`) happen now; returns how many. */
  settleLate(): number;
  reopen(invoiceId: string): void;
  cancel(invoiceId: string): void;
  changeAmounts(invoiceId: string, change: ErpBAmountChange): void;
}

const invoiceArgs = z.strictObject({ invoiceId: z.string() });
const cents = z.int().nonnegative().exactOptional();
const amountArgs = z.strictObject({
  invoiceId: z.string(),
  originalCents: cents,
  interestCents: cents,
  fineCents: cents,
});

export async function startErpBSimulator(options: ErpBSimulatorOptions = {}): Promise<ErpBSimulator> {
  const { port = 0, token, tokenHeader, tokenScheme, today: chosenDay, ...rest } = options;
  const { now, customers, invoices, ...behaviourChange } = rest;
  const books = new ErpBBooks({
    customers: customers ?? allCustomersB,
    invoices: invoices ?? fixtureInvoicesB(chosenDay ?? todayInBrazil()),
    now: now ?? Date.now,
  });
  let behaviour: ErpBBehaviour = { ...defaultBehaviour, ...behaviourChange };
  const operations = {
    behave: (change: ErpBBehaviourChange) => {
      behaviour = { ...behaviour, ...change };
    },
    invoice: (invoiceId: string) => books.invoice(invoiceId),
    isOpen: (invoiceId: string) => books.isOpen(invoiceId),
    addInvoice: (invoice: ErpBInvoice) => books.add(invoice),
    settleElsewhere: (invoiceId: string) => books.settle(invoiceId, 'elsewhere'),
    settleByOwnPix: (invoiceId: string) => books.settle(invoiceId, 'own-pix'),
    settleLate: () => books.settleLate(),
    reopen: (invoiceId: string) => books.reopen(invoiceId),
    cancel: (invoiceId: string) => books.settle(invoiceId, 'cancelled'),
    changeAmounts: (invoiceId: string, change: ErpBAmountChange) => books.changeAmounts(invoiceId, change),
  };
  const simulator = await startSimulatorServer({
    port,
    routes: erpBRoutes(books, () => behaviour, {
      header: (tokenHeader ?? 'Authorization').toLowerCase(),
      value: [tokenScheme ?? 'Bearer', token ?? defaultErpBToken].filter(Boolean).join(' '),
    }),
    ledger: books.ledger,
    controls: controlsOf(operations),
  });
  return { ...simulator, ...operations };
}

function controlsOf(
  operations: Omit<ErpBSimulator, keyof Simulator<ErpBLedger> | 'isOpen' | 'addInvoice'>,
): ControlActions {
  const byInvoice = (run: (invoiceId: string) => void) =>
    action(invoiceArgs, ({ invoiceId }) => run(invoiceId));
  return {
    behave: action(behaviourChangeSchema, (change) => operations.behave(change)),
    'settle-elsewhere': byInvoice(operations.settleElsewhere),
    'settle-by-own-pix': byInvoice(operations.settleByOwnPix),
    'settle-late': () => operations.settleLate(),
    reopen: byInvoice(operations.reopen),
    cancel: byInvoice(operations.cancel),
    'change-amounts': action(amountArgs, ({ invoiceId, ...change }) =>
      operations.changeAmounts(invoiceId, change),
    ),
  };
}
