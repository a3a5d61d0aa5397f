import { assign, enqueueActions, fromPromise, type PromiseActorLogic, setup } from 'xstate';
import type { Intent } from '../contract/intent.ts';
import type { MenuEntry, ReceiptState, ServiceStanding } from '../contract/screen.ts';
import type { CopyKind } from '../contract/second-copies-screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { VisitEnd, VisitEvent } from '../domain/visit-event.ts';
import type { Settlement } from '../domain/write-off.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { openBoleto, printPages, undoOpenBoleto } from './boleto-steps.ts';
import { type JoinTalk, noJoining } from './joining/join-talk.ts';
import { checkNewcomer, prepareJoin, readProgress, sendJoin } from './joining/join-visit.ts';
import { hasMenu, menuEntries } from './menu/menu-entries.ts';
import { matterAt } from './messages/message-matter.ts';
import { askMessage, findPhones } from './messages/message-steps.ts';
import type { MessagePlace } from './messages/message-talk.ts';
import { openMyData, saveContact } from './my-data/my-data-steps.ts';
import { openingNow } from './opening-now.ts';
import { mayPayOrder } from './order.ts';
import { copyPrintState } from './second-copies/copy-screens.ts';
import { openCopy, printCopies, readCopies } from './second-copies/copy-steps.ts';
import { readServices, unlockService } from './services/service-steps.ts';
import { openHelp, sendTicket } from './tickets/ticket-steps.ts';
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
  | Exclude<Intent, { type: 'activity' | 'more-time' | 'call-attendant' | 'close-notice' }>
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

/** The first steps of what the menu leads to. */
const menuSteps: readonly RetryStep[] = ['read-services', 'open-help', 'open-my-data', 'prepare-join'];

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

/** What came out on A4: a document of the company's, or the boleto of an invoice. */
function pagesEvent(invoiceId: string | undefined, paper: CopyKind | undefined): VisitEvent | undefined {
  if (paper) return { type: 'paper-printed', paper };
  return invoiceId === undefined ? undefined : { type: 'slip-printed', invoiceId };
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
    readCopies: step('read-copies', readCopies),
    openCopy: step('open-copy', openCopy, undoOpenBoleto),
    printCopies: step('print-copies', printCopies, undoPrint),
    openHelp: step('open-help', openHelp),
    sendTicket: step('send-ticket', sendTicket, undoPrint),
    openMyData: step('open-my-data', openMyData),
    saveContact: step('save-contact', saveContact),
    prepareJoin: step('prepare-join', prepareJoin),
    checkNewcomer: step('check-newcomer', checkNewcomer),
    sendJoin: step('send-join', sendJoin, undoPrint),
    readProgress: step('read-progress', readProgress),
    readServices: step('read-services', readServices),
    unlockService: step('unlock-service', unlockService, undoPrint),
    findPhones: step('find-phones', findPhones),
    askMessage: step('ask-message', askMessage),
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
    leaveAfterCancel: assign({ leaving: true }),
    /** What there is to send is written down now: the invoice or the charge may be another one later. */
    beginMessage: assign(({ context }, place: MessagePlace) => ({
      message: {
        ...context.message,
        matter: matterAt(place, context),
        phone: undefined,
        typed: '',
        error: undefined,
      },
    })),
    lookAtPrint: assign(({ context: { parts, printJobId } }) => ({
      printProgress: printJobId === undefined ? undefined : parts.paper.progress(printJobId),
    })),
    cancelPrint: ({ context }) => cancelPrint(context),
    forgetPrint: assign({ printJobId: undefined, printIsOwed: false, printProgress: undefined }),
    noteInvoiceOpened: ({ context: { parts, visitId, invoice } }) => {
      if (visitId && invoice) parts.diary.record(visitId, { type: 'invoice-opened', invoiceId: invoice.id });
    },
    noteSlipPrinted: ({ context: { parts, visitId, invoice } }) => {
      if (visitId && invoice) parts.diary.record(visitId, { type: 'slip-printed', invoiceId: invoice.id });
    },
    notePagesPrinted: ({ context: { parts, visitId, invoice, secondCopies } }) => {
      if (!visitId) return;
      const event = pagesEvent(invoice?.id, secondCopies?.kind);
      if (event) parts.diary.record(visitId, event);
    },
    notePaperPrinted: ({ context: { parts, visitId, secondCopies } }) => {
      if (visitId && secondCopies)
        parts.diary.record(visitId, { type: 'paper-printed', paper: secondCopies.kind });
    },
    leaveCopy: assign(({ context: { secondCopies: all } }) => {
      if (!all) return {};
      const { chosen: _, ...rest } = all;
      return { secondCopies: rest };
    }),
    forgetJoin: assign({ join: noJoining }),
    noteProtocolPrinted: ({ context: { parts, visitId, printProgress } }) => {
      if (visitId && printProgress?.state === 'printed') {
        parts.diary.record(visitId, { type: 'paper-printed', paper: 'protocol' });
      }
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
    /** The trouble is at the first step of something that the menu leads to. */
    beganAtMenu: ({ context: { retryStep } }) => retryStep !== undefined && menuSteps.includes(retryStep),
    looksAtCopies: ({ context }) => context.secondCopies !== undefined,
    looksAtCopy: ({ context }) => context.secondCopies?.chosen !== undefined,
    mayPrintCopy: ({ context }) => copyPrintState(context).offered,
    paysSeveral: ({ context: { invoice } }) => invoice === undefined,
    isPrinted: ({ context }) => context.printProgress?.state === 'printed',
    isPrintStuck: ({ context: { printProgress } }) =>
      printProgress !== undefined && !['queued', 'printing', 'printed'].includes(printProgress.state),
    hasMenu: ({ context }) => hasMenu(context),
    /** Touched a card of the menu that is there. */
    chooses: ({ context, event }, entry: MenuEntry) =>
      event.type === 'choose-entry' && event.entry === entry && menuEntries(context).includes(entry),
    takesNew: ({ context: { parts } }) => parts.joining?.takesNew() === true,
    aimsAt: ({ context }, aim: NonNullable<JoinTalk['aim']>) => context.join.aim === aim,
    hasContracts: ({ context }) => context.contracts.length > 1,
    isDone: ({ context }) => context.accomplished,
    mayReceive: ({ context }, place: MessagePlace) => matterAt(place, context) !== undefined,
    asksAt: ({ context }, place: MessagePlace) => context.message.matter?.place === place,
    isPixOver: ({ context: { message, charge } }) =>
      message.matter?.place === 'pix' && (charge?.state === 'EXPIRED' || charge?.state === 'CANCELLED'),
    knowsPhones: ({ context: { message } }) => (message.known?.length ?? 0) > 0,
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
