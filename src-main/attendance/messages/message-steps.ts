import type { VisitContext } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';
import { messageConsentVersion } from './consent.ts';

/** Looks for the customer's mobiles, once a visit. */
export async function findPhones(context: VisitContext): Promise<StepOutcome<'choose' | 'type'>> {
  const { parts, visitId, document, customer, message } = context;
  if (!visitId || !customer || !parts.messages) throw new Error('a message needs a customer');
  const known = message.known ?? (await parts.messages.findPhones({ visitId, document, customer }));
  return { next: known.length > 0 ? 'choose' : 'type', patch: { message: { ...message, known } } };
}

/** Has the message sent as soon as the platform can be reached. @throws when the disk does not take it */
export function askMessage(context: VisitContext): Promise<StepOutcome<'asked' | 'refused'>> {
  const { parts, visitId, message } = context;
  const { matter, phone, asked, known = [] } = message;
  if (!visitId || !matter || !phone || !parts.messages) throw new Error('a message needs a number');
  const { content, facts, chargeId } = matter;
  const taken = parts.messages.book.ask({
    visitId,
    content,
    facts,
    phone: phone.digits,
    consentVersion: messageConsentVersion,
    ...(chargeId !== undefined && { chargeId }),
  });
  if (!taken.ok) {
    parts.log.warn('MESSAGE-NOT-TAKEN', { visitId, content, reason: taken.error });
    return Promise.resolve({ next: 'refused', patch: { message: { ...message, outcome: 'failed' } } });
  }
  const patch = {
    accomplished: true,
    message: {
      ...message,
      outcome: 'asked',
      // Asked for again it is the same message.
      asked: [...new Set([...asked, taken.value.messageId])],
      known: [...new Set([phone.digits, ...known])],
    },
  } as const;
  return Promise.resolve({ next: 'asked', patch });
}
