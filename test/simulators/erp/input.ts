import { fieldsOf, type SimulatorRequest } from '../server/exchange.ts';

/** An input by its wire name: from the JSON body, also of a GET, or from the query (the contract does not say which). */
export function input(request: SimulatorRequest, name: string): string {
  const value = fieldsOf(request.body)[name] ?? request.query[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
