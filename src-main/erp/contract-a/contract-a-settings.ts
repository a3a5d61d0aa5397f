import type { AmountMarks } from '../wire/amount.ts';

/** What must be known to speak to an ERP of contract A. */
export interface ContractASettings extends AmountMarks {
  /** URL below which the paths lie, e.g. "https://erp.example.com/api". */
  readonly baseUrl: string;
  /** The token's header, e.g. "Authorization" with scheme "Bearer", or "X-Api-Key" with none. No token: no header. */
  readonly auth: { readonly header: string; readonly scheme: string; readonly token: string };
  /** One path per operation, relative to `baseUrl`; may carry a query of its own. */
  readonly paths: Readonly<Record<ContractAOperation, string>>;
  /** Where the input of a GET goes: the contract prints it as JSON and does not say. */
  readonly getInput: 'query' | 'body';
  /** Total time for one request, in milliseconds. */
  readonly timeoutMs: number;
  /** Texts of `status` that mean "written off", "settled before" and "no"; any other text proves nothing. */
  readonly successWords: readonly string[];
  readonly alreadySettledWords: readonly string[];
  readonly refusalWords: readonly string[];
}

/** The requests of contract A that the kiosk makes. */
export type ContractAOperation =
  | 'getCustomer'
  | 'listOpenInvoices'
  | 'listContracts'
  | 'listStatements'
  | 'writeOffInvoice';
