import type { Invoice } from '../../domain/invoice.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';
import type { ErpGateway } from '../erp-gateway.ts';
import { exchangeJson, readRequest, type WireInput, writeRequest } from './contract-a-requests.ts';
import type { ContractAOperation, ContractASettings } from './contract-a-settings.ts';
import { readContracts } from './read-contract.ts';
import { readCustomer } from './read-customer.ts';
import { readInvoices } from './read-invoice.ts';
import { readStatement } from './read-statement.ts';
import { readWriteOffAnswer } from './write-off-answer.ts';

/** An ERP that speaks contract A. Keeps nothing between calls and repeats nothing by itself. */
export function createContractAGateway(settings: ContractASettings, http: HttpClient, log: Log): ErpGateway {
  /** Every failure passes here once, so that a technician finds it in the log; details hold no personal data. */
  function logged<T>(
    operation: ContractAOperation,
    result: Result<T, RemoteFailure>,
  ): Result<T, RemoteFailure> {
    if (!result.ok) {
      const { kind, detail } = result.error;
      log.warn('ERP-REQUEST-FAILED', { operation, kind, detail });
    }
    return result;
  }

  async function read<T>(
    operation: ContractAOperation,
    input: WireInput,
    parse: (json: unknown) => Result<T, string>,
  ): Promise<Result<T, RemoteFailure>> {
    const json = await exchangeJson(http, operation, readRequest(settings, operation, input));
    if (!json.ok) return json;
    const parsed = parse(json.value);
    return parsed.ok ? parsed : failure({ kind: 'malformed', detail: `${operation}: ${parsed.error}` });
  }

  return {
    async getCustomer(document) {
      const customer = await read('getCustomer', { cnpj_cpf: document }, (json) =>
        readCustomer(json, document),
      );
      const unknown = !customer.ok && customer.error.kind === 'refused' && customer.error.status === 404;
      return unknown ? success(undefined) : logged('getCustomer', customer);
    },

    async listContracts(document) {
      return logged('listContracts', await read('listContracts', { document }, readContracts));
    },

    async listOpenInvoices(document, contractId) {
      const input = { document, ...(contractId === undefined ? {} : { id_contrato: contractId }) };
      const invoices = await read('listOpenInvoices', input, (json) =>
        readInvoices(json, document, settings),
      );
      if (invoices.ok) tellFaultyInvoices(invoices.value, log);
      return logged('listOpenInvoices', invoices);
    },

    async listStatement(document, customerErpId) {
      const input = { document, id_cliente: customerErpId };
      return logged(
        'listStatements',
        await read('listStatements', input, (json) => readStatement(json, settings)),
      );
    },

    async writeOffInvoice({ customerErpId, invoiceId, idempotencyKey }) {
      const operation = 'writeOffInvoice';
      const input = { id_cliente: customerErpId, id_fatura: invoiceId };
      const request = writeRequest(settings, operation, input, idempotencyKey);
      return readWriteOffAnswer(logged(operation, await exchangeJson(http, operation, request)), settings);
    },
  };
}

/**
 * Faults of single invoices that the customer can do nothing about, but somebody should hear of. A missing typed line
 * is none: that is the company's choice.
 */
function tellFaultyInvoices(invoices: readonly Invoice[], log: Log): void {
  for (const { id: invoiceId, slip, ...amounts } of invoices) {
    if (!slip.sound && slip.problem !== 'absent') {
      log.warn('ERP-TYPED-LINE-UNSOUND', { invoiceId, problem: slip.problem });
    }
    const sum = amounts.originalCents + amounts.interestCents + amounts.fineCents - amounts.discountCents;
    if (Math.abs(sum - amounts.dueCents) > 1) {
      log.warn('ERP-AMOUNTS-DISAGREE', { invoiceId, sumCents: sum, dueCents: amounts.dueCents });
    }
  }
}
