import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { ChargeBook } from './charge-book.ts';
import { checkRequested, checkRevised, txidPattern } from './cob-body.ts';
import { chargeOnWire } from './cob-wire.ts';
import type { ChargeKind } from './location-book.ts';
import { type ProblemType, problem } from './problem.ts';
import type { GuardedRoute, PspRules } from './routes.ts';

interface ChargeProblems {
  readonly invalid: ProblemType;
  readonly notFound: ProblemType;
  readonly badQuery: ProblemType;
}

const problems: Readonly<Record<ChargeKind, ChargeProblems>> = {
  cob: { invalid: 'CobOperacaoInvalida', notFound: 'CobNaoEncontrado', badQuery: 'CobConsultaInvalida' },
  cobv: { invalid: 'CobVOperacaoInvalida', notFound: 'CobVNaoEncontrada', badQuery: 'CobVConsultaInvalida' },
};

const invalidCharge =
  'A requisição que busca alterar ou criar uma cobrança não respeita o schema ou está semanticamente errada.';
const notActive =
  'Cobrança não encontra-se mais com o status ATIVA, somente cobranças ativas podem ser revisadas.';

/** Making, reading and revising charges of one kind. */
export function chargeRoutes(kind: ChargeKind, book: ChargeBook, rules: PspRules): readonly GuardedRoute[] {
  const path = `/${kind}/:txid`;
  const names = kind === 'cob' ? 'Cob' : 'Cobv';
  return [
    {
      operation: `create${names}`,
      method: 'PUT',
      path,
      scope: `${kind}.write`,
      act: (request) => create(kind, book, rules, request),
    },
    {
      operation: `get${names}`,
      method: 'GET',
      path,
      scope: `${kind}.read`,
      act: (request) => get(kind, book, request),
    },
    {
      operation: `revise${names}`,
      method: 'PATCH',
      path,
      scope: `${kind}.write`,
      act: (request) => revise(kind, book, request),
    },
  ];
}

function create(kind: ChargeKind, book: ChargeBook, rules: PspRules, request: SimulatorRequest): Answer {
  const txid = request.params.txid ?? '';
  const { invalid } = problems[kind];
  const refuse = (status: number, property: string, razao: string) =>
    problem(status, invalid, invalidCharge, [{ razao, propriedade: `${kind}.${property}` }]);
  if (!txidPattern.test(txid)) return refuse(400, 'txid', 'O txid não respeita o schema.');
  if (request.body === undefined) return problem(400, 'RequisicaoInvalida', 'O corpo não é JSON.');
  const requested = checkRequested(kind, request.body);
  if (!requested.ok) return problem(400, invalid, invalidCharge, requested.violations);
  const { chave, loc } = requested.value;
  if (rules.keys.length > 0 && !rules.keys.includes(chave)) {
    return refuse(400, 'chave', 'A chave corresponde a uma conta que não pertence a este usuário recebedor.');
  }
  if (loc && !book.locations.isFree(loc.id, kind)) {
    return refuse(400, 'loc.id', 'A location referenciada por loc.id inexiste ou já está em uso.');
  }
  if (book.isTaken(txid)) {
    return refuse(rules.duplicateStatus, 'txid', 'O txid já foi utilizado em outra cobrança.');
  }
  const charge = book.create(txid, kind, requested.value);
  return json(rules.createdStatus, chargeOnWire(charge, book.ledger.refunds));
}

function get(kind: ChargeKind, book: ChargeBook, request: SimulatorRequest): Answer {
  const charge = book.find(request.params.txid ?? '', kind);
  if (charge === undefined) return notFound(kind);
  const asked = request.query.revisao;
  const revision = asked === undefined ? charge.revisions.length - 1 : Number(asked);
  if (charge.revisions[revision] === undefined) {
    const detail = 'A revisão informada não existe para esta cobrança.';
    return problem(400, problems[kind].badQuery, detail);
  }
  return json(200, chargeOnWire(charge, book.ledger.refunds, revision));
}

function revise(kind: ChargeKind, book: ChargeBook, request: SimulatorRequest): Answer {
  const txid = request.params.txid ?? '';
  const charge = book.find(txid, kind);
  if (charge === undefined) return notFound(kind);
  const change = checkRevised(kind, request.body);
  if (!change.ok) return problem(400, problems[kind].invalid, invalidCharge, change.violations);
  if (charge.row.status !== 'ATIVA') return problem(400, problems[kind].invalid, notActive);
  const revised = book.revise(txid, change.value);
  return revised === undefined ? notFound(kind) : json(200, chargeOnWire(revised, book.ledger.refunds));
}

function notFound(kind: ChargeKind): Answer {
  return problem(404, problems[kind].notFound, 'Cobrança não encontrada para o txid informado.');
}
