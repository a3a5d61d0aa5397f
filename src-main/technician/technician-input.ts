import * as z from 'zod';
import type { InputOf, JsonObject, TechnicianCall } from '../contract/technician.ts';

const nothing = z.strictObject({});
const pin = z.string().max(64);
const revision = z.int().nonnegative();
const name = z.string().max(200);
const drive = z.string().min(1).max(500);
const path = z.string().max(2000);
const purpose = z.enum(['logo', 'erp-profile', 'printer-profile', 'certificate', 'settings']);
/** Whether such a day exists is for its reader to see. */
const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);
const event = z.int().nonnegative();
const testedTarget = z.union([z.enum(['chat', 'crm']), z.templateLiteral(['webhook:', z.string().max(30)])]);
/** A person must say why, and a novel is not asked for. */
const reason = z.string().trim().min(3).max(500);

/** Depth and sense of the settings are checked by their own schema; here only that it is an object of JSON. */
const draft: z.ZodType<JsonObject> = z.record(z.string().max(200), z.json());

/** What each call may carry: parsed at the border, whoever claims to be the page. */
const inputs: { readonly [C in TechnicianCall]: z.ZodType<InputOf<C>> } = {
  door: nothing,
  'choose-pin': z.strictObject({ pin }),
  unlock: z.strictObject({ pin }),
  leave: nothing,
  'change-pin': z.strictObject({ current: pin, pin }),
  'read-settings': nothing,
  'check-settings': z.strictObject({ draft }),
  'save-settings': z.strictObject({ revision, draft }),
  'undo-settings': z.strictObject({ revision }),
  'list-drives': nothing,
  'list-folder': z.strictObject({ drive, path, purpose }),
  'pick-file': z.strictObject({ drive, path, purpose }),
  'export-settings': z.strictObject({ drive }),
  'export-log': z.strictObject({ drive }),
  'erp-profiles': nothing,
  'test-erp': z.strictObject({ draft, erp: name, operation: name, document: name }),
  'pix-certificate': z.strictObject({ draft, account: name }),
  'test-pix': z.strictObject({ draft, account: name }),
  'test-relay': z.strictObject({ draft, target: testedTarget }),
  'test-senior-crm': z.strictObject({ draft, phone: z.string().max(40) }),
  'serial-ports': nothing,
  'printer-status': z.strictObject({ draft }),
  'printer-profiles': nothing,
  'preview-papers': z.strictObject({ draft }),
  'test-a4-printer': z.strictObject({ draft }),
  'test-gateway': z.strictObject({ draft }),
  'print-test-page': z.strictObject({ draft }),
  'read-state': nothing,
  'read-clock': nothing,
  'find-charges': z.strictObject({ text: name, page: z.int().min(0).max(100_000) }),
  'close-day': z.strictObject({ day }),
  'export-closing': z.strictObject({ drive, day }),
  'reprint-receipt': z.strictObject({ chargeId: name }),
  'retry-write-off': z.strictObject({ id: name }),
  'settle-write-off': z.strictObject({ id: name, reason }),
  'refund-pix': z.strictObject({ id: name }),
  'retry-delivery': z.strictObject({ event, target: name }),
  'retry-deliveries': z.strictObject({ target: name }),
  'close-request': z.strictObject({ id: name, reason }),
  'drop-delivery': z.strictObject({ event, target: name, reason }),
};

/** Whether this is a call at all. */
export function isTechnicianCall(call: unknown): call is TechnicianCall {
  return typeof call === 'string' && Object.hasOwn(inputs, call);
}

/** The input of a call, or `undefined` when it is none. */
export function parseInput<C extends TechnicianCall>(call: C, input: unknown): InputOf<C> | undefined {
  return inputs[call].safeParse(input, { jitless: true }).data;
}
