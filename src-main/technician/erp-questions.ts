import type { Customer, CustomerKey } from '../domain/customer.ts';
import { formatBrl } from '../domain/money.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { type Result, success } from '../domain/result.ts';
import type { ErpGateway } from '../erp/erp-gateway.ts';
import type { ErpOperation } from '../erp/erp-operation.ts';

/** What an operation brought: the kiosk's own model of it, and one line about it. */
export interface ErpFinding {
  readonly found: unknown;
  readonly summary: string;
}

type Answer<T> = Result<T, RemoteFailure>;
type Question = (gateway: ErpGateway, document: string) => Promise<Answer<ErpFinding>>;

const NO_CUSTOMER = 'O ERP não conhece cliente com este documento.';

/** How each operation that reads is asked with nothing but a document. */
const questions: Partial<Record<ErpOperation, Question>> = {
  getCustomer: async (gateway, document) =>
    map(await gateway.getCustomer(document), (customer) => ({
      found: customer ?? null,
      summary: customer ? `Cliente encontrado: ${customer.name}${customerState(customer)}` : NO_CUSTOMER,
    })),
  listContracts: async (gateway, document) =>
    map(await gateway.listContracts(document), (list) => count(list, 'contrato', 'contratos')),
  async listOpenInvoices(gateway, document) {
    return map(await gateway.listOpenInvoices(document), (invoices) => {
      const sumCents = invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);
      const { found, summary } = count(invoices, 'fatura em aberto', 'faturas em aberto');
      return {
        found,
        summary: invoices.length === 0 ? summary : `${summary}, ${formatBrl(sumCents)} ao todo`,
      };
    });
  },
  getInvoice: (gateway, document) =>
    withFirst(gateway.listOpenInvoices(document), 'fatura em aberto', async (invoice) =>
      map(await gateway.getInvoice(invoice, document), (found) => ({
        found: found ?? null,
        summary: found
          ? `Fatura ${found.id} encontrada: ${formatBrl(found.dueCents)}`
          : `A fatura ${invoice.id} está na lista, mas o ERP não a acha pelo id.`,
      })),
    ),
  getInvoicePdf: (gateway, document) =>
    withFirst(gateway.listOpenInvoices(document), 'fatura em aberto', async (invoice) =>
      map(await gateway.getInvoicePdf(invoice, document), pdf(`Fatura ${invoice.id}`)),
    ),
  listStatements: asCustomer(async (gateway, { document, erpId }) =>
    map(await gateway.listStatement(document, erpId), (rows) => count(rows, 'lançamento', 'lançamentos')),
  ),
  listFiscalNotes: asCustomer(async (gateway, customer) =>
    map(await gateway.listFiscalNotes(customer), (list) => count(list, 'nota fiscal', 'notas fiscais')),
  ),
  getFiscalNotePdf: asCustomer((gateway, customer) =>
    withFirst(gateway.listFiscalNotes(customer), 'nota fiscal', async (note) =>
      map(await gateway.getFiscalNotePdf(note, customer), pdf(`Nota ${note.id}`)),
    ),
  ),
  listDebtClearances: asCustomer(async (gateway, customer) =>
    map(await gateway.listDebtClearances(customer), (list) =>
      count(list, 'declaração de quitação', 'declarações de quitação'),
    ),
  ),
  listServices: asCustomer(async (gateway, customer) =>
    map(await gateway.listServices(customer), (list) => count(list, 'serviço', 'serviços')),
  ),
  listBlockedServices: asCustomer(async (gateway, customer) =>
    map(await gateway.listBlockedServices(customer), (list) =>
      count(list, 'serviço bloqueado', 'serviços bloqueados'),
    ),
  ),
  getContacts: asCustomer(async (gateway, customer) =>
    map(await gateway.getContacts(customer), (list) => count(list, 'contato', 'contatos')),
  ),
  getPendingMessages: async (gateway, document) =>
    map(await gateway.getPendingMessages(document), (list) => count(list, 'aviso', 'avisos')),
};

/** Lists for everybody: no document is needed. */
const catalogues: Partial<
  Record<ErpOperation, (gateway: ErpGateway) => Promise<Answer<readonly unknown[]>>>
> = {
  listProducts: (gateway) => gateway.listProducts(),
  listResellers: (gateway) => gateway.listResellers(),
  listEmployees: (gateway) => gateway.listEmployees(),
  listDepartments: (gateway) => gateway.listDepartments(),
  listDueDates: (gateway) => gateway.listDueDates(),
  listOrigins: (gateway) => gateway.listOrigins(),
  listCities: (gateway) => gateway.listCities(),
  listTicketTypes: (gateway) => gateway.listTicketTypes(),
  listProspectStatuses: (gateway) => gateway.listProspectStatuses(),
};

/** How the operation is asked; undefined when a document is not enough for it. */
export function questionFor(
  operation: ErpOperation,
): { readonly needsDocument: boolean; readonly ask: Question } | undefined {
  const question = questions[operation];
  if (question) return { needsDocument: true, ask: question };
  const list = catalogues[operation];
  if (!list) return undefined;
  return {
    needsDocument: false,
    ask: async (gateway) => map(await list(gateway), (entries) => count(entries, 'item', 'itens')),
  };
}

/** Operations that go by the ERP's own id of the customer. */
function asCustomer(
  ask: (gateway: ErpGateway, customer: CustomerKey) => Promise<Answer<ErpFinding>>,
): Question {
  return async (gateway, document) => {
    const customer = await gateway.getCustomer(document);
    if (!customer.ok) return customer;
    if (!customer.value) return success({ found: null, summary: NO_CUSTOMER });
    return ask(gateway, { document, erpId: customer.value.erpId });
  };
}

async function withFirst<T>(
  list: Promise<Answer<readonly T[]>>,
  name: string,
  ask: (first: T) => Promise<Answer<ErpFinding>>,
): Promise<Answer<ErpFinding>> {
  const all = await list;
  if (!all.ok) return all;
  const [first] = all.value;
  return first === undefined
    ? success({ found: null, summary: `Este cliente não tem ${name} para experimentar.` })
    : ask(first);
}

function map<T>(answer: Answer<T>, read: (value: T) => ErpFinding): Answer<ErpFinding> {
  return answer.ok ? success(read(answer.value)) : answer;
}

function count(list: readonly unknown[], one: string, many: string): ErpFinding {
  const feminine = /^(?:fatura|nota|declaração)/.test(one);
  const none = `${feminine ? 'Nenhuma' : 'Nenhum'} ${one}`;
  const [first, second] = feminine ? ['encontrada', 'encontradas'] : ['encontrado', 'encontrados'];
  if (list.length === 0) return { found: list, summary: none };
  const counted = list.length === 1 ? `1 ${one} ${first}` : `${list.length} ${many} ${second}`;
  return { found: list, summary: counted };
}

function pdf(name: string) {
  return (bytes: Uint8Array): ErpFinding => ({
    found: bytes,
    summary: `${name}: PDF de ${Math.ceil(bytes.byteLength / 1024)} kB`,
  });
}

function customerState({ active }: Customer): string {
  return active ? '' : ' (inativo)';
}
