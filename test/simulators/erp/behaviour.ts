import { z } from 'zod';

/** How this ERP behaves where the contract leaves it open. All of it can be changed while it runs. */
export const behaviourChangeSchema = z.strictObject({
  /** Whether a second write-off with the same `Idempotency-Key` has no effect. */
  honourIdempotencyKey: z.boolean().exactOptional(),
  /** What a write-off of an invoice that is not open does: books it a second time, says so, or is refused with 409. */
  writeOffOfSettled: z.enum(['settle-again', 'say-already-settled', 'refuse']).exactOptional(),
  /** Text of a successful write-off's `status`. */
  writeOffStatus: z.string().exactOptional(),
  /** Text of `status` when the invoice is settled already. */
  alreadySettledStatus: z.string().exactOptional(),
  /** Whether a write-off shows up in the statement. */
  statementOnWriteOff: z.boolean().exactOptional(),
  /** Answer for a document that nobody has: `{}`, `[]` or 404. */
  unknownCustomer: z.enum(['empty-object', 'empty-list', 'not-found']).exactOptional(),
  /** Lists as bare arrays, or as an object with one array-valued property. */
  listShape: z.enum(['array', 'object']).exactOptional(),
  decimalMark: z.enum(['.', ',']).exactOptional(),
  thousandsMark: z.enum(['', '.', ',']).exactOptional(),
  /** The longer ones have a time. */
  dateFormat: z.enum(['iso', 'iso-time', 'br', 'br-time']).exactOptional(),
  /** Amounts as text or as JSON numbers. */
  amountType: z.enum(['text', 'number']).exactOptional(),
  /** The contract's final field names, or those that it superseded. */
  fieldNames: z.enum(['current', 'superseded']).exactOptional(),
  /** A ticket's id under the misspelt name that the contract prints, or under the corrected one. */
  ticketIdName: z.enum(['printed', 'corrected']).exactOptional(),
  /** What a trust unlock does: enables the service; says no; or says something vague, and does it or not. */
  unlock: z.enum(['done', 'refused', 'vague-done', 'vague']).exactOptional(),
  /** Text of a successful edit's or upload's `status`. */
  actionStatus: z.string().exactOptional(),
  /** `emissao`/`vencimento`, or `data_emissao`/`data_vencimento`. */
  dateNames: z.enum(['plain', 'data']).exactOptional(),
});

/** Any part of the behaviour. */
export type ErpBehaviourChange = z.output<typeof behaviourChangeSchema>;

export type ErpBehaviour = Readonly<Required<ErpBehaviourChange>>;

export const defaultBehaviour: ErpBehaviour = {
  honourIdempotencyKey: false,
  writeOffOfSettled: 'settle-again',
  writeOffStatus: 'Baixa efetuada',
  alreadySettledStatus: 'Fatura já baixada',
  statementOnWriteOff: true,
  unknownCustomer: 'empty-object',
  listShape: 'array',
  decimalMark: '.',
  thousandsMark: '',
  dateFormat: 'iso',
  amountType: 'text',
  fieldNames: 'current',
  ticketIdName: 'printed',
  unlock: 'done',
  actionStatus: 'Sucesso',
  dateNames: 'plain',
};
