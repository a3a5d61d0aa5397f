import { z } from 'zod';
import { type Cents, centsFromDecimal } from '../../domain/money.ts';

/** The parts of the central bank's API Pix 2.9.0 answers that the kiosk reads; unknown fields are ignored. */

/** `valor` is a decimal string with exactly two places. */
const amount = z
  .string()
  .regex(/^\d{1,10}\.\d{2}$/)
  .transform((text): Cents => centsFromDecimal(text) ?? Number.NaN);

const moment = z.iso.datetime({ offset: true });

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds; some PSPs send it as text. */
  expires_in: z.coerce.number().positive().default(300),
});

export const refundAnswer = z.object({
  id: z.string(),
  valor: amount,
  status: z.enum(['EM_PROCESSAMENTO', 'DEVOLVIDO', 'NAO_REALIZADO']),
  /** The standard demands the object, not what is in it. */
  horario: z.object({ solicitacao: moment.optional(), liquidacao: moment.optional() }).default({}),
  motivo: z.string().optional(),
});

export type RefundAnswer = z.output<typeof refundAnswer>;

export const paymentAnswer = z.object({
  /** 32 by the standard, 34 in its own examples: money that came must not go unseen for it. */
  endToEndId: z.string().regex(/^[a-zA-Z0-9]{1,64}$/),
  txid: z.string().optional(),
  valor: amount,
  horario: moment,
  /** Whatever a PSP writes there must not hide the money that came. */
  devolucoes: z.array(refundAnswer).catch([]).default([]),
});

export type PaymentAnswer = z.output<typeof paymentAnswer>;

/** A `cob` or a `cobv`: what the kiosk reads of them is the same. */
export const chargeAnswer = z.object({
  txid: z.string(),
  status: z.enum(['ATIVA', 'CONCLUIDA', 'REMOVIDA_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_PSP']),
  valor: z.object({ original: amount }),
  pixCopiaECola: z.string().min(1).max(512).optional(),
  pix: z.array(paymentAnswer).default([]),
});

export type ChargeAnswer = z.output<typeof chargeAnswer>;

export const locationAnswer = z.object({
  id: z.int(),
  location: z.string().min(1),
  tipoCob: z.enum(['cob', 'cobv']),
  txid: z.string().optional(),
});

export type LocationAnswer = z.output<typeof locationAnswer>;

export const paymentListAnswer = z.object({
  parametros: z.object({
    paginacao: z.object({ paginaAtual: z.int().min(0), quantidadeDePaginas: z.int().min(0) }),
  }),
  pix: z.array(paymentAnswer).default([]),
});

export type PaymentListAnswer = z.output<typeof paymentListAnswer>;
