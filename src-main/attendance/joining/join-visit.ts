import { parseDocument } from '../../domain/cpf-cnpj.ts';
import { erpProblem } from '../problem.ts';
import type { VisitContext, VisitState } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';
import type { JoinCustomer, JoinDesk, JoinRequest, JoinStanding } from './join-desk.ts';
import { answerOf, companyOf, emptyDraft } from './join-draft.ts';
import { advance } from './join-steps.ts';

/** Reads what there is to choose from, or finds that a person has to look first. */
export async function prepareJoin(context: VisitContext): Promise<StepOutcome<'ask' | 'held' | 'trouble'>> {
  const { join, entry } = context;
  const desk = deskOf(context);
  const known = knownOf(context);
  if (known && (await desk.isHeld(known))) return { next: 'held', patch: {} };
  const prepared = await desk.prepare(known);
  if (!prepared.ok) {
    const problem = erpProblem(prepared.error);
    // Only who orders came from the menu.
    return { next: 'trouble', patch: { problem, retryStep: 'prepare-join', mayGoBack: known !== undefined } };
  }
  const form = prepared.value;
  if (!form) return { next: 'held', patch: {} };
  // Who was not found has typed it already.
  const typed = join.cameFrom === 'document' ? entry.text : '';
  return {
    next: 'ask',
    patch: { join: { ...join, asked: { form, draft: advance(emptyDraft(typed), form) } } },
  };
}

/** Whether the chosen company has them as a customer already. A company that cannot say so keeps nobody out. */
export async function checkNewcomer({ parts, join }: VisitContext): Promise<StepOutcome<'new' | 'known'>> {
  if (!join.asked) throw new Error('a registration needs a form');
  const { draft, form } = join.asked;
  const found = await parts.directory.findCustomer(answerOf(draft, 'document') ?? '');
  const isKnown = found.ok && found.value?.erpIds.has(companyOf(draft, form).erp) === true;
  return { next: isKnown ? 'known' : 'new', patch: {} };
}

/** Sends the form, and puts its number on paper where there is a printer. @throws when the disk does not take it */
export async function sendJoin(context: VisitContext): Promise<StepOutcome<'done' | 'other'>> {
  const { join } = context;
  const desk = deskOf(context);
  const request = requestOf(context);
  const standing = await desk.send(request);
  const patch = { join: { ...join, standing }, ...printed(context, desk, request, standing) };
  return { next: standing.outcome === 'done' ? 'done' : 'other', patch };
}

/** Asks after what was registered here with a document. */
export async function readProgress(context: VisitContext): Promise<StepOutcome<'told'>> {
  const { join } = context;
  const progress = await deskOf(context).progress(join.document.text);
  return { next: 'told', patch: { join: { ...join, progress } } };
}

/** What keeps the document from being asked after. */
export function progressError({ join }: VisitContext): JoinEntryError | undefined {
  const parsed = parseDocument(join.document.text);
  return parsed.ok ? undefined : parsed.error;
}

type JoinEntryError = NonNullable<VisitContext['join']['document']['error']>;

/** The number is on the screen too: a printer in trouble takes nothing away from what was done. */
function printed(
  { parts, visitId }: VisitContext,
  desk: JoinDesk,
  request: JoinRequest,
  standing: JoinStanding,
): Partial<VisitState> {
  const taken = standing.outcome === 'done' || standing.outcome === 'unclear';
  if (!taken) return { printJobId: undefined };
  try {
    return { printJobId: desk.print(request, standing), printIsOwed: false };
  } catch (error) {
    parts.log.error('VISIT-STEP-FAILED', { visitId, step: 'print-protocol', reason: String(error) });
    return { printJobId: undefined };
  }
}

function requestOf(context: VisitContext): JoinRequest {
  const { visitId, join } = context;
  const known = knownOf(context);
  const { asked, agreedAt } = join;
  if (!visitId || !asked || agreedAt === undefined) throw new Error('a registration needs a form and a yes');
  return { visitId, ...asked, agreedAt, ...(known && { known }) };
}

function knownOf({ join, customer, document }: VisitContext): JoinCustomer | undefined {
  if (join.aim !== 'order') return undefined;
  if (!customer) throw new Error('an order needs a customer');
  return { customer, document };
}

function deskOf({ parts }: VisitContext): JoinDesk {
  if (!parts.joining) throw new Error('nobody is registered here');
  return parts.joining;
}
