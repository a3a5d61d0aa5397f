import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { ErpBehaviour } from './behaviour.ts';
import type { ErpBooks, WriteOffCall } from './books.ts';
import { input } from './input.ts';
import { listRoutes } from './list-routes.ts';
import type { ErpCustomer } from './records.ts';
import { ErpWire } from './wire.ts';
import { writeRoutes } from './write-routes.ts';

/** The header that a caller must send, e.g. `authorization: Bearer …`. */
export interface ErpCredentials {
  /** Lower case. */
  readonly header: string;
  readonly value: string;
}

/** The 25 requests of contract A, one route each. */
export function erpRoutes(
  books: ErpBooks,
  behaviour: () => ErpBehaviour,
  credentials: ErpCredentials,
): readonly Route[] {
  const wire = new ErpWire(behaviour);

  function unknownCustomer(): Answer {
    const kind = behaviour().unknownCustomer;
    if (kind === 'not-found') return json(404, { status: 'Cliente não encontrado' });
    return json(200, kind === 'empty-list' ? [] : {});
  }

  function findCustomer(request: SimulatorRequest, field: 'document' | 'cnpj_cpf'): ErpCustomer | undefined {
    return books.customerByDocument(input(request, field));
  }

  function list(rows: readonly Record<string, unknown>[]): Answer {
    return json(200, wire.list(rows));
  }

  function linkOf({ headers }: SimulatorRequest, id: string): Record<string, unknown> {
    return books.pdfs.has(id) ? { link_boleto: `http://${headers.host}/boletos/${id}.pdf` } : {};
  }

  const routes: readonly Route[] = [
    {
      operation: 'getCustomer',
      method: 'GET',
      path: '/clientes',
      act: (request) => {
        const customer = findCustomer(request, 'cnpj_cpf');
        return customer === undefined ? unknownCustomer() : json(200, wire.customer(customer));
      },
    },
    {
      operation: 'listOpenInvoices',
      method: 'GET',
      path: '/faturas',
      act: (request) => {
        const customer = findCustomer(request, 'document');
        if (customer === undefined) return list([]);
        const invoices = books.openInvoices(customer.id, input(request, 'id_contrato'));
        return list(
          invoices.map((invoice) => ({ ...wire.invoice(invoice, customer), ...linkOf(request, invoice.id) })),
        );
      },
    },
    {
      operation: 'listContracts',
      method: 'GET',
      path: '/contratos',
      act: (request) =>
        list((findCustomer(request, 'document')?.contracts ?? []).map((contract) => wire.contract(contract))),
    },
    {
      operation: 'listStatements',
      method: 'GET',
      path: '/extratos',
      act: (request) => {
        const customer = findCustomer(request, 'document');
        if (customer === undefined || customer.id !== input(request, 'id_cliente')) return list([]);
        return list([
          ...books.statement(customer.id).map((entry) => wire.settled(entry)),
          ...books.openInvoices(customer.id, '').map((invoice) => wire.unsettled(invoice)),
        ]);
      },
    },
    {
      operation: 'writeOffInvoice',
      method: 'POST',
      path: '/faturas/baixa',
      received: (request) => books.countWriteOff(writeOffCall(request)),
      act: (request) => writeOff(books, behaviour(), writeOffCall(request)),
    },
    ...listRoutes(books, wire),
    ...writeRoutes(books, behaviour),
  ];
  return [
    ...routes.map((route) => ({ ...route, act: authorised(route, credentials) })),
    boletoFiles(books, credentials),
  ];
}

/** Open to whoever knows the address; a token has no business there. */
function boletoFiles(books: ErpBooks, { header }: ErpCredentials): Route {
  return {
    operation: 'boletoFile',
    method: 'GET',
    path: '/boletos/:file',
    act({ params, headers }) {
      const body = books.pdfs.get((params.file ?? '').replace(/\.pdf$/, ''));
      if (headers[header] !== undefined) return json(400, { status: 'Token no endereço de um boleto' });
      return body === undefined ? json(404, {}) : { status: 200, contentType: 'application/pdf', body };
    },
  };
}

/** Settles by the invoice's id alone, as careless ERPs do: the customer's id is recorded, not compared. */
function writeOff(books: ErpBooks, behaviour: ErpBehaviour, call: WriteOffCall): Answer {
  if (call.invoiceId === '' || call.customerId === '') {
    return json(400, { status: 'Parâmetros id_cliente e id_fatura são obrigatórios' });
  }
  if (!books.has(call.invoiceId)) return json(404, { status: 'Fatura não encontrada' });
  const done = json(200, { status: behaviour.writeOffStatus });
  if (behaviour.honourIdempotencyKey && books.isRepeat(call)) return done;
  if (!books.isOpen(call.invoiceId)) {
    if (behaviour.writeOffOfSettled === 'refuse')
      return json(409, { status: behaviour.alreadySettledStatus });
    if (behaviour.writeOffOfSettled === 'say-already-settled') {
      return json(200, { status: behaviour.alreadySettledStatus });
    }
  }
  books.writeOff(call, behaviour.statementOnWriteOff);
  return done;
}

function writeOffCall(request: SimulatorRequest): WriteOffCall {
  const key = request.headers['idempotency-key'];
  return {
    invoiceId: input(request, 'id_fatura'),
    customerId: input(request, 'id_cliente'),
    idempotencyKey: typeof key === 'string' ? key : null,
  };
}

function authorised(route: Route, credentials: ErpCredentials): Route['act'] {
  return (request) =>
    request.headers[credentials.header] === credentials.value
      ? route.act(request)
      : json(401, { status: 'Token inválido' });
}
