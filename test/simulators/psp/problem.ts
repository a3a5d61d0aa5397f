import type { Answer } from '../server/exchange.ts';

/** Error types of API Pix 2.9.0 that this PSP uses. */
export type ProblemType =
  | 'RequisicaoInvalida'
  | 'AcessoNegado'
  | 'NaoEncontrado'
  | 'CobNaoEncontrado'
  | 'CobOperacaoInvalida'
  | 'CobConsultaInvalida'
  | 'CobVNaoEncontrada'
  | 'CobVOperacaoInvalida'
  | 'CobVConsultaInvalida'
  | 'PayloadLocationNaoEncontrado'
  | 'PayloadLocationOperacaoInvalida'
  | 'PixNaoEncontrado'
  | 'PixConsultaInvalida'
  | 'PixDevolucaoNaoEncontrada'
  | 'PixDevolucaoInvalida';

/** Which property breaks the standard, and how. */
export interface Violation {
  readonly razao: string;
  readonly propriedade: string;
  readonly valor?: string;
}

const titles: Readonly<Record<ProblemType, string>> = {
  RequisicaoInvalida: 'Requisição inválida.',
  AcessoNegado: 'Acesso Negado',
  NaoEncontrado: 'Não Encontrado',
  CobNaoEncontrado: 'Cobrança não encontrada.',
  CobOperacaoInvalida: 'Cobrança inválida.',
  CobConsultaInvalida: 'Consulta inválida.',
  CobVNaoEncontrada: 'Cobrança com vencimento não encontrada.',
  CobVOperacaoInvalida: 'Cobrança com vencimento inválida.',
  CobVConsultaInvalida: 'Consulta inválida.',
  PayloadLocationNaoEncontrado: 'Location não encontrada.',
  PayloadLocationOperacaoInvalida: 'PayloadLocation inválido.',
  PixNaoEncontrado: 'Pix não encontrado.',
  PixConsultaInvalida: 'Consulta inválida.',
  PixDevolucaoNaoEncontrada: 'Devolução não encontrada.',
  PixDevolucaoInvalida: 'Devolução inválida.',
};

let problemsTold = 0;

/** An error as API Pix tells it (application/problem+json, RFC 7807). */
export function problem(
  status: number,
  type: ProblemType,
  detail: string,
  violacoes: readonly Violation[] = [],
): Answer {
  problemsTold += 1;
  return {
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: `https://pix.bcb.gov.br/api/v2/error/${type}`,
      title: titles[type],
      status,
      detail,
      correlationId: `psp-sim-${problemsTold}`,
      ...(violacoes.length === 0 ? {} : { violacoes }),
    }),
  };
}
