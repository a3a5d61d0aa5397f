import type { CustomerKey } from '../../domain/customer.ts';
import { failure, success } from '../../domain/result.ts';
import type { CustomerService } from '../../domain/service.ts';
import type { ErpServices } from '../erp-gateway.ts';
import { readContacts, readMessages } from '../read/read-contacts.ts';
import { readCreated } from '../read/read-created.ts';
import { readDebtClearances, readFiscalNotes } from '../read/read-papers.ts';
import { readPdf } from '../read/read-pdf.ts';
import { readServices } from '../read/read-services.ts';
import { foldText } from '../wire/text.ts';
import type { Asker } from './ask.ts';
import type { PdfDownload } from './pdf-download.ts';
import type { ErpProfile } from './profile-schema.ts';

/** What a customer may ask for besides paying. */
export function serviceOperations(ask: Asker, profile: ErpProfile, download: PdfDownload): ErpServices {
  const { amounts, operations } = profile;
  const blocked = new Set(profile.blockedSituations.map(foldText));
  const isBlocked = ({ situation }: CustomerService) =>
    situation !== undefined && blocked.has(foldText(situation));
  const services = (operation: 'listServices' | 'listBlockedServices', customer: CustomerKey) =>
    ask.list(operation, whoIs(customer), (mapped) => readServices(mapped, amounts));

  return {
    listFiscalNotes: (customer) =>
      ask.list('listFiscalNotes', whoIs(customer), (mapped) => readFiscalNotes(mapped, amounts)),
    getFiscalNotePdf: ({ id, pdfUrl }, customer) =>
      pdfUrl !== undefined && !operations.getFiscalNotePdf
        ? download('getFiscalNotePdf', pdfUrl)
        : ask.thing('getFiscalNotePdf', { noteId: id, ...whoIs(customer) }, readPdf),
    listDebtClearances: (customer) =>
      ask.list('listDebtClearances', whoIs(customer), (mapped) => readDebtClearances(mapped, amounts)),
    getDebtClearancePdf: ({ pdfUrl }) =>
      pdfUrl === undefined
        ? Promise.resolve(failure({ kind: 'not-sent', detail: 'listDebtClearances: no address' }))
        : download('listDebtClearances', pdfUrl),
    listServices: (customer) => services('listServices', customer),
    async listBlockedServices(customer) {
      if (operations.listBlockedServices) return services('listBlockedServices', customer);
      const all = await services('listServices', customer);
      return all.ok ? success(all.value.filter(isBlocked)) : all;
    },
    trustUnlock: ({ customer, serviceId }, key) =>
      ask.action('trustUnlock', { ...whoIs(customer), serviceId }, key),
    createTicket: ({ customer, ...ticket }, key) =>
      ask.thing('createTicket', { ...whoIs(customer), ...ticket }, readCreated, key),
    updateCustomer: (customer, change, key) =>
      ask.action('updateCustomer', { ...whoIs(customer), ...change }, key),
    getContacts: (customer) => ask.list('getContacts', whoIs(customer), readContacts),
    getPendingMessages: (document) => ask.list('getPendingMessages', { document }, readMessages),
  };
}

function whoIs({ document, erpId }: CustomerKey) {
  return { document, customerErpId: erpId };
}
