import { z } from 'zod';
import type { IntentMessage } from '../contract/intent.ts';
import { displayModes, languages } from '../contract/screen.ts';
import { statementMonths } from '../contract/second-copies-screen.ts';

const id = z.string().min(1).max(200);

const menuEntry = z.enum(['invoices', 'receipts', 'services', 'second-copies', 'help', 'my-data', 'order']);

const intent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('key'), key: z.string().regex(/^[0-9A-Za-z]$/) }),
  z.strictObject({ type: z.literal('erase') }),
  z.strictObject({ type: z.literal('clear') }),
  z.strictObject({ type: z.literal('toggle-letters') }),
  z.strictObject({ type: z.literal('enter-text'), text: z.string().max(2_000) }),
  z.strictObject({ type: z.literal('join') }),
  z.strictObject({ type: z.literal('ask-progress') }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('submit') }),
  z.strictObject({ type: z.literal('choose-entry'), entry: menuEntry }),
  z.strictObject({
    type: z.literal('choose-copies'),
    kind: z.enum(['fiscal-note', 'debt-clearance', 'statement']),
  }),
  z.strictObject({ type: z.literal('choose-copy'), copyId: id }),
  z.strictObject({ type: z.literal('choose-months'), months: z.literal(statementMonths) }),
  z.strictObject({ type: z.literal('show-copy') }),
  z.strictObject({ type: z.literal('print-copy') }),
  z.strictObject({ type: z.literal('choose-service'), serviceId: id }),
  z.strictObject({ type: z.literal('pay-owed') }),
  z.strictObject({ type: z.literal('ask-unlock') }),
  z.strictObject({ type: z.literal('choose-contract'), contractId: id }),
  z.strictObject({ type: z.literal('choose-invoice'), invoiceId: id }),
  z.strictObject({ type: z.literal('show-several') }),
  z.strictObject({ type: z.literal('tick-invoice'), invoiceId: id }),
  z.strictObject({ type: z.literal('tick-all') }),
  z.strictObject({ type: z.literal('tick-none') }),
  z.strictObject({ type: z.literal('pay-pix') }),
  z.strictObject({ type: z.literal('print-slip') }),
  z.strictObject({ type: z.literal('show-receipts') }),
  z.strictObject({ type: z.literal('choose-receipt'), receiptId: id }),
  z.strictObject({ type: z.literal('show-boleto') }),
  z.strictObject({ type: z.literal('print-pages') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('retry') }),
  z.strictObject({ type: z.literal('more-time') }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({ type: z.literal('choose-option'), optionId: id }),
  z.strictObject({ type: z.literal('receive-message') }),
  z.strictObject({ type: z.literal('choose-phone'), phoneId: id }),
  z.strictObject({ type: z.literal('other-phone') }),
  z.strictObject({ type: z.literal('agree') }),
  z.strictObject({ type: z.literal('decline') }),
  z.strictObject({ type: z.literal('call-attendant') }),
  z.strictObject({ type: z.literal('close-notice') }),
  z.strictObject({ type: z.literal('set-language'), language: z.enum(languages) }),
  z.strictObject({ type: z.literal('set-mode'), mode: z.enum(displayModes), on: z.boolean() }),
  z.strictObject({ type: z.literal('speak'), text: z.string().min(1).max(600) }),
  z.strictObject({ type: z.literal('hush') }),
  z.strictObject({ type: z.literal('technician') }),
  z.strictObject({ type: z.literal('activity') }),
]);

/** What the page may send: parsed at the border, whoever claims to be the page. */
export const intentMessageSchema: z.ZodType<IntentMessage> = z.strictObject({
  screenKey: z.number().int().nonnegative(),
  intent,
});

/** A message from the page, or `undefined` when it is none. */
export function parseIntentMessage(payload: unknown): IntentMessage | undefined {
  return intentMessageSchema.safeParse(payload).data;
}
