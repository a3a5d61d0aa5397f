import type { ObservedExchange } from '../contract/technician.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';

/** What is tried, as the words name it. */
export interface Remote {
  /** With its article, e.g. "o ERP". */
  readonly name: string;
  /** Which fields hold who asks, e.g. "o token". */
  readonly credentials: string;
  /** Which fields make the address. */
  readonly address: string;
}

/** What errors of the connection mean, by the stable codes of Node and undici. */
const connectionWords: readonly (readonly [RegExp, string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN|EAI_NODATA/,
    'O nome do servidor não foi encontrado (DNS): confira o endereço e a rede.',
  ],
  [/ECONNREFUSED/, 'O servidor recusou a conexão: confira endereço e porta, e se o serviço está no ar.'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO|SSL/,
    'A conexão segura (TLS) falhou: confira o certificado do servidor, o endereço e a data desta máquina.',
  ],
  [
    /EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL/,
    'Não há caminho até o servidor: confira cabo, rede e firewall.',
  ],
  [/address is not/, 'O endereço não é uma URL http(s): confira como ele está escrito.'],
];

const statusWords: readonly (readonly [(status: number) => boolean, (remote: Remote) => string])[] = [
  [
    (status) => status >= 300 && status < 400,
    ({ address }) =>
      `A resposta manda a outro endereço, o que o totem não segue: use em ${address} o endereço final.`,
  ],
  [
    (status) => status === 401,
    ({ credentials }) => `A identificação foi recusada (401): confira ${credentials}.`,
  ],
  [
    (status) => status === 403,
    ({ credentials }) => `Falta permissão (403): confira ${credentials} e o que este acesso pode fazer.`,
  ],
  [(status) => status === 404, ({ address }) => `O endereço não existe lá (404): confira ${address}.`],
  [
    (status) => status === 405,
    ({ address }) => `O método não vale neste endereço (405): confira ${address}.`,
  ],
  [(status) => status === 408, () => 'O servidor desistiu de esperar (408): tente de novo.'],
  [(status) => status === 429, () => 'Pedidos demais (429): espere um pouco e tente de novo.'],
  [(status) => status >= 500, ({ name }) => `Erro do lado de lá: fale com quem cuida d${name}.`],
  [(status) => status >= 400, ({ name }) => `${capital(name)} não aceitou o pedido: veja a resposta abaixo.`],
];

/**
 * What to check next, in one line. `last` is the request that failed; without one nothing was sent at all.
 */
export function explainFailure(
  remote: Remote,
  error: RemoteFailure,
  last: ObservedExchange | undefined,
): string {
  const status = last?.status;
  if (status === undefined) return explainSilence(remote, error, last);
  const known = statusWords.find(([fits]) => fits(status));
  if (known) return withStatus(known[1](remote), status);
  return explainAnswer(remote, error, last?.answer ?? '');
}

function explainSilence(remote: Remote, error: RemoteFailure, last: ObservedExchange | undefined): string {
  if (last === undefined) return `Nada foi enviado: ${error.detail}`;
  const cause = last.failure ?? error.detail;
  const known = connectionWords.find(([pattern]) => pattern.test(cause));
  if (known) return known[1];
  return cause.includes('time-out')
    ? `${capital(remote.name)} não respondeu a tempo: confira a rede e o tempo limite.`
    : `A conexão caiu antes da resposta: confira a rede e tente de novo. (${cause})`;
}

/** A 2xx answer that is nevertheless no good. */
function explainAnswer({ name, address }: Remote, error: RemoteFailure, answer: string): string {
  const text = answer.trimStart();
  if (text.startsWith('<')) {
    return `Veio uma página (HTML) em vez de JSON: confira ${address}; pode ser outro site ou uma tela de login.`;
  }
  if (error.detail.endsWith('answer too large')) return 'A resposta é grande demais (mais de 2 MB).';
  if (error.detail.endsWith('not JSON')) return `A resposta não é JSON: confira ${address}.`;
  if (error.kind === 'refused') return `${capital(name)} disse não: veja a resposta abaixo.`;
  if (error.kind === 'no-answer') return 'A resposta veio pela metade: confira a rede e tente de novo.';
  return `A resposta não é como se espera: ${error.detail}`;
}

function withStatus(words: string, status: number): string {
  return words.includes(String(status)) ? words : `${words.replace(/[.:]$/, '')} (${status}).`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
