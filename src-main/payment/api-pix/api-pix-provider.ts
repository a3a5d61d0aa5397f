import type { Charge } from '../../domain/charge.ts';
import { sumOf } from '../../domain/refund.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ChargeLook, LookPace, PixProvider, PixRefunds } from '../pix-provider.ts';
import { createPixRefunds } from '../pix-refunds.ts';
import type { ApiPixClient, CobOrder, PixCharge, ReceivedPix } from './api-pix-client.ts';

/** Quick while the customer waits, slower when the payment takes its time; well below what PSPs allow. */
const pace: LookPace = { attendedMs: [1_500, 1_500, 1_500, 1_500, 2_000, 2_000, 3_000], awayMs: 30_000 };

/** An account's immediate charges (`cob`): the kiosk asks for what is due now, so it needs none with a due date. */
export function createApiPixProvider(client: ApiPixClient): PixProvider {
  return new ApiPixProvider(client);
}

class ApiPixProvider implements PixProvider {
  readonly pace = pace;
  readonly refunds: PixRefunds;
  readonly #client: ApiPixClient;

  constructor(client: ApiPixClient) {
    this.#client = client;
    this.refunds = createPixRefunds(client);
  }

  async request(charge: Charge): Promise<Result<{ brCode: string }, RemoteFailure>> {
    const answer = await this.#client.createCob(charge.txid, orderOf(charge));
    return answer.ok ? brCodeOf(answer.value, charge) : answer;
  }

  async look(charge: Charge): Promise<Result<ChargeLook, RemoteFailure>> {
    const answer = await this.#client.readCob(charge.txid);
    if (answer.ok) return readLook(answer.value, charge);
    // Only the PSP's own word counts, not that of a request that never went out.
    const { kind, pix } = answer.error;
    return kind === 'refused' && pix.problem === 'not-found' ? success({ status: 'absent' }) : answer;
  }

  async cancel(charge: Charge): Promise<Result<'cancelled' | 'not-cancellable', RemoteFailure>> {
    const answer = await this.#client.cancelCob(charge.txid);
    if (answer.ok) return success('cancelled');
    // The standard answers 400 when the charge is no longer ATIVA: it may just have been paid.
    if (answer.error.kind === 'refused') return success('not-cancellable');
    return answer;
  }
}

/**
 * What the PSP is told of a charge. No debtor: the standard wants a name with the document, and the journal keeps none.
 * The lines name terminal and invoices, so that a person can find the charge at the bank.
 */
function orderOf({ amountCents, expirySeconds, terminalId, invoices }: Charge): CobOrder {
  const invoiceIds = invoices.map(({ invoiceId }) => invoiceId).join(', ');
  return {
    amountCents,
    expirySeconds,
    message: `Fatura ${invoiceIds}`,
    extraLines: [
      ...(terminalId === '' ? [] : [{ name: 'Terminal', value: terminalId }]),
      { name: invoices.length === 1 ? 'Fatura' : 'Faturas', value: invoiceIds },
    ],
  };
}

/** The text of the QR, which must be for our amount before anybody sees it. */
function brCodeOf(answer: PixCharge, charge: Charge): Result<{ brCode: string }, RemoteFailure> {
  if (answer.amountCents !== charge.amountCents) {
    return failure({ kind: 'malformed', detail: 'the PSP answered with another amount' });
  }
  return answer.brCode === undefined
    ? failure({ kind: 'malformed', detail: 'no pixCopiaECola in the answer' })
    : success({ brCode: answer.brCode });
}

function readLook(answer: PixCharge, charge: Charge): Result<ChargeLook, RemoteFailure> {
  // A charge that was removed in the second of its payment keeps the status, but the money is there.
  if (answer.payments.length > 0) return readPayments(answer);
  switch (answer.status) {
    case 'active': {
      const code = brCodeOf(answer, charge);
      return code.ok ? success({ status: 'awaiting', ...code.value }) : code;
    }
    case 'completed':
      return readPayments(answer);
    case 'removed-by-payee':
    case 'removed-by-psp':
      return success({ status: 'cancelled' });
  }
}

function readPayments({ payments }: PixCharge): Result<ChargeLook, RemoteFailure> {
  if (payments.length === 0) {
    return failure({ kind: 'malformed', detail: 'CONCLUIDA without a readable payment' });
  }
  const kept = payments.filter((payment) => !wentBack(payment));
  // Somebody sent it back at the bank before the kiosk heard of it: there is nothing to settle an invoice with.
  if (kept.length === 0) return success({ status: 'cancelled' });
  return success({
    status: 'paid',
    payments: kept.map(({ endToEndId, amountCents, paidAt }) => ({ endToEndId, amountCents, paidAt })),
  });
}

/** Whole; one of which a part went back is for a person. */
function wentBack({ amountCents, refunds }: ReceivedPix): boolean {
  const returned = refunds.filter(({ status }) => status !== 'not-done');
  return sumOf(returned) >= amountCents;
}
