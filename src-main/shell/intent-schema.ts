import { z } from 'zod';
import type { IntentMessage } from '../contract/intent.ts';

const id = z.string().min(1).max(200);

const intent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('key'), key: z.string().regex(/^[0-9A-Za-z]$/) }),
  z.strictObject({ type: z.literal('erase') }),
  z.strictObject({ type: z.literal('clear') }),
  z.strictObject({ type: z.literal('toggle-letters') }),
  z.strictObject({ type: z.literal('submit') }),
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
