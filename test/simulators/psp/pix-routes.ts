import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { ChargeBook } from './charge-book.ts';
import { pixOnWire, refundOnWire } from './cob-wire.ts';
import { problem } from './problem.ts';
import { listReceived } from './received-pix.ts';
import type { RefundBook } from './refund-book.ts';
import type { GuardedRoute, PspRules } from './routes.ts';

const invalidRefund =
  'A presente requisição de devolução não respeita o schema ou não faz sentido semanticamente.';

/** Received PIX, and refunds of them. */
export function pixRoutes(book: ChargeBook, refunds: RefundBook, rules: PspRules): readonly GuardedRoute[] {
  const refundPath = '/pix/:e2eid/devolucao/:id';
  return [
    {
      operation: 'listPix',
      method: 'GET',
      path: '/pix',
      scope: 'pix.read',
      act: (request) => listReceived(book, request.query),
    },
    {
      operation: 'getPix',
      method: 'GET',
      path: '/pix/:e2eid',
      scope: 'pix.read',
      act: (request) => {
        const payment = paymentOf(book, request);
        return payment === undefined ? pixNotFound() : json(200, pixOnWire(payment, book.ledger.refunds));
      },
    },
    {
      operation: 'requestRefund',
      method: 'PUT',
      path: refundPath,
      scope: 'pix.write',
      act: (request) => {
        const payment = paymentOf(book, request);
        if (payment === undefined) return pixNotFound();
        const outcome = refunds.request(payment, request.params.id ?? '', request.body);
        if (outcome.ok) return json(rules.createdStatus, refundOnWire(outcome.refund));
        return problem(400, 'PixDevolucaoInvalida', invalidRefund, [outcome.violation]);
      },
    },
    {
      operation: 'getRefund',
      method: 'GET',
      path: refundPath,
      scope: 'pix.read',
      act: (request) => {
        const refund = refunds.find(request.params.e2eid ?? '', request.params.id ?? '');
        if (refund !== undefined) return json(200, refundOnWire(refund));
        return problem(404, 'PixDevolucaoNaoEncontrada', 'Devolução não encontrada para o id informado.');
      },
    },
  ];
}

function paymentOf(book: ChargeBook, request: SimulatorRequest) {
  return book.payments().find(({ endToEndId }) => endToEndId === request.params.e2eid);
}

function pixNotFound(): Answer {
  return problem(404, 'PixNaoEncontrado', 'Pix não encontrado para o e2eid informado.');
}
