import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import { argumentsOf, type FunctionB, objectFields } from './arguments.ts';
import type { ErpBBehaviour } from './behaviour.ts';
import type { ErpBBooks, ErpBWriteOffCall } from './books.ts';
import { boletoPdf, type ErpBCall, type ErpBFunction } from './call.ts';
import { catalogueB } from './catalogue.ts';
import { customerFunctions } from './customer-functions.ts';
import type { ErpBInvoice } from './records.ts';
import { ErpBWire } from './wire.ts';
import { writeOff } from './write-off.ts';

/** The header that a caller must send, e.g. `authorization: Bearer …`. */
export interface ErpBCredentials {
  /** Lower case. */
  readonly header: string;
  readonly value: string;
}

const writes = new Set<FunctionB>([
  'create_order',
  'create_order_for_customer',
  'create_lead',
  'trust_unlock',
  'create_ticket',
  'update_customer',
]);

/** The 21 functions, one route each, and the files that `link_boleto` leads to. */
export function erpBRoutes(
  books: ErpBBooks,
  behaviour: () => ErpBBehaviour,
  credentials: ErpBCredentials,
): readonly Route[] {
  const wire = new ErpBWire(behaviour);
  const functions: Readonly<Record<FunctionB, ErpBFunction>> = {
    ...invoiceFunctions(books, wire, behaviour),
    ...salesFunctions(wire, behaviour),
    ...customerFunctions(books, wire, behaviour),
  };
  const routes = Object.keys(argumentsOf).map((name): Route => {
    const operation = name as FunctionB;
    return {
      operation,
      method: 'POST',
      path: `/${operation}`,
      received: (request) => received(books, operation, callOf(books, request)),
      act: (request) => {
        if (request.headers[credentials.header] !== credentials.value) {
          return json(401, { error: 'token inválido' });
        }
        const wrong = wrongArgument(operation, request);
        return wrong === undefined
          ? functions[operation](callOf(books, request))
          : json(400, { error: wrong });
      },
    };
  });
  return [...routes, boletoFiles(books)];
}

function received(books: ErpBBooks, operation: FunctionB, call: ErpBCall): void {
  if (operation === 'write_off_invoice') books.countWriteOff(writeOffCall(call));
  if (!writes.has(operation)) return;
  books.ledger.writes.push({ operation, args: call.args, idempotencyKey: call.idempotencyKey });
}

function callOf(books: ErpBBooks, request: SimulatorRequest): ErpBCall {
  const args = fieldsOf(request.body);
  const text = (name: string) => (typeof args[name] === 'string' ? args[name] : '');
  const key = request.headers['idempotency-key'];
  return {
    text,
    args,
    customer: books.customerByDocument(text('customer_document_number')),
    origin: `http://${request.headers.host ?? 'simulator'}`,
    idempotencyKey: typeof key === 'string' ? key : null,
  };
}

/** Names and types must be exact: a misspelt argument must not look as if it had been left out on purpose. */
function wrongArgument(operation: FunctionB, request: SimulatorRequest): string | undefined {
  const known: readonly string[] = argumentsOf[operation];
  for (const [name, value] of Object.entries(fieldsOf(request.body))) {
    if (!known.includes(name)) return `argumento desconhecido: ${name}`;
    const fields = objectFields[name];
    const unknown = fields && Object.keys(fieldsOf(value)).find((field) => !fields.includes(field));
    if (unknown !== undefined) return `campo desconhecido: ${name}.${unknown}`;
  }
  return undefined;
}

function writeOffCall(call: ErpBCall): ErpBWriteOffCall {
  return {
    boletoId: call.text('boleto_id'),
    document: call.text('customer_document_number'),
    transaction: fieldsOf(call.args.transaction),
    idempotencyKey: call.idempotencyKey,
  };
}

function invoiceFunctions(books: ErpBBooks, wire: ErpBWire, behaviour: () => ErpBBehaviour) {
  const rows = (invoices: readonly ErpBInvoice[], { customer, origin }: ErpBCall): Answer =>
    wire.list(customer ? invoices.map((invoice) => wire.invoice(invoice, customer, origin)) : []);
  return {
    list_open_invoices: (call: ErpBCall) =>
      rows(call.customer ? books.openInvoices(call.customer.id) : [], call),
    get_invoice: (call: ErpBCall) => {
      const invoice = books.byBoleto(call.text('customer_bill_id'));
      const seen =
        invoice?.customerId === call.customer?.id &&
        (behaviour().getInvoiceFindsSettled || books.isOpen(invoice?.id ?? ''));
      return rows(invoice && seen ? [invoice] : [], call);
    },
    get_invoice_pdf: (call: ErpBCall) =>
      books.byBoleto(call.text('boleto_id'))
        ? wire.answer({ base_64: Buffer.from(boletoPdf).toString('base64') })
        : wire.nothing({ base_64: '' }),
    write_off_invoice: (call: ErpBCall) => writeOff(books, wire, behaviour(), writeOffCall(call)),
  };
}

function salesFunctions(wire: ErpBWire, behaviour: () => ErpBBehaviour) {
  const list = (rows: readonly unknown[]) => () => wire.list(rows);
  return {
    create_order: (call: ErpBCall) =>
      wire.answer({
        wda_order: call.args.order,
        remote_id: '75001',
        remote_message: '',
        is_issue: wire.flag(behaviour().orderIsIssue),
      }),
    create_order_for_customer: () => wire.answer({ remote_id: '75002' }),
    create_lead: () => wire.nothing({}),
    list_resellers: list(catalogueB.resellers),
    list_products: list(catalogueB.products),
    list_due_dates: list(catalogueB.dueDates),
    list_origins: list(catalogueB.origins),
  };
}

/** Open to whoever knows the address, as such links are. */
function boletoFiles(books: ErpBBooks): Route {
  return {
    operation: 'boleto_file',
    method: 'GET',
    path: '/boletos/:file',
    act: ({ params }) =>
      books.byBoleto((params.file ?? '').replace(/\.pdf$/, ''))
        ? { status: 200, contentType: 'application/pdf', body: boletoPdf }
        : json(404, {}),
  };
}
