import { erpProblem } from '../problem.ts';
import type { VisitContext } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';

/** Reads what is known of how to reach the customer. */
export async function openMyData(context: VisitContext): Promise<StepOutcome<'shown' | 'trouble'>> {
  const { document, customer, parts } = context;
  if (!customer || !parts.myData) throw new Error('contact data are of a customer');
  const known = await parts.myData.read(document, customer);
  if (known.ok) return { next: 'shown', patch: { myData: { known: known.value } } };
  const problem = erpProblem(known.error);
  return { next: 'trouble', patch: { problem, retryStep: 'open-my-data', mayGoBack: true } };
}

/** Has the change made. @throws when the disk does not take it */
export async function saveContact(context: VisitContext): Promise<StepOutcome<'done' | 'other'>> {
  const { visitId, document, customer, myData, contactChanges: changed, parts } = context;
  if (!visitId || !customer || !myData?.change || !parts.myData) throw new Error('nothing is to be saved');
  const { known, change } = myData;
  const answer = await parts.myData.save({ visitId, document, customer, changed }, change, known.records);
  const done = answer.kind === 'sent' && answer.savings.some(({ outcome }) => outcome === 'done');
  const patch = { myData: { known, change, answer }, ...(done && { contactChanges: [...changed, change] }) };
  return { next: done ? 'done' : 'other', patch };
}
