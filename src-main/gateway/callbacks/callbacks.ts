import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clock.ts';
import type { QuietLog } from '../access/quiet-log.ts';
import type { CustomerBook } from '../customer-book.ts';
import type { VisitHistory } from '../visit-history.ts';
import { findWho } from '../who.ts';
import { type Answer, jsonAnswer } from '../wire/answer.ts';
import type { AskedValues } from '../wire/asked-values.ts';
import { checkContact } from './check-contact.ts';
import { type LoadContactParts, loadContact } from './load-contact.ts';
import { type SaveContactParts, saveContact } from './save-contact.ts';
import { suggestReplies } from './suggest-replies.ts';

export interface CallbackParts extends SaveContactParts, Pick<LoadContactParts, 'panelAddress'> {
  readonly customers: CustomerBook;
  readonly visits: Pick<VisitHistory, 'documentsOf'>;
  readonly quietLog: QuietLog;
  readonly clock: Pick<Clock, 'wallTime'>;
  /** IANA name. */
  readonly timeZone: string;
}

type Callback = (values: AskedValues, parts: CallbackParts) => unknown;

/** By the event's name in small letters; contract C.4. The last one is written so there. */
const callbacks: Readonly<Record<string, Callback>> = {
  onloadcontact: (values, parts) => loadContact(findWho(values, parts.visits), parts),
  onbeforesavecontact: (values) => checkContact(values),
  onsavecontact: (values, parts) => saveContact(values, parts),
  onstartconversation: (_values, { quietLog }) => noteConversation('start', quietLog),
  onendconversation: (_values, { quietLog }) => noteConversation('end', quietLog),
  ongetchatmessagesugestion: (values, parts) => {
    const today = calendarDateAt(parts.clock.wallTime(), parts.timeZone);
    return suggestReplies(findWho(values, parts.visits), parts.customers, today);
  },
};

/** Whether there is an event of this name, in whatever case. */
export function isCallback(name: string): boolean {
  return Object.hasOwn(callbacks, name.toLowerCase());
}

/** Answers one of the platform's events. */
export async function answerCallback(
  name: string,
  values: AskedValues,
  parts: CallbackParts,
): Promise<Answer> {
  const callback = callbacks[name.toLowerCase()];
  return jsonAnswer(await callback?.(values, parts));
}

function noteConversation(moment: 'start' | 'end', quietLog: QuietLog): true {
  quietLog.note('GATEWAY-CONVERSATION', moment);
  return true;
}
