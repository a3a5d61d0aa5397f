import { z } from 'zod';

/** How this ERP behaves where contract B leaves it open. All of it can be changed while it runs. */
export const behaviourChangeSchema = z.strictObject({
  /** Answers as JSON, or as a JSON text that holds JSON text. */
  packing: z.enum(['json', 'text']).exactOptional(),
  /** How a field without a value is written. */
  absentField: z.enum(['empty', 'null', 'none', 'missing']).exactOptional(),
  /** The answer where there is nothing: an empty object or list, `null`, or "None". */
  nothing: z.enum(['empty', 'null', 'none']).exactOptional(),
  /** How a yes or no is written. */
  flags: z
    .enum(['boolean', 'text', 'python', 'letter', 'word', 'number', 'digit', 'upper-letter'])
    .exactOptional(),
  /**
   * What becomes of a write-off: done; refused; done without saying so, or not done, with the words of a time-out; or
   * told as a time-out and done once `settleLate` is called.
   */
  writeOff: z.enum(['done', 'refused', 'time-out-done', 'time-out-lost', 'time-out-late']).exactOptional(),
  /** `api_response` of each case; absent: the words that this ERP has for it. */
  apiResponse: z.string().exactOptional(),
  /** Whether a second write-off of the same transaction has no effect. */
  honourTransactionId: z.boolean().exactOptional(),
  /** A write-off of a boleto that is not open: booked a second time, or `success: false` with words for it. */
  writeOffOfSettled: z.enum(['settle-again', 'say-already-settled']).exactOptional(),
  /** Whether `get_invoice` still finds an invoice that is settled: the 16 fields have no room for that. */
  getInvoiceFindsSettled: z.boolean().exactOptional(),
  /** Lists as bare arrays, or as an object with one array-valued property. */
  listShape: z.enum(['array', 'object']).exactOptional(),
  decimalMark: z.enum(['.', ',']).exactOptional(),
  thousandsMark: z.enum(['', '.', ',']).exactOptional(),
  /** Amounts as text or as JSON numbers. */
  amountType: z.enum(['text', 'number']).exactOptional(),
  dateFormat: z.enum(['iso', 'iso-time', 'br', 'br-time']).exactOptional(),
  /** The eight functions without fields follow contract A: by its final names, or those that it superseded. */
  fieldNames: z.enum(['current', 'superseded']).exactOptional(),
  ticketIdName: z.enum(['printed', 'corrected']).exactOptional(),
  /** What a trust unlock does: enables the service; says no; or says something vague, and does it or not. */
  unlock: z.enum(['done', 'refused', 'vague-done', 'vague']).exactOptional(),
  /** Whether an order is opened as a ticket. */
  orderIsIssue: z.boolean().exactOptional(),
});

/** Any part of the behaviour. */
export type ErpBBehaviourChange = z.output<typeof behaviourChangeSchema>;

export type ErpBBehaviour = Readonly<Required<Omit<ErpBBehaviourChange, 'apiResponse'>>> &
  Pick<ErpBBehaviourChange, 'apiResponse'>;

export const defaultBehaviour: ErpBBehaviour = {
  packing: 'json',
  absentField: 'empty',
  nothing: 'empty',
  flags: 'boolean',
  writeOff: 'done',
  honourTransactionId: false,
  writeOffOfSettled: 'settle-again',
  getInvoiceFindsSettled: false,
  listShape: 'array',
  decimalMark: '.',
  thousandsMark: '',
  amountType: 'text',
  dateFormat: 'iso',
  fieldNames: 'current',
  ticketIdName: 'printed',
  unlock: 'done',
  orderIsIssue: false,
};
