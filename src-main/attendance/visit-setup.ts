import { assign, enqueueActions, fromPromise, type PromiseActorLogic, setup } from 'xstate';
import type { Intent } from '../contract/intent.ts';
import type { ReceiptState, ServiceStanding } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { VisitEnd } from '../domain/visit-event.ts';
import type { Settlement } from '../domain/write-off.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { openBoleto, printPages, undoOpenBoleto } from './boleto-steps.ts';
import { openingNow } from './opening-now.ts';
import { mayPayOrder } from './order.ts';
import {
  blankVisit,
  type RetryStep,
  type VisitContext,
  type VisitState,
  type VisitSurroundings,
} from './visit-context.ts';
import {
  begin,
  cancelCharge,
  cancelUnconfirmed,
  charge,
  identify,
  loadInvoices,
  openAccount,
  printCopy,
  printSlip,
  type StepOutcome,
  undoBegin,
  undoCharge,
  undoPrint,
} from './visit-steps.ts';

/** What moves a visit: the customer's intents, and news from payment and printing. */
export type VisitMachineEvent =
  | Exclude<Intent, { type: 'activity' | 'more-time' }>
  | { readonly type: 'timed-out' }
  | { readonly type: 'charge-changed'; readonly charge: Charge }
  | { readonly type: 'charge-looked'; readonly chargeId: string; readonly worked: boolean }
  | {
      readonly type: 'settlement-changed';
      readonly chargeId: string;
      readonly settlement: Settlement;
      readonly byInvoice: ReadonlyMap<string, Settlement>;
    }
  | { readonly type: 'service-known'; readonly chargeId: string; readonly service: ServiceStanding }
  | { readonly type: 'receipt-changed'; readonly chargeId: string; readonly receipt: ReceiptState }
  | { readonly type: 'print-changed'; readonly jobId: string; readonly progress: PrintProgress };

/** The "Pago" screen stays this long (milliseconds) for the receipt and a look, then makes room. */
const paidMs = 45_000;

/**
 * A step as the machine runs it. `undo` takes back what it brought about when its outcome comes after the customer
 * left. A step throws only when the disk is full or a programmer was wrong: the log is told why, the customer a
 * next step.
 */
function step<Next extends string>(
  name: string,
  run: (context: VisitContext) => Promise<StepOutcome<Next>>,
  undo: (context: VisitContext, patch: Partial<VisitState>) => void | Promise<void> = () => undefined,
): PromiseActorLogic<StepOutcome<Next>, VisitContext> {
  return fromPromise(async ({ input, signal }) => {
    try {
      const outcome = await run(input);
      if (signal.aborted) await undo(input, outcome.patch);
      return outcome;
    } catch (error) {
      logFailure(input, 'VISIT-STEP-FAILED', error, name);
      throw error;
    }
  });
}

/** Does what must not keep a visit from ending. */
function attempt(context: VisitContext, act: () => void): void {
  try {
    act();
  } catch (error) {
    logFailure(context, 'VISIT-END-FAILED', error);
  }
}

function logFailure({ parts, visitId }: VisitContext, code: string, error: unknown, step?: string): void {
  parts.log.error(code, { visitId, step, reason: String(error) });
}

function cancelPrint(context: VisitContext): void {
  attempt(context, () => undoPrint(context, context));
}

/** What all states of the visit share: types, the steps that wait for others, and every delay by name. */
export const visitSetup = setup({
  types: {
    context: {} as VisitContext,
    events: {} as VisitMachineEvent,
    input: {} as VisitSurroundings,
    tags: {} as 'counts-idle',
  },
  actors: {
    begin: step('begin', begin, undoBegin),
    identify: step('identify', identify),
    openAccount: step('open-account', openAccount),
    loadInvoices: step('load-invoices', loadInvoices),
    charge: step('charge', charge, undoCharge),
    cancelCharge: step('cancel-charge', cancelCharge),
    printSlip: step('print-slip', printSlip, undoPrint),
    openBoleto: step('open-boleto', openBoleto, undoOpenBoleto),
    printPages: step('print-pages', printPages, undoPrint),
    printCopy: step('print-copy', printCopy, undoPrint),
  },
  actions: {
    meetUnexpected: assign({
      problem: { kind: 'unexpected', code: 'VISIT-UNEXPECTED' },
      retryStep: undefined,
      mayGoBack: false,
    }),
    meetFullDisk: assign({
      problem: { kind: 'storage-unavailable', code: 'STORAGE-WRITE' },
      retryStep: undefined,
      mayGoBack: false,
    }),
    meetUnconfirmedCancel: assign(cancelUnconfirmed),
    noteIdentified: ({ context }) => {
      const { parts, visitId, document, customer } = context;
      if (visitId && customer) parts.diary.identified(visitId, document, customer);
    },
    accomplish: assign({ accomplished: true }),
    lookAtPrint: assign(({ context: { parts, printJobId } }) => ({
      printProgress: printJobId === undefined ? undefined : parts.paper.progress(printJobId),
    })),
    cancelPrint: ({ context }) => cancelPrint(context),
    forgetPrint: assign({ printJobId: undefined, printIsOwed: false, printProgress: undefined }),
    noteSlipPrinted: ({ context: { parts, visitId, invoice } }) => {
      if (visitId && invoice) parts.diary.record(visitId, { type: 'slip-printed', invoiceId: invoice.id });
    },
    closeBoleto: enqueueActions(({ context, enqueue }) => {
      undoOpenBoleto(context, context);
      enqueue.assign({ boleto: undefined });
    }),
    listReceipts: assign(({ context: { parts, document, customer } }) => ({
      pastReceipts: parts.receipts.list(document, [...(customer?.erpIds.keys() ?? [])]),
    })),
    /** Writes the end down and forgets the customer. A charge that may still be paid is left to its watcher. */
    endVisit: enqueueActions(({ context, enqueue }, reason: VisitEnd) => {
      const { parts, visitId, charge: open } = context;
      cancelPrint(context);
      attempt(context, () => undoOpenBoleto(context, context));
      if (open) attempt(context, () => parts.payments.setAttended(open.id, false));
      if (visitId) parts.diary.end(visitId, reason);
      enqueue.assign(blankVisit);
    }),
  },
  guards: {
    retries: ({ context }, params: RetryStep) => context.retryStep === params,
    mayPayOrder: ({ context }) => mayPayOrder(context),
    paysSeveral: ({ context: { invoice } }) => invoice === undefined,
    isPrinted: ({ context }) => context.printProgress?.state === 'printed',
    isPrintStuck: ({ context: { printProgress } }) =>
      printProgress !== undefined && !['queued', 'printing', 'printed'].includes(printProgress.state),
    isDone: ({ context }) => context.accomplished,
    isClosed: ({ context: { parts } }) => !openingNow(parts).open,
    mayBeginAfterAll: ({ context: { retryStep, parts } }) =>
      retryStep === 'begin' && !parts.directory.isDown(),
    isErpDown: ({ context: { parts } }) => parts.directory.isDown(),
  },
  delays: {
    thanks: ({ context }) => context.parts.rules.thanksMs,
    paid: paidMs,
    chargeEnd: ({ context }) => Math.max(0, context.chargeEndsAt - context.parts.clock.monotonic()),
  },
});
