import * as z from 'zod';
import { eventTypes } from '../domain/domain-event.ts';
import { secret, shortId, webAddress } from './setting-fields.ts';
import { reportIssue } from './setting-issue.ts';

/** 24 to 64 bytes, as Standard Webhooks asks for. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const webhook = z.strictObject({
  id: shortId().describe(
    'Name of this webhook, for people and for what waits to be delivered; a changed name is another webhook.',
  ),
  url: webAddress()
    .refine((address) => !/[?#]/.test(address), 'não pode ter “?” nem “#”: quem recebe confere a assinatura')
    .describe('Address that gets each event by POST.'),
  secret: secret()
    .regex(SECRET, 'começa com “whsec_” e segue em base64, de 24 a 64 bytes')
    .describe('The key of the signature (Standard Webhooks): whsec_ and 24 to 64 random bytes in base64.'),
  events: z
    .exactOptional(z.array(z.enum(eventTypes)).min(1, 'escolha pelo menos um'))
    .describe('Which events are sent, by their names in docs/events.md; left out: all of them.'),
  customerData: z
    .boolean()
    .default(false)
    .describe("Send the customer's document, name, telephone and e-mail along with each event."),
});

/** Whoever else wants to hear of events. */
export const webhooksSettings = z
  .array(webhook)
  .max(10)
  .default([])
  .superRefine(checkIds)
  .describe('Addresses of your own that are told of events, signed after Standard Webhooks.');

function checkIds(webhooks: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const ids = webhooks.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) reportIssue(context, [index, 'id'], 'este nome já é de outro webhook');
  });
}
