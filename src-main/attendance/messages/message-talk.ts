import type { PhoneError } from '../../contract/screen.ts';
import type { MessageFacts } from '../../domain/message.ts';
import type { MessageContent } from '../../domain/visit-event.ts';

/** Most messages that a visit may ask for: the kiosk is nobody's free way to write to strangers. */
export const mostMessages = 3;

/** Where in the visit a message can be asked for, and where the customer comes back to. */
export type MessagePlace = 'invoice' | 'pix' | 'paid';

/** What would be sent. */
export interface MessageMatter {
  readonly place: MessagePlace;
  readonly content: MessageContent;
  readonly facts: MessageFacts;
  readonly chargeId?: string;
}

/** What the visit knows of messages. */
export interface MessageTalk {
  readonly matter: MessageMatter | undefined;
  /** Mobiles with country code that the customer may choose from; undefined until they were looked for. */
  readonly known: readonly string[] | undefined;
  /** DDD and number as typed so far. */
  readonly typed: string;
  readonly error: PhoneError | undefined;
  /** Where it goes, with country code; `isTyped`: the customer's own fingers brought it here. */
  readonly phone: { readonly digits: string; readonly isTyped: boolean } | undefined;
  /** Ids of the messages of this visit. */
  readonly asked: readonly string[];
  readonly outcome: 'asked' | 'failed';
}

export const noMessage: MessageTalk = {
  matter: undefined,
  known: undefined,
  typed: '',
  error: undefined,
  phone: undefined,
  asked: [],
  outcome: 'failed',
};
