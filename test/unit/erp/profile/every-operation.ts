import type { CustomerKey } from '../../../../src-main/domain/customer.ts';
import type { Invoice } from '../../../../src-main/domain/invoice.ts';
import type { NewOrder, NewProspect } from '../../../../src-main/domain/prospect.ts';
import type { ErpGateway } from '../../../../src-main/erp/erp-gateway.ts';
import type { ErpOperation } from '../../../../src-main/erp/erp-operation.ts';

export const DOCUMENT = '52998224725';
export const CUSTOMER: CustomerKey = { document: DOCUMENT, erpId: '7001' };

export const INVOICE: Invoice = {
  id: '910001',
  writeOffId: '950001',
  pdfId: '960001',
  customerName: 'Maria da Silva Souza',
  contractIds: [],
  description: '',
  dueDate: '2026-11-09',
  originalCents: 100,
  dueCents: 100,
  interestCents: 0,
  fineCents: 0,
  discountCents: 0,
  slip: { sound: false, problem: 'absent' },
};

export const PROSPECT: NewProspect = {
  name: 'Ana Nova',
  personKind: 'natural',
  document: '11144477735',
  birthDate: '1990-01-31',
  resellerId: '8201',
  originId: '8601',
  dueDateId: '8505',
  installation: {
    street: 'Rua A',
    number: '10',
    complement: 'Fundos',
    district: 'Centro',
    city: 'Bento Gonçalves',
    state: 'RS',
    postalCode: '95700-010',
    landmark: 'ao lado da praça',
  },
  location: { latitude: -29.17, longitude: -51.52 },
  mobile: '54987654321',
  whatsapp: '54987654321',
  email: 'ana@example.com',
  remarks: 'Instalar à tarde',
  productIds: ['8101', '8102'],
  attachments: [{ name: 'rg.jpg', format: 'jpg', base64: 'AAAA' }],
};

export const ORDER: NewOrder = {
  id: 'order-1',
  prospect: PROSPECT,
  items: [{ productId: '8101', quantity: 1, priceCents: 12_990 }],
  message: 'Pedido do totem',
};

/** One call of every operation of the gateway, each with an input that has everything. */
export const everyOperation: Readonly<Record<ErpOperation, (erp: ErpGateway) => Promise<unknown>>> = {
  getCustomer: (erp) => erp.getCustomer(DOCUMENT),
  listContracts: (erp) => erp.listContracts(DOCUMENT),
  listOpenInvoices: (erp) => erp.listOpenInvoices(DOCUMENT, '3001'),
  getInvoice: (erp) => erp.getInvoice(INVOICE, DOCUMENT),
  getInvoicePdf: (erp) => erp.getInvoicePdf(INVOICE, DOCUMENT),
  writeOffInvoice: (erp) =>
    erp.writeOffInvoice({
      customerErpId: '7001',
      invoiceId: '910001',
      writeOffId: '950001',
      document: DOCUMENT,
      idempotencyKey: 'key-1',
      payment: {
        method: 'pix',
        amountCents: 100,
        txid: 'tx1',
        endToEndId: 'E1',
        paidAt: '2026-11-22T01:30:00.000Z',
        terminalId: 'T01',
      },
    }),
  listFiscalNotes: (erp) => erp.listFiscalNotes(CUSTOMER),
  getFiscalNotePdf: (erp) => erp.getFiscalNotePdf({ id: '6101' }, CUSTOMER),
  listStatements: (erp) => erp.listStatement(DOCUMENT, '7001'),
  listDebtClearances: (erp) => erp.listDebtClearances(CUSTOMER),
  listServices: (erp) => erp.listServices(CUSTOMER),
  listBlockedServices: (erp) => erp.listBlockedServices(CUSTOMER),
  trustUnlock: (erp) => erp.trustUnlock({ customer: CUSTOMER, serviceId: '6301' }),
  createTicket: (erp) =>
    erp.createTicket({
      customer: CUSTOMER,
      serviceId: '6301',
      typeId: '8801',
      departmentId: '8402',
      employeeId: '8301',
      email: 'maria@example.com',
      phone: '54987654321',
      subject: 'Sem sinal',
      message: 'Desde ontem',
      attachments: [{ name: 'foto.png', format: 'png', base64: 'AAAA' }],
    }),
  updateCustomer: (erp) => erp.updateCustomer(CUSTOMER, { email: 'maria@example.com', active: true }),
  getContacts: (erp) => erp.getContacts(CUSTOMER),
  getPendingMessages: (erp) => erp.getPendingMessages(DOCUMENT),
  createLead: (erp) =>
    erp.createLead({
      name: 'Ana Nova',
      document: '11144477735',
      email: 'ana@example.com',
      phone: '54987654321',
      address: PROSPECT.installation,
      location: { latitude: -29.17, longitude: -51.52 },
      coverage: '{"covered":false}',
      resellerName: 'Loja Centro',
      resellerId: '8201',
      extraData: 'totem',
    }),
  createProspect: (erp) => erp.createProspect(PROSPECT),
  updateProspect: (erp) =>
    erp.updateProspect({ prospectId: '5401', statusId: '8902', resellerId: '8201', remarks: 'ok' }),
  prospectStatus: (erp) => erp.prospectStatus('5401'),
  attachFiles: (erp) =>
    erp.attachFile({
      prospectId: '5401',
      file: { name: 'rg.jpg', format: 'jpg', base64: 'AAAA', remarks: 'frente' },
    }),
  createOrder: (erp) => erp.createOrder(ORDER),
  createOrderForCustomer: (erp) => erp.createOrderForCustomer(ORDER, CUSTOMER),
  listProducts: (erp) => erp.listProducts(),
  listResellers: (erp) => erp.listResellers(),
  listEmployees: (erp) => erp.listEmployees(),
  listDepartments: (erp) => erp.listDepartments(),
  listDueDates: (erp) => erp.listDueDates(),
  listOrigins: (erp) => erp.listOrigins(),
  listCities: (erp) => erp.listCities(),
  listTicketTypes: (erp) => erp.listTicketTypes(),
  listProspectStatuses: (erp) => erp.listProspectStatuses(),
};
