import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result } from '../../domain/result.ts';
import type { HttpClient, HttpRequest } from '../../http/http-client.ts';
import { parseJson } from '../../http/json.ts';
import type { ContractAOperation, ContractASettings } from './contract-a-settings.ts';

/** Input of an operation; every value of contract A is a string. */
export type WireInput = Readonly<Record<string, string>>;

/** The request that reads something: input in the query, or as a JSON body where the settings say so. */
export function readRequest(
  settings: ContractASettings,
  operation: ContractAOperation,
  input: WireInput,
): HttpRequest {
  const url = operationUrl(settings, operation);
  return settings.getInput === 'body'
    ? { method: 'GET', url, ...jsonBody(settings, input) }
    : {
        method: 'GET',
        url: `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(input).toString()}`,
        headers: commonHeaders(settings),
        timeoutMs: settings.timeoutMs,
      };
}

/** The request that writes something: input as a JSON body. */
export function writeRequest(
  settings: ContractASettings,
  operation: ContractAOperation,
  input: WireInput,
  idempotencyKey: string,
): HttpRequest {
  const request = jsonBody(settings, input);
  return {
    method: 'POST',
    url: operationUrl(settings, operation),
    ...request,
    headers: { ...request.headers, 'idempotency-key': idempotencyKey },
  };
}

/** Sends a request and reads its answer as JSON; failures name the operation. */
export async function exchangeJson(
  http: HttpClient,
  operation: ContractAOperation,
  request: HttpRequest,
): Promise<Result<unknown, RemoteFailure>> {
  const answer = await http.request(request);
  const json = answer.ok ? parseJson(answer.value.text) : answer;
  return json.ok ? json : failure({ ...json.error, detail: `${operation}: ${json.error.detail}` });
}

/** Joined as text: a path can then never lead to another host. */
function operationUrl({ baseUrl, paths }: ContractASettings, operation: ContractAOperation): string {
  return `${baseUrl.replace(/\/+$/, '')}/${paths[operation].replace(/^\/+/, '')}`;
}

function jsonBody(settings: ContractASettings, input: WireInput) {
  return {
    headers: { ...commonHeaders(settings), 'content-type': 'application/json' },
    body: JSON.stringify(input),
    timeoutMs: settings.timeoutMs,
  };
}

function commonHeaders({ auth }: ContractASettings): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (auth.token !== '') {
    headers[auth.header] = `${auth.scheme} ${auth.token}`.trim();
  }
  return headers;
}
