import { decimalFromCents } from '../../domain/money.ts';
import type { CobOrder, CobvOrder, Debtor, ExtraLine, PixPeriod } from './api-pix-client.ts';

/** What the kiosk asks for, in the standard's words (CobSolicitada, CobVSolicitada). */

/** How many received PIX are asked for at once; the standard allows 1000. */
const PAGE_SIZE = 100;
const LONGEST_MESSAGE = 140;
const LONGEST_LINE_NAME = 50;
const LONGEST_LINE_VALUE = 200;
const MOST_LINES = 50;

/** Body of PUT /cob/{txid}. @param key the PIX key that collects */
export function cobBody(key: string, order: CobOrder): unknown {
  return { calendario: { expiracao: order.expirySeconds }, ...commonBody(key, order) };
}

/** Body of PUT /cobv/{txid}. */
export function cobvBody(key: string, order: CobvOrder): unknown {
  const { dueDate, daysAfterDue } = order;
  return {
    calendario: { dataDeVencimento: dueDate, validadeAposVencimento: daysAfterDue },
    ...commonBody(key, order),
  };
}

/** Query of GET /pix. */
export function periodQuery({ from, to, txid, page = 0 }: PixPeriod): Readonly<Record<string, string>> {
  return {
    inicio: new Date(from).toISOString(),
    fim: new Date(to).toISOString(),
    ...(txid !== undefined && { txid }),
    'paginacao.paginaAtual': String(page),
    'paginacao.itensPorPagina': String(PAGE_SIZE),
  };
}

function commonBody(key: string, order: CobOrder | CobvOrder): Readonly<Record<string, unknown>> {
  const { amountCents, debtor, message, extraLines = [], locationId } = order;
  return {
    ...(debtor && { devedor: debtorBody(debtor) }),
    ...(locationId !== undefined && { loc: { id: locationId } }),
    valor: { original: decimalFromCents(amountCents) },
    chave: key,
    ...(message !== undefined && { solicitacaoPagador: cut(message, LONGEST_MESSAGE) }),
    ...(extraLines.length > 0 && { infoAdicionais: extraLines.slice(0, MOST_LINES).map(lineBody) }),
  };
}

function debtorBody(debtor: Debtor): unknown {
  return 'cpf' in debtor ? { cpf: debtor.cpf, nome: debtor.name } : { cnpj: debtor.cnpj, nome: debtor.name };
}

function lineBody({ name, value }: ExtraLine): unknown {
  return { nome: cut(name, LONGEST_LINE_NAME), valor: cut(value, LONGEST_LINE_VALUE) };
}

function cut(text: string, most: number): string {
  return text.slice(0, most);
}
