import type { z } from 'zod';
import { decimalFromCents } from '../../domain/money.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpAnswer, HttpRequest } from '../../http/http-client.ts';
import { readJson } from '../../http/read-json.ts';
import type { PixAccount } from '../accounts.ts';
import { AccessToken } from './access-token.ts';
import type {
  ApiPixClient,
  CobOrder,
  CobvOrder,
  PixAnswer,
  PixCharge,
  PixLocation,
  PixPage,
  PixPeriod,
  PixRefund,
  ReceivedPix,
} from './api-pix-client.ts';
import { chargeAnswer, locationAnswer, paymentAnswer, paymentListAnswer, refundAnswer } from './messages.ts';
import { cobBody, cobvBody, periodQuery } from './orders.ts';
import { type PixFailure, type PspOperation, unusable } from './pix-failure.ts';
import { PspLine, type PspTools } from './psp-line.ts';
import type { PspTerms } from './psp-terms.ts';
import { readCharge, readLocation, readPage, readPayment, readRefund } from './read-answers.ts';

/**
 * A client for one account. 200 and 201 are both accepted: PSPs mix them. A refused token is renewed once per request.
 */
export function createApiPixClient(account: PixAccount, tools: PspTools): ApiPixClient {
  return new StandardClient(account, tools);
}

/** One call, as the standard has it. */
interface Call<S extends z.ZodType, T> {
  readonly operation: PspOperation;
  readonly method: HttpRequest['method'];
  /** Under the base address; its parts are ids of the standard's alphabets. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly schema: S;
  readonly read: (answer: z.output<S>) => T;
  /** The answer must be about what was asked. */
  readonly concerns: (value: T) => boolean;
}

type ChargeKind = 'cob' | 'cobv';

class StandardClient implements ApiPixClient {
  readonly #account: PixAccount;
  readonly #line: PspLine;
  readonly #token: AccessToken;

  constructor(account: PixAccount, tools: PspTools) {
    this.#account = account;
    this.#line = new PspLine(account, tools);
    this.#token = new AccessToken(this.#line, tools.clock);
  }

  createCob(txid: string, order: CobOrder): PixAnswer<PixCharge> {
    return this.#charge('create-cob', 'PUT', 'cob', txid, cobBody(this.#account.key, order));
  }

  readCob(txid: string): PixAnswer<PixCharge> {
    return this.#charge('read-cob', 'GET', 'cob', txid);
  }

  cancelCob(txid: string): PixAnswer<PixCharge> {
    return this.#charge('cancel-cob', 'PATCH', 'cob', txid, removal);
  }

  createCobv(txid: string, order: CobvOrder): PixAnswer<PixCharge> {
    return this.#charge('create-cobv', 'PUT', 'cobv', txid, cobvBody(this.#account.key, order));
  }

  readCobv(txid: string): PixAnswer<PixCharge> {
    return this.#charge('read-cobv', 'GET', 'cobv', txid);
  }

  cancelCobv(txid: string): PixAnswer<PixCharge> {
    return this.#charge('cancel-cobv', 'PATCH', 'cobv', txid, removal);
  }

  createLocation(kind: ChargeKind): PixAnswer<PixLocation> {
    return this.#call({
      operation: 'create-location',
      method: 'POST',
      path: '/loc',
      body: { tipoCob: kind },
      schema: locationAnswer,
      read: readLocation,
      concerns: (location) => location.kind === kind,
    });
  }

  readLocation(id: number): PixAnswer<PixLocation> {
    return this.#call({
      operation: 'read-location',
      method: 'GET',
      path: `/loc/${id}`,
      schema: locationAnswer,
      read: readLocation,
      concerns: (location) => location.id === id,
    });
  }

  readPix(endToEndId: string): PixAnswer<ReceivedPix> {
    return this.#call({
      operation: 'read-pix',
      method: 'GET',
      path: `/pix/${endToEndId}`,
      schema: paymentAnswer,
      read: readPayment,
      concerns: (payment) => payment.endToEndId === endToEndId,
    });
  }

  listPix(period: PixPeriod): PixAnswer<PixPage> {
    const { page: asked = 0, txid } = period;
    return this.#call({
      operation: 'list-pix',
      method: 'GET',
      path: '/pix',
      query: periodQuery(period),
      schema: paymentListAnswer,
      read: readPage,
      // A PSP that ignores the filter must not pass somebody else's payment off as this charge's.
      concerns: ({ page, payments }) =>
        page === asked && (txid === undefined || payments.every((payment) => payment.txid === txid)),
    });
  }

  requestRefund(endToEndId: string, refundId: string, cents: number): PixAnswer<PixRefund> {
    return this.#refund('request-refund', 'PUT', endToEndId, refundId, { valor: decimalFromCents(cents) });
  }

  readRefund(endToEndId: string, refundId: string): PixAnswer<PixRefund> {
    return this.#refund('read-refund', 'GET', endToEndId, refundId);
  }

  #charge(
    operation: PspOperation,
    method: HttpRequest['method'],
    kind: ChargeKind,
    txid: string,
    body?: unknown,
  ): PixAnswer<PixCharge> {
    return this.#call({
      operation,
      method,
      path: `/${kind}/${txid}`,
      body,
      schema: chargeAnswer,
      read: readCharge,
      concerns: (charge) => charge.txid === txid,
    });
  }

  #refund(
    operation: PspOperation,
    method: HttpRequest['method'],
    endToEndId: string,
    refundId: string,
    body?: unknown,
  ): PixAnswer<PixRefund> {
    return this.#call({
      operation,
      method,
      path: `/pix/${endToEndId}/devolucao/${refundId}`,
      body,
      schema: refundAnswer,
      read: readRefund,
      concerns: (refund) => refund.refundId === refundId,
    });
  }

  async #call<S extends z.ZodType, T>(call: Call<S, T>): PixAnswer<T> {
    const answer = await this.#authorised(call);
    if (!answer.ok) return answer;
    const parsed = readJson(answer.value, call.schema);
    if (!parsed.ok) return this.#line.fail(call.operation, unusable(parsed.error));
    const value = call.read(parsed.value);
    if (call.concerns(value)) return success(value);
    const detail = 'the answer is about something else';
    return this.#line.fail(call.operation, unusable({ kind: 'malformed', detail }));
  }

  async #authorised<S extends z.ZodType, T>(call: Call<S, T>): Promise<Result<HttpAnswer, PixFailure>> {
    const first = await this.#attempt(call);
    if (first.answer.ok || first.token === undefined) return first.answer;
    if (first.answer.error.kind !== 'refused' || first.answer.error.status !== 401) return first.answer;
    this.#token.forget(first.token);
    return (await this.#attempt(call)).answer;
  }

  async #attempt<S extends z.ZodType, T>(
    call: Call<S, T>,
  ): Promise<{ readonly answer: Result<HttpAnswer, PixFailure>; readonly token?: string }> {
    const token = await this.#token.get();
    if (!token.ok) return { answer: failure(withoutToken(token.error)) };
    const answer = await this.#line.send(call.operation, (terms) => requestOf(call, terms, token.value));
    return { answer, token: token.value };
  }
}

const removal = { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' };

function requestOf<S extends z.ZodType, T>(
  { method, path, query = {}, body }: Call<S, T>,
  { account, preset, baseUrl }: PspTerms,
  token: string,
): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  const { developerKey: place } = preset;
  const key = place && account.developerKey !== undefined ? { [place.name]: account.developerKey } : {};
  const search = new URLSearchParams({ ...query, ...(place?.place === 'query' && key) }).toString();
  return {
    method,
    url: `${baseUrl}${path}${search === '' ? '' : `?${search}`}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(place?.place === 'header' && key),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** Whatever came instead of a token, it is no word about what was asked: a 404 here must not make a charge "absent". */
function withoutToken(error: PixFailure): PixFailure {
  return { kind: 'not-sent', detail: `no token: ${error.detail}`, pix: error.pix };
}
