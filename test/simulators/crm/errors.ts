import { type Answer, json } from '../server/exchange.ts';
import type { OrgError } from './org.ts';

/** A failure in the shape of all of Salesforce's. */
export function errors(status: number, errorCode: string, message: string): Answer {
  return errorList(status, { errorCode, message });
}

export function errorList(status: number, error: OrgError): Answer {
  return json(status, [error]);
}
