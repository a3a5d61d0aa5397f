import { type Charge, isLive } from '../domain/charge.ts';
import type { KnownCustomer } from '../domain/customer-account.ts';
import type { ChargeProblem } from '../payment/charge-order.ts';
import { orderOf, reviewed } from './order.ts';
import { chargeProblem, erpProblem, type Problem } from './problem.ts';
import { chooseQuestion } from './second-factor.ts';
import type { RetryStep, VisitContext, VisitState } from './visit-context.ts';

/** The outcome of a step that waited for somebody else: where the visit goes, and what it learnt. */
export interface StepOutcome<Next extends string> {
  readonly next: Next;
  readonly patch: Partial<VisitState>;
}

function trouble(problem: Problem, retryStep?: RetryStep, mayGoBack = false): StepOutcome<'trouble'> {
  return { next: 'trouble', patch: { problem, retryStep, mayGoBack } };
}

/** Whether a visit can begin at all: nobody shall type eleven digits for nothing. */
export const erpDown = {
  problem: { kind: 'erp-unreachable', code: 'ERP-DOWN' },
  retryStep: 'begin',
  mayGoBack: false,
} as const satisfies Partial<VisitState>;

/** Opens the visit in the diary. @throws when the disk does not take it */
export function begin({ parts }: VisitContext): Promise<StepOutcome<'begun'>> {
  return Promise.resolve({ next: 'begun', patch: { visitId: parts.diary.begin() } });
}

/** Nobody is there any more: the visit ends as it began. */
export function undoBegin({ parts }: VisitContext, { visitId }: Partial<VisitState>): void {
  if (visitId) parts.diary.end(visitId, 'left');
}

/** Finds the customer and, by setting, the question that proves it is them. */
export async function identify(
  context: VisitContext,
): Promise<StepOutcome<'unknown' | 'verified' | 'ask' | 'trouble'>> {
  const { parts, document, entry } = context;
  const found = await parts.directory.findCustomer(document);
  if (!found.ok) return trouble(erpProblem(found.error), 'identify');
  const customer = found.value;
  if (!customer) return { next: 'unknown', patch: { entry: { ...entry, error: 'not-found' } } };
  if (parts.rules.secondFactor === 'none') return { next: 'verified', patch: { customer } };
  const question = chooseQuestion(parts.rules.secondFactor, customer);
  if (!question) return trouble({ kind: 'identity-unverifiable', code: 'IDENTITY-UNVERIFIABLE' });
  return { next: 'ask', patch: { customer, factor: { question, text: '' } } };
}

/** Contracts, and the invoices of all of them. */
export async function openAccount(
  context: VisitContext,
): Promise<StepOutcome<'contracts' | 'invoices' | 'trouble'>> {
  const { parts, document } = context;
  const customer = identified(context);
  const account = await parts.directory.openAccount(document, customer);
  if (!account.ok) return trouble(erpProblem(account.error), 'open-account');
  const { contracts, invoices } = account.value;
  const unreadable = together(customer, account.value);
  const patch = { contracts, invoices, unreadable, contract: undefined, picked: [] };
  return { next: contracts.length > 1 ? 'contracts' : 'invoices', patch };
}

/** The invoices of the chosen contract, or of all. */
export async function loadInvoices(context: VisitContext): Promise<StepOutcome<'invoices' | 'trouble'>> {
  const { parts, document, contract } = context;
  const customer = identified(context);
  const read = await parts.directory.listOpenInvoices(document, customer, contract);
  if (!read.ok) return trouble(erpProblem(read.error), 'load-invoices');
  const { invoices } = read.value;
  // One contract says nothing about the other companies.
  const patch = contract ? { invoices } : { invoices, unreadable: together(customer, read.value) };
  return { next: 'invoices', patch };
}

function identified({ customer }: VisitContext): KnownCustomer {
  if (!customer) throw new Error('nobody was identified');
  return customer;
}

/** Companies that could not be asked who the customer is, and those that could not be read afterwards. */
function together(...answers: readonly { readonly unreadable: readonly string[] }[]): readonly string[] {
  return [...new Set(answers.flatMap(({ unreadable }) => unreadable))];
}

/** Makes the QR, or says why there is none. */
export async function charge(
  context: VisitContext,
): Promise<StepOutcome<'qr' | 'paid' | 'review' | 'trouble'>> {
  const { parts, visitId, document, customer } = context;
  const invoices = orderOf(context);
  if (!visitId || !customer || invoices.length === 0) {
    throw new Error('a charge needs a customer and an invoice');
  }
  const opened = await parts.payments.charge({ visitId, document, customer, invoices });
  if (opened.ok) {
    const { charge: made, remainingMs } = opened.value;
    const { charge: before } = context;
    if (before && before.id !== made.id) parts.payments.setAttended(before.id, false);
    const patch = { ...chargePatch(made), chargeEndsAt: parts.clock.monotonic() + remainingMs };
    return made.state === 'PAID' ? { next: 'paid', patch } : { next: 'qr', patch };
  }
  return uncharged(context, opened.error);
}

/** Where the visit goes when there is no QR. */
function uncharged(context: VisitContext, error: ChargeProblem): StepOutcome<'review' | 'trouble'> {
  const problem = chargeProblem(error, orderOf(context).length);
  if (error.kind === 'invoices-changed') {
    const patch = reviewed(context, error);
    // The list itself shows what changed.
    if (!context.invoice) return { next: 'review', patch };
    const told = trouble(problem, 'review-invoice');
    return { ...told, patch: { ...told.patch, ...patch } };
  }
  if (error.kind === 'invoice-settled') return trouble(problem, 'load-invoices');
  // Whoever may have paid already must not be led to the boleto.
  if (error.kind === 'earlier-charge-open') return trouble(problem, 'charge');
  const forTechnician = ['account-missing', 'no-write-off', 'not-together'].includes(error.kind);
  return trouble(problem, forTechnician ? undefined : 'charge', true);
}

/** The customer left before the QR was there: nobody saw it, so nobody should be able to pay it. */
export async function undoCharge(
  { parts }: VisitContext,
  { charge: made }: Partial<VisitState>,
): Promise<void> {
  if (!made || !isLive(made.state)) return;
  parts.payments.setAttended(made.id, false);
  await parts.payments.cancel(made.id);
}

function chargePatch(made: Charge): Partial<VisitState> {
  return {
    charge: made,
    connectionTrouble: false,
    settlement: 'processing',
    byInvoice: new Map(),
    service: undefined,
    receipt: { state: 'none' },
  };
}

/** Nobody knows whether the QR can still be paid. */
export const cancelUnconfirmed = {
  problem: { kind: 'pix-cancel-unconfirmed', code: 'PIX-CANCEL-UNCONFIRMED' },
  retryStep: 'cancel',
  mayGoBack: false,
} as const satisfies Partial<VisitState>;

/**
 * Takes the QR back, because the customer wants to do something else. That it was paid meanwhile is told by the news
 * of the charge, which comes first and moves the visit on by itself: only what is on record as paid is called paid.
 */
export async function cancelCharge(context: VisitContext): Promise<StepOutcome<'cancelled' | 'trouble'>> {
  const outcome = context.charge ? await context.parts.payments.cancel(context.charge.id) : 'cancelled';
  return outcome === 'cancelled'
    ? { next: 'cancelled', patch: {} }
    : { next: 'trouble', patch: cancelUnconfirmed };
}

/** Hands the slip to the printer's queue. @throws when the disk does not take it */
export function printSlip(context: VisitContext): Promise<StepOutcome<'queued'>> {
  const { parts, visitId, document, customer, invoice, printProgress } = context;
  if (!visitId || !customer || !invoice) throw new Error('a slip needs a customer and an invoice');
  const reprint = printProgress?.state === 'uncertain';
  const payerName = invoice.customerName || customer.name;
  const printJobId = parts.paper.printSlip({ visitId, document, payerName, invoice, reprint });
  return Promise.resolve({ next: 'queued', patch: { printJobId, printIsOwed: false } });
}

/** Has the receipt of an earlier payment printed again. @throws when the disk does not take it */
export function printCopy(context: VisitContext): Promise<StepOutcome<'queued'>> {
  const { parts, visitId, pastReceipt, copies } = context;
  if (!visitId || !pastReceipt) throw new Error('a copy needs a receipt');
  const copy = parts.receipts.printCopy(visitId, pastReceipt.chargeId);
  if (!copy) throw new Error('the receipt cannot be printed');
  const patch = { printJobId: copy.jobId, printIsOwed: copy.owed, copies: copies + 1 };
  return Promise.resolve({ next: 'queued', patch });
}

/** Nobody is there any more to take the paper. */
export function undoPrint({ parts }: VisitContext, { printJobId, printIsOwed }: Partial<VisitState>): void {
  if (printJobId && !printIsOwed) parts.paper.cancel(printJobId);
}
