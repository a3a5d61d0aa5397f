import { z } from 'zod';
import type { ChargeBook } from './charge-book.ts';
import type { Payment, RefundRow } from './ledger.ts';
import type { Violation } from './problem.ts';

const NINETY_DAYS_MS = 90 * 86_400_000;

export const refundIdPattern = /^[a-zA-Z0-9]{1,35}$/;

const bodySchema = z.object({
  valor: z
    .string()
    .regex(/^\d{1,10}\.\d{2}$/)
    .refine((amount) => cents(amount) > 0),
  natureza: z.enum(['ORIGINAL', 'RETIRADA']).exactOptional(),
  descricao: z.string().max(140).exactOptional(),
});

export type RefundOutcome =
  | { readonly ok: true; readonly refund: RefundRow }
  | { readonly ok: false; readonly violation: Violation };

/** The simulated PSP's refunds. One is in processing until it is settled. */
export class RefundBook {
  private readonly book: ChargeBook;
  private readonly now: () => number;

  constructor(book: ChargeBook, now: () => number) {
    this.book = book;
    this.now = now;
  }

  find(endToEndId: string, id: string): RefundRow | undefined {
    return this.book.ledger.refunds.find((refund) => refund.endToEndId === endToEndId && refund.id === id);
  }

  /** Takes a refund on, unless the standard forbids it. */
  request(payment: Payment, id: string, body: unknown): RefundOutcome {
    const parsed = bodySchema.safeParse(body);
    if (!refundIdPattern.test(id)) return refused('id', 'O id não respeita o schema.');
    if (!parsed.success) return refused('valor', 'O campo devolucao.valor não respeita o schema.');
    if (this.find(payment.endToEndId, id) !== undefined) {
      return refused('id', 'O id já foi utilizado por outra devolução deste Pix.');
    }
    if (this.returned(payment) + cents(parsed.data.valor) > cents(payment.amount)) {
      return refused('valor', 'As devoluções excederiam o valor do Pix originário.');
    }
    if (this.now() - Date.parse(payment.at) > NINETY_DAYS_MS) {
      return refused('horario', 'A janela de 90 dias para devoluções deste Pix passou.');
    }
    const refund: RefundRow = {
      endToEndId: payment.endToEndId,
      id,
      amount: parsed.data.valor,
      status: 'EM_PROCESSAMENTO',
      requestedAt: new Date(this.now()).toISOString(),
    };
    this.book.ledger.refunds.push(refund);
    return { ok: true, refund };
  }

  /** The money arrives at the payer's bank, or comes back. False: there is none in processing. */
  settle(endToEndId: string, id: string, outcome: 'DEVOLVIDO' | 'NAO_REALIZADO', reason?: string): boolean {
    const refund = this.find(endToEndId, id);
    if (refund?.status !== 'EM_PROCESSAMENTO') return false;
    refund.status = outcome;
    if (outcome === 'DEVOLVIDO') refund.settledAt = new Date(this.now()).toISOString();
    if (reason !== undefined) refund.reason = reason;
    return true;
  }

  /** Cents that went back, or are on their way. */
  private returned({ endToEndId }: Payment): number {
    return this.book.ledger.refunds
      .filter((refund) => refund.endToEndId === endToEndId && refund.status !== 'NAO_REALIZADO')
      .reduce((sum, { amount }) => sum + cents(amount), 0);
  }
}

function refused(property: string, razao: string): RefundOutcome {
  return { ok: false, violation: { razao, propriedade: `devolucao.${property}` } };
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
