import type { Answer } from '../server/exchange.ts';
import type { ErpBCustomer } from './records.ts';

/** What a function makes of its arguments. */
export type ErpBFunction = (call: ErpBCall) => Answer;

export interface ErpBCall {
  /** An argument as text; empty when it is absent. */
  text(name: string): string;
  /** The customer whom `customer_document_number` names. */
  readonly customer: ErpBCustomer | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  /** `http://host:port` by which the caller knows this ERP. */
  readonly origin: string;
  readonly idempotencyKey: string | null;
}

/** A file that is just enough of a PDF to be one. */
export const boletoPdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
