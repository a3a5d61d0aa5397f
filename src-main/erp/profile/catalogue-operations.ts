import type { ErpCatalogues } from '../erp-gateway.ts';
import type { ErpOperation } from '../erp-operation.ts';
import { readCities, readEntries, readProducts, readResellers } from '../read/read-catalogue.ts';
import type { AmountMarks } from '../wire/amount.ts';
import type { Asker } from './ask.ts';

/** The lists to choose from. */
export function catalogueOperations(ask: Asker, marks: AmountMarks): ErpCatalogues {
  const entries = (operation: ErpOperation) => () => ask.list(operation, {}, readEntries);
  return {
    listProducts: () => ask.list('listProducts', {}, (mapped) => readProducts(mapped, marks)),
    listResellers: () => ask.list('listResellers', {}, readResellers),
    listEmployees: entries('listEmployees'),
    listDepartments: entries('listDepartments'),
    listDueDates: entries('listDueDates'),
    listOrigins: entries('listOrigins'),
    listCities: () => ask.list('listCities', {}, readCities),
    listTicketTypes: entries('listTicketTypes'),
    listProspectStatuses: entries('listProspectStatuses'),
  };
}
