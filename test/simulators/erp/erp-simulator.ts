import { z } from 'zod';
import { todayInBrazil } from '../codes/calendar.ts';
import { action, type ControlActions } from '../server/control.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import {
  behaviourChangeSchema,
  defaultBehaviour,
  type ErpBehaviour,
  type ErpBehaviourChange,
} from './behaviour.ts';
import { type AmountChange, ErpBooks } from './books.ts';
import { allCustomers } from './fixture-customers.ts';
import { fixtureInvoices, fixtureStatement } from './fixture-invoices.ts';
import type { ErpLedger } from './ledger.ts';
import type { ErpCustomer, ErpInvoice } from './records.ts';
import { erpRoutes } from './routes.ts';

/** The token that the ERP expects unless told otherwise, as `Authorization: Bearer erp-sim-token`. */
export const defaultErpToken = 'erp-sim-token';

export interface ErpSimulatorOptions extends ErpBehaviourChange {
  readonly port?: number;
  readonly token?: string;
  /** Header of the token; default `Authorization`. */
  readonly tokenHeader?: string;
  /** Word before the token; default `Bearer`, empty for none. */
  readonly tokenScheme?: string;
  /** YYYY-MM-DD; the fixtures' due dates count from it. Default: today in Brazil. */
  readonly today?: string;
  /** Milliseconds since the epoch; stamps the ledger and the statement. */
  readonly now?: () => number;
  /** Instead of the fixture customers. */
  readonly customers?: readonly ErpCustomer[];
  /** Instead of the fixture invoices. */
  readonly invoices?: readonly ErpInvoice[];
}

/** A simulated ERP of contract A that does not help: it counts every write-off and books each one again. */
export interface ErpSimulator extends Simulator<ErpLedger> {
  /** Changes how the ERP behaves from now on. */
  behave(change: ErpBehaviourChange): void;
  /** An invoice as the books have it now; throws for an unknown id. */
  invoice(invoiceId: string): ErpInvoice;
  isOpen(invoiceId: string): boolean;
  addInvoice(invoice: ErpInvoice): void;
  /** As if paid at a bank; `statement: false` leaves no trace in the statement. */
  settleElsewhere(invoiceId: string, options?: { readonly statement?: boolean }): void;
  /** The customer pays the ERP's own `pix_code`; throws when the invoice has none. */
  settleByOwnPix(invoiceId: string): void;
  reopen(invoiceId: string): void;
  cancel(invoiceId: string): void;
  changeAmounts(invoiceId: string, change: AmountChange): void;
  /** From now on the invoice names an address of this boleto (ASCII only), open to whoever brings no token. */
  givePdf(id: string, pdf: string): void;
}

const invoiceArgs = z.strictObject({ invoiceId: z.string() });
const cents = z.int().nonnegative().exactOptional();
const amountArgs = z.strictObject({
  invoiceId: z.string(),
  originalCents: cents,
  interestCents: cents,
  fineCents: cents,
  discountCents: cents,
});
const settleArgs = z.strictObject({ invoiceId: z.string(), statement: z.boolean().exactOptional() });
export async function startErpSimulator(options: ErpSimulatorOptions = {}): Promise<ErpSimulator> {
  const { port = 0, token, tokenHeader, tokenScheme, today: chosenDay, ...rest } = options;
  const { now, customers, invoices, ...behaviourChange } = rest;
  const today = chosenDay ?? todayInBrazil();
  const books = new ErpBooks({
    customers: customers ?? allCustomers,
    invoices: invoices ?? fixtureInvoices(today),
    statement: fixtureStatement(today),
    now: now ?? Date.now,
  });
  let behaviour: ErpBehaviour = { ...defaultBehaviour, ...behaviourChange };
  const operations = {
    behave: (change: ErpBehaviourChange) => {
      behaviour = { ...behaviour, ...change };
    },
    invoice: (invoiceId: string) => books.invoice(invoiceId),
    isOpen: (invoiceId: string) => books.isOpen(invoiceId),
    addInvoice: (invoice: ErpInvoice) => books.add(invoice),
    settleElsewhere: (invoiceId: string, settle: { readonly statement?: boolean } = {}) =>
      books.settleElsewhere(invoiceId, settle.statement ?? true),
    settleByOwnPix: (invoiceId: string) => books.settleByOwnPix(invoiceId),
    reopen: (invoiceId: string) => books.reopen(invoiceId),
    cancel: (invoiceId: string) => books.cancel(invoiceId),
    changeAmounts: (invoiceId: string, change: AmountChange) => books.changeAmounts(invoiceId, change),
    givePdf: (id: string, pdf: string) => void books.pdfs.set(id, pdf),
  };
  const controls: ControlActions = {
    behave: action(behaviourChangeSchema, (change) => operations.behave(change)),
    'settle-elsewhere': action(settleArgs, ({ invoiceId, ...settle }) =>
      operations.settleElsewhere(invoiceId, settle),
    ),
    'settle-by-own-pix': action(invoiceArgs, ({ invoiceId }) => operations.settleByOwnPix(invoiceId)),
    reopen: action(invoiceArgs, ({ invoiceId }) => operations.reopen(invoiceId)),
    cancel: action(invoiceArgs, ({ invoiceId }) => operations.cancel(invoiceId)),
    'change-amounts': action(amountArgs, ({ invoiceId, ...change }) =>
      operations.changeAmounts(invoiceId, change),
    ),
  };
  const simulator = await startSimulatorServer({
    port,
    routes: erpRoutes(books, () => behaviour, {
      header: (tokenHeader ?? 'Authorization').toLowerCase(),
      value: [tokenScheme ?? 'Bearer', token ?? defaultErpToken].filter(Boolean).join(' '),
    }),
    ledger: books.ledger,
    controls,
  });
  return { ...simulator, ...operations };
}
