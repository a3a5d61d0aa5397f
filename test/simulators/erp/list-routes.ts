import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { ErpBooks } from './books.ts';
import { catalogue } from './catalogue.ts';
import { input } from './input.ts';
import { clearances, fiscalNotes } from './papers.ts';
import type { ErpWire } from './wire.ts';

type Row = Record<string, unknown>;

/** Papers and services of one customer, and the lists without input. */
export function listRoutes(books: ErpBooks, wire: ErpWire) {
  const list = (rows: readonly Row[]): Answer => json(200, wire.list(rows));

  /** Rows of the customer whom both document and id name, as the contract asks. */
  function ofCustomer<T extends { readonly customerId: string }>(
    rows: () => readonly T[],
    write: (row: T, origin: string) => Row,
  ): Route['act'] {
    return (request: SimulatorRequest) => {
      const customer = books.customerByDocument(input(request, 'document'));
      if (customer === undefined || customer.id !== input(request, 'id_cliente')) return list([]);
      return list(
        rows()
          .filter(({ customerId }) => customerId === customer.id)
          .map((row) => write(row, `http://${request.headers.host}`)),
      );
    };
  }

  /** The address of a PDF that a test has put into the books. */
  const given = (field: string, id: string, origin: string): Row =>
    books.pdfs.has(id) ? { [field]: `${origin}/boletos/${id}.pdf` } : {};

  const get = (operation: string, path: string, act: Route['act']) =>
    ({ operation, method: 'GET', path, act }) as const;
  const all = (operation: string, path: string, rows: readonly Row[]) =>
    get(operation, path, () => list(rows));

  return [
    get(
      'listFiscalNotes',
      '/notas-fiscais',
      ofCustomer(
        () => fiscalNotes,
        (note, origin) => ({ ...wire.fiscalNote(note), ...given('url_nota_fiscal', note.id, origin) }),
      ),
    ),
    get(
      'listDebtClearances',
      '/quitacoes',
      ofCustomer(
        () => clearances,
        (clearance, origin) => ({
          ...wire.clearance(clearance),
          ...given('url_arquivo', clearance.id, origin),
        }),
      ),
    ),
    get(
      'listServices',
      '/instalacoes',
      ofCustomer(
        () => books.services,
        (service) => wire.service(service),
      ),
    ),
    get('listProducts', '/produtos', () => list(catalogue.products.map((product) => wire.product(product)))),
    all('listResellers', '/revendedores', catalogue.resellers),
    all('listEmployees', '/funcionarios', catalogue.employees),
    all('listDepartments', '/departamentos', catalogue.departments),
    all('listDueDates', '/vencimentos', catalogue.dueDates),
    all('listOrigins', '/origens', catalogue.origins),
    all('listCities', '/cidades', catalogue.cities),
    all('listTicketTypes', '/tipos-atendimento', catalogue.ticketTypes),
    all('listProspectStatuses', '/status-prospeccao', catalogue.prospectStatuses),
  ];
}
