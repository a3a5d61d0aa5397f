import { assign, enqueueActions, fromPromise, type PromiseActorLogic, setup } from 'xstate';
import type { Intent } from '../contract/intent.ts';
import type { ReceiptState } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { VisitEnd } from '../domain/visit-event.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { openingNow } from './opening-now.ts';
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
  printSlip,
  type StepOutcome,
  undoBegin,
  undoCharge,
  undoPrintSlip,
} from './visit-steps.ts';

/** What moves a visit: the customer's intents, and news from payment and printing. */
export type VisitMachineEvent =
  | Exclude<Intent, { type: 'activity' | 'more-time' }>
  | { readonly type: 'timed-out' }
  | { readonly type: 'charge-changed'; readonly charge: Charge }
  | { readonly type: 'charge-looked'; readonly chargeId: string; readonly worked: boolean }
  | { readonly type: 'written-off'; readonly chargeId: string }
  | { readonly type: 'receipt-changed'; readonly chargeId: string; readonly receipt: ReceiptState }
  | { readonly type: 'slip-changed'; readonly jobId: string; readonly progress: PrintProgress };

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

function cancelSlip(context: VisitContext): void {
  const { parts, slipJobId } = context;
  if (slipJobId) attempt(context, () => parts.paper.cancel(slipJobId));
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
    printSlip: step('print-slip', printSlip, undoPrintSlip),
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
    lookAtSlip: assign(({ context: { parts, slipJobId } }) => ({
      slipProgress: slipJobId === undefined ? undefined : parts.paper.progress(slipJobId),
    })),
    cancelSlip: ({ context }) => cancelSlip(context),
    /** Writes the end down and forgets the customer. A charge that may still be paid is left to its watcher. */
    endVisit: enqueueActions(({ context, enqueue }, reason: VisitEnd) => {
      const { parts, visitId, charge: open } = context;
      cancelSlip(context);
      if (open) attempt(context, () => parts.payments.setAttended(open.id, false));
      if (visitId) parts.diary.end(visitId, reason);
      enqueue.assign(blankVisit);
    }),
  },
  guards: {
    retries: ({ context }, params: RetryStep) => context.retryStep === params,
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
