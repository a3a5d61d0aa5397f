import { z } from 'zod';

/** The parts of the central bank's API Pix 2.9.0 answers that the kiosk reads; unknown fields are ignored. */

/** `valor` is a decimal string with exactly two places. */
const amountText = z.string().regex(/^\d{1,10}\.\d{2}$/);

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds; some PSPs send it as text. */
  expires_in: z.coerce.number().positive().default(300),
});

const paymentAnswer = z.object({
  endToEndId: z.string().length(32),
  valor: amountText,
  horario: z.iso.datetime({ offset: true }),
});

export const chargeAnswer = z.object({
  txid: z.string(),
  status: z.enum(['ATIVA', 'CONCLUIDA', 'REMOVIDA_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_PSP']),
  valor: z.object({ original: amountText }),
  pixCopiaECola: z.string().min(1).max(512).optional(),
  pix: z.array(paymentAnswer).default([]),
});

export type ChargeAnswer = z.output<typeof chargeAnswer>;
