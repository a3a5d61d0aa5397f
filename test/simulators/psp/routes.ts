import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { ChargeBook } from './charge-book.ts';
import { checkRequested, checkRevised, txidPattern } from './cob-body.ts';
import { cobOnWire, pixOnWire } from './cob-wire.ts';
import { problem } from './problem.ts';
import { listReceived } from './received-pix.ts';
import type { TokenDesk } from './token-desk.ts';

const invalidCob =
  'A requisição que busca alterar ou criar uma cobrança para pagamento imediato não respeita o schema ou está semanticamente errada.';
const notActive =
  'Cobrança não encontra-se mais com o status ATIVA, somente cobranças ativas podem ser revisadas.';

/** What differs from one PSP to another. */
export interface PspRules {
  /** The receiver's own keys; any key is taken as theirs when empty. */
  readonly keys: readonly string[];
  /** Status of the refusal of a txid that is taken. The standard says 400, some PSPs 409. */
  readonly duplicateStatus: 400 | 409;
}

/** The PSP's requests: OAuth2 and the part of API Pix 2.9.0 for immediate charges and received PIX. */
export function pspRoutes(book: ChargeBook, tokens: TokenDesk, rules: PspRules): readonly Route[] {
  const guarded: readonly Route[] = [
    {
      operation: 'createCob',
      method: 'PUT',
      path: '/cob/:txid',
      act: (request) => create(book, rules, request),
    },
    { operation: 'getCob', method: 'GET', path: '/cob/:txid', act: (request) => get(book, request) },
    { operation: 'reviseCob', method: 'PATCH', path: '/cob/:txid', act: (request) => revise(book, request) },
    {
      operation: 'listPix',
      method: 'GET',
      path: '/pix',
      act: (request) => listReceived(book, request.query),
    },
    {
      operation: 'getPix',
      method: 'GET',
      path: '/pix/:e2eid',
      act: (request) => {
        const payment = book.payments().find(({ endToEndId }) => endToEndId === request.params.e2eid);
        if (payment !== undefined) return json(200, pixOnWire(payment, payment.txid));
        return problem(404, 'PixNaoEncontrado', 'Pix não encontrado para o e2eid informado.');
      },
    },
  ];
  return [
    { operation: 'token', method: 'POST', path: '/oauth/token', act: (request) => tokens.issue(request) },
    ...guarded.map((route) => ({ ...route, act: authorised(route, tokens) })),
  ];
}

function authorised(route: Route, tokens: TokenDesk): Route['act'] {
  return (request) =>
    tokens.accepts(request)
      ? route.act(request)
      : problem(401, 'AcessoNegado', 'Token de acesso ausente, inválido ou expirado.');
}

function create(book: ChargeBook, rules: PspRules, request: SimulatorRequest): Answer {
  const txid = request.params.txid ?? '';
  if (!txidPattern.test(txid)) {
    const violation = { razao: 'O txid não respeita o schema.', propriedade: 'cob.txid', valor: txid };
    return problem(400, 'CobOperacaoInvalida', invalidCob, [violation]);
  }
  if (request.body === undefined) return problem(400, 'RequisicaoInvalida', 'O corpo não é JSON.');
  const requested = checkRequested(request.body);
  if (!requested.ok) return problem(400, 'CobOperacaoInvalida', invalidCob, requested.violations);
  if (rules.keys.length > 0 && !rules.keys.includes(requested.value.chave)) {
    const razao = 'O campo cob.chave corresponde a uma conta que não pertence a este usuário recebedor.';
    return problem(400, 'CobOperacaoInvalida', invalidCob, [{ razao, propriedade: 'cob.chave' }]);
  }
  if (book.find(txid) !== undefined) {
    const violation = {
      razao: 'O txid já foi utilizado em outra cobrança.',
      propriedade: 'cob.txid',
      valor: txid,
    };
    return problem(rules.duplicateStatus, 'CobOperacaoInvalida', invalidCob, [violation]);
  }
  return json(201, cobOnWire(book.create(txid, requested.value)));
}

function get(book: ChargeBook, request: SimulatorRequest): Answer {
  const charge = book.find(request.params.txid ?? '');
  if (charge === undefined) return cobNotFound();
  const asked = request.query.revisao;
  const revision = asked === undefined ? charge.revisions.length - 1 : Number(asked);
  if (charge.revisions[revision] === undefined) {
    return problem(400, 'CobConsultaInvalida', 'A revisão informada não existe para esta cobrança.');
  }
  return json(200, cobOnWire(charge, revision));
}

function revise(book: ChargeBook, request: SimulatorRequest): Answer {
  const txid = request.params.txid ?? '';
  const charge = book.find(txid);
  if (charge === undefined) return cobNotFound();
  const change = checkRevised(request.body);
  if (!change.ok) return problem(400, 'CobOperacaoInvalida', invalidCob, change.violations);
  if (charge.row.status !== 'ATIVA') return problem(400, 'CobOperacaoInvalida', notActive);
  const revised = book.revise(txid, change.value);
  return revised === undefined ? cobNotFound() : json(200, cobOnWire(revised));
}

function cobNotFound(): Answer {
  return problem(404, 'CobNaoEncontrado', 'Cobrança não encontrada para o txid informado.');
}
