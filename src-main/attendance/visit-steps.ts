import { type Charge, isLive } from '../domain/charge.ts';
import type { KnownCustomer } from '../domain/customer-account.ts';
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

/** Contracts and invoices. */
export async function openAccount(
  context: VisitContext,
): Promise<StepOutcome<'contracts' | 'invoices' | 'trouble'>> {
  const { parts, document } = context;
  const customer = identified(context);
  const account = await parts.directory.openAccount(document, customer);
  if (!account.ok) return trouble(erpProblem(account.error), 'open-account');
  const { contracts, invoices } = account.value;
  const patch = { contracts, invoices, unreadable: together(customer, account.value) };
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
export async function charge(context: VisitContext): Promise<StepOutcome<'qr' | 'paid' | 'trouble'>> {
  const { parts, visitId, document, customer, invoice } = context;
  if (!visitId || !customer || !invoice) throw new Error('a charge needs a customer and an invoice');
  const opened = await parts.payments.charge({ visitId, document, customer, invoice });
  if (opened.ok) {
    const { charge: made, remainingMs } = opened.value;
    const { charge: before } = context;
    if (before && before.id !== made.id) parts.payments.setAttended(before.id, false);
    const patch = { ...chargePatch(made), chargeEndsAt: parts.clock.monotonic() + remainingMs };
    return made.state === 'PAID' ? { next: 'paid', patch } : { next: 'qr', patch };
  }
  const problem = chargeProblem(opened.error);
  if (opened.error.kind === 'invoice-changed') {
    const changed = opened.error.invoice;
    const invoices = context.invoices.map((each) => (each.key === changed.key ? changed : each));
    const told = trouble(problem, 'review-invoice');
    return { ...told, patch: { ...told.patch, invoice: changed, invoices } };
  }
  if (opened.error.kind === 'invoice-settled') return trouble(problem, 'load-invoices');
  // Whoever may have paid already must not be led to the boleto.
  if (opened.error.kind === 'earlier-charge-open') return trouble(problem, 'charge');
  const forTechnician = opened.error.kind === 'account-missing' || opened.error.kind === 'no-write-off';
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
  return { charge: made, connectionTrouble: false, writtenOff: false, receipt: { state: 'none' } };
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
  const { parts, visitId, document, customer, invoice, slipProgress } = context;
  if (!visitId || !customer || !invoice) throw new Error('a slip needs a customer and an invoice');
  const reprint = slipProgress?.state === 'uncertain';
  const payerName = invoice.customerName || customer.name;
  const slipJobId = parts.paper.printSlip({ visitId, document, payerName, invoice, reprint });
  return Promise.resolve({ next: 'queued', patch: { slipJobId } });
}

/** Nobody is there any more to take the slip. */
export function undoPrintSlip({ parts }: VisitContext, { slipJobId }: Partial<VisitState>): void {
  if (slipJobId) parts.paper.cancel(slipJobId);
}
