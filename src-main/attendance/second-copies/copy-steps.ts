import { erpProblem } from '../problem.ts';
import type { VisitContext } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';
import type { CopyDesk, CopyOwner } from './copy-desk.ts';
import type { SecondCopies } from './second-copies.ts';

/** Asks the company for what was chosen. */
export async function readCopies(context: VisitContext): Promise<StepOutcome<'list' | 'trouble'>> {
  const { desk, owner, copies } = atHand(context);
  const read = await desk.read(copies.kind, owner);
  if (read.ok) return { next: 'list', patch: { secondCopies: { ...copies, list: read.value } } };
  const problem = erpProblem(read.error);
  return { next: 'trouble', patch: { problem, retryStep: 'read-copies', mayGoBack: true } };
}

/** Gets the document behind a copy ready to be looked at. */
export async function openCopy(context: VisitContext): Promise<StepOutcome<'pages' | 'trouble'>> {
  const { desk, owner, copies } = atHand(context);
  if (!copies.chosen) throw new Error('no copy was chosen');
  const opened = await desk.open(copies.chosen, owner);
  if (opened.ok) return { next: 'pages', patch: { boleto: opened.value } };
  const problem = { kind: 'document-unavailable', code: 'COPY-UNAVAILABLE' } as const;
  return { next: 'trouble', patch: { problem, retryStep: 'open-copy', mayGoBack: true } };
}

/** Hands the summary of a copy, or the statement, to the printer's queue. @throws when the disk does not take it */
export function printCopies(context: VisitContext): Promise<StepOutcome<'queued'>> {
  const { visitId } = context;
  const { desk, owner, copies } = atHand(context);
  if (!visitId) throw new Error('there is no visit');
  const { chosen, list, months } = copies;
  if (chosen) return queued(desk.printCopy(visitId, chosen, owner));
  if (list?.kind !== 'statement') throw new Error('there is nothing to print');
  return queued(desk.printStatement(visitId, list.rows, months, owner));
}

function queued(printJobId: string): Promise<StepOutcome<'queued'>> {
  return Promise.resolve({ next: 'queued', patch: { printJobId, printIsOwed: false } });
}

function atHand({ parts, document, customer, secondCopies }: VisitContext): {
  readonly desk: CopyDesk;
  readonly owner: CopyOwner;
  readonly copies: SecondCopies;
} {
  if (!parts.copies || !customer || !secondCopies) throw new Error('second copies need a customer');
  return { desk: parts.copies, owner: { document, customer }, copies: secondCopies };
}
