/** Everything that the kiosk may ask of an ERP; a profile describes those that its ERP has. */
export const erpOperations = [
  'getCustomer',
  'listContracts',
  'listOpenInvoices',
  'getInvoice',
  'getInvoicePdf',
  'writeOffInvoice',
  'listFiscalNotes',
  'getFiscalNotePdf',
  'listStatements',
  'listDebtClearances',
  'listServices',
  'listBlockedServices',
  'trustUnlock',
  'createTicket',
  'updateCustomer',
  'getContacts',
  'getPendingMessages',
  'createLead',
  'createProspect',
  'updateProspect',
  'prospectStatus',
  'attachFiles',
  'createOrder',
  'createOrderForCustomer',
  'listProducts',
  'listResellers',
  'listEmployees',
  'listDepartments',
  'listDueDates',
  'listOrigins',
  'listCities',
  'listTicketTypes',
  'listProspectStatuses',
] as const;

export type ErpOperation = (typeof erpOperations)[number];

/** Operations that change something at the ERP: what became of one that failed may be unknown. */
export const writeOperations: ReadonlySet<ErpOperation> = new Set<ErpOperation>([
  'writeOffInvoice',
  'trustUnlock',
  'createTicket',
  'updateCustomer',
  'createLead',
  'createProspect',
  'updateProspect',
  'attachFiles',
  'createOrder',
  'createOrderForCustomer',
]);

/** Operations that bring a file. */
export const pdfOperations: ReadonlySet<ErpOperation> = new Set<ErpOperation>([
  'getInvoicePdf',
  'getFiscalNotePdf',
]);
