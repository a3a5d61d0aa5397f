import type { ErpSales } from '../erp-gateway.ts';
import { readCreated, readProgress } from '../read/read-created.ts';
import type { Asker } from './ask.ts';

/** Leads, prospects and orders. Their expressions see the domain's own fields as `$`. */
export function salesOperations(ask: Asker): ErpSales {
  return {
    createLead: (lead, key) => ask.thing('createLead', { ...lead }, readCreated, key),
    createProspect: (prospect, key) => ask.thing('createProspect', { ...prospect }, readCreated, key),
    updateProspect: (change) => ask.action('updateProspect', { ...change }),
    prospectStatus: (prospectId) => ask.one('prospectStatus', { prospectId }, readProgress),
    attachFile: (file) => ask.action('attachFiles', { ...file }),
    createOrder: (order) => ask.thing('createOrder', { ...order }, readCreated, order.id),
    createOrderForCustomer: (order, { document, erpId }) =>
      ask.thing(
        'createOrderForCustomer',
        { ...order, document, customerErpId: erpId },
        readCreated,
        order.id,
      ),
  };
}
