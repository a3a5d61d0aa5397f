import { z } from 'zod';
import { type Answer, json } from '../server/exchange.ts';
import type { ChargeBook } from './charge-book.ts';
import { pixOnWire } from './cob-wire.ts';
import { problem } from './problem.ts';

const moment = z.iso.datetime({ offset: true });

const querySchema = z.object({
  inicio: moment,
  fim: moment,
  txid: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,35}$/)
    .exactOptional(),
  'paginacao.paginaAtual': z.coerce.number().int().min(0).default(0),
  'paginacao.itensPorPagina': z.coerce.number().int().min(1).max(1000).default(100),
});

/** GET /pix: what was received from `inicio` to `fim`, both included, a page at a time. */
export function listReceived(book: ChargeBook, query: Readonly<Record<string, string>>): Answer {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success || Date.parse(parsed.data.fim) < Date.parse(parsed.data.inicio)) {
    return problem(
      400,
      'PixConsultaInvalida',
      'Os parâmetros de consulta não respeitam o schema ou não fazem sentido.',
    );
  }
  const { inicio, fim, txid } = parsed.data;
  const page = parsed.data['paginacao.paginaAtual'];
  const size = parsed.data['paginacao.itensPorPagina'];
  const found = book
    .payments()
    .filter(({ at }) => Date.parse(at) >= Date.parse(inicio) && Date.parse(at) <= Date.parse(fim))
    .filter((payment) => txid === undefined || payment.txid === txid);
  return json(200, {
    parametros: {
      inicio,
      fim,
      paginacao: {
        paginaAtual: page,
        itensPorPagina: size,
        quantidadeDePaginas: Math.max(1, Math.ceil(found.length / size)),
        quantidadeTotalDeItens: found.length,
      },
    },
    pix: found
      .slice(page * size, (page + 1) * size)
      .map((payment) => pixOnWire(payment, book.ledger.refunds)),
  });
}
