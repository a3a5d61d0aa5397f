import type { Charge } from '../../domain/charge.ts';
import type { Clock } from '../../domain/clock.ts';
import { centsFromDecimal, decimalFromCents } from '../../domain/money.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpClient, HttpRequest } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import type { PixAccount } from '../accounts.ts';
import type { ChargeLook, LookPace, PixProvider } from '../pix-provider.ts';
import { AccessToken } from './access-token.ts';
import { type ChargeAnswer, chargeAnswer } from './messages.ts';

/** Quick while the customer waits, slower when the payment takes its time; well below what PSPs allow. */
const pace: LookPace = { attendedMs: [1_500, 1_500, 1_500, 1_500, 2_000, 2_000, 3_000], awayMs: 30_000 };

/**
 * One account at a PSP that speaks the central bank's API Pix 2.9.0 (`/cob`). 200 and 201 are both accepted: PSPs
 * mix them. A refused token is renewed once per request.
 */
export function createApiPixProvider(account: PixAccount, http: HttpClient, clock: Clock): PixProvider {
  return new ApiPixProvider(account, http, clock);
}

class ApiPixProvider implements PixProvider {
  readonly pace = pace;
  readonly #account: PixAccount;
  readonly #http: HttpClient;
  readonly #token: AccessToken;

  constructor(account: PixAccount, http: HttpClient, clock: Clock) {
    this.#account = account;
    this.#http = http;
    this.#token = new AccessToken(account, http, clock);
  }

  async request(charge: Charge): Promise<Result<{ brCode: string }, RemoteFailure>> {
    const answer = await this.#call('PUT', charge.txid, {
      calendario: { expiracao: charge.expirySeconds },
      valor: { original: decimalFromCents(charge.amountCents) },
      chave: this.#account.key,
      solicitacaoPagador: `Fatura ${charge.invoices.map((invoice) => invoice.invoiceId).join(', ')}`.slice(
        0,
        140,
      ),
    });
    if (!answer.ok) return answer;
    return readBrCode(answer.value, charge);
  }

  async look(charge: Charge): Promise<Result<ChargeLook, RemoteFailure>> {
    const answer = await this.#call('GET', charge.txid);
    if (answer.ok) return readLook(answer.value, charge);
    return isUnknownCharge(answer.error) ? success({ status: 'absent' }) : answer;
  }

  async cancel(charge: Charge): Promise<Result<'cancelled' | 'not-cancellable', RemoteFailure>> {
    const answer = await this.#call('PATCH', charge.txid, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    if (answer.ok) return success('cancelled');
    // The standard answers 400 when the charge is no longer ATIVA: it may just have been paid.
    if (answer.error.kind === 'refused') return success('not-cancellable');
    return answer;
  }

  async #call(
    method: HttpRequest['method'],
    txid: string,
    body?: unknown,
  ): Promise<Result<ChargeAnswer, RemoteFailure>> {
    const first = await this.#callOnce(method, txid, body);
    if (first.ok || first.error.kind !== 'refused' || first.error.status !== 401) return first;
    this.#token.forget();
    return this.#callOnce(method, txid, body);
  }

  async #callOnce(
    method: HttpRequest['method'],
    txid: string,
    body?: unknown,
  ): Promise<Result<ChargeAnswer, RemoteFailure>> {
    const token = await this.#token.get();
    // Whatever came instead of a token, it is no word about the charge: a 404 here must not make it "absent".
    if (!token.ok) return failure({ kind: 'not-sent', detail: `no token: ${token.error.detail}` });
    const answer = await this.#http.request({
      method,
      url: `${this.#account.baseUrl.replace(/\/+$/, '')}/cob/${txid}`,
      headers: {
        authorization: `Bearer ${token.value}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutMs: this.#account.timeoutMs,
    });
    if (!answer.ok) return answer;
    const parsed = readJson(answer.value, chargeAnswer);
    if (parsed.ok && parsed.value.txid !== txid) {
      return failure({ kind: 'malformed', detail: 'the answer is about another txid' });
    }
    return parsed;
  }
}

/** The standard's 404 comes with a problem as JSON; a gateway's page says nothing of the charge. */
function isUnknownCharge(error: RemoteFailure): boolean {
  return (
    error.kind === 'refused' && error.status === 404 && typeof error.body === 'object' && error.body !== null
  );
}

/** The text of the QR, which must be for our amount before anybody sees it. */
function readBrCode(answer: ChargeAnswer, charge: Charge): Result<{ brCode: string }, RemoteFailure> {
  if (centsFromDecimal(answer.valor.original) !== charge.amountCents) {
    return failure({ kind: 'malformed', detail: 'the PSP answered with another amount' });
  }
  return answer.pixCopiaECola === undefined
    ? failure({ kind: 'malformed', detail: 'no pixCopiaECola in the answer' })
    : success({ brCode: answer.pixCopiaECola });
}

function readLook(answer: ChargeAnswer, charge: Charge): Result<ChargeLook, RemoteFailure> {
  // A charge that was removed in the second of its payment keeps the status, but the money is there.
  if (answer.pix.length > 0) return readPayments(answer);
  switch (answer.status) {
    case 'ATIVA': {
      const code = readBrCode(answer, charge);
      return code.ok ? success({ status: 'awaiting', ...code.value }) : code;
    }
    case 'CONCLUIDA':
      return readPayments(answer);
    case 'REMOVIDA_PELO_USUARIO_RECEBEDOR':
    case 'REMOVIDA_PELO_PSP':
      return success({ status: 'cancelled' });
  }
}

function readPayments(answer: ChargeAnswer): Result<ChargeLook, RemoteFailure> {
  const payments = answer.pix.flatMap(({ endToEndId, valor, horario }) => {
    const amountCents = centsFromDecimal(valor);
    return amountCents === undefined ? [] : [{ endToEndId, amountCents, paidAt: horario }];
  });
  if (payments.length === 0 || payments.length !== answer.pix.length) {
    return failure({ kind: 'malformed', detail: 'CONCLUIDA without a readable payment' });
  }
  return success({ status: 'paid', payments });
}
