import type { Countdown, Screen } from '../../contract/screen.ts';
import { formatPhone, maskPhone } from '../../domain/contact-data.ts';
import type { MessageContent } from '../../domain/visit-event.ts';
import type { VisitContext } from '../visit-context.ts';

/** The screens of "Receber no WhatsApp". */

export function messagePhonesScreen(context: VisitContext, busy: boolean): Screen {
  const known = busy ? [] : (context.message.known ?? []);
  return {
    name: 'message-phones',
    content: contentOf(context),
    phones: known.map((digits, index) => ({ id: String(index), label: maskPhone(digits) })),
    busy,
    ...pixCountdown(context),
  };
}

export function messageNumberScreen(context: VisitContext): Screen {
  const { typed, error } = context.message;
  return {
    name: 'message-number',
    content: contentOf(context),
    entry: formatPhone(typed),
    canSubmit: typed.length > 0,
    ...(error !== undefined && { error }),
  };
}

export function messageConsentScreen(context: VisitContext, busy: boolean): Screen {
  const { matter } = context.message;
  return {
    name: 'message-consent',
    content: contentOf(context),
    phone: phoneOf(context),
    company: matter?.facts.company ?? '',
    busy,
    ...pixCountdown(context),
  };
}

export function messageAskedScreen(context: VisitContext): Screen {
  return {
    name: 'message-asked',
    content: contentOf(context),
    phone: phoneOf(context),
    outcome: context.message.outcome,
    ...pixCountdown(context),
  };
}

function contentOf({ message }: VisitContext): MessageContent {
  return message.matter?.content ?? 'typeable-line';
}

/** In full only what the customer typed, so that they can check it: a stranger may read the screen. */
function phoneOf({ message: { phone } }: VisitContext): string {
  if (!phone) return '';
  return phone.isTyped ? formatPhone(phone.digits.slice(2)) : maskPhone(phone.digits);
}

/** The time left to pay the PIX that waits meanwhile. */
function pixCountdown({ message, charge, chargeEndsAt, parts }: VisitContext): { countdown?: Countdown } {
  if (message.matter?.place !== 'pix' || !charge) return {};
  const remainingMs = Math.max(0, chargeEndsAt - parts.clock.monotonic());
  return { countdown: { totalMs: charge.expirySeconds * 1000, remainingMs } };
}
