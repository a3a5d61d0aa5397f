import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpRequest } from '../../http/http-client.ts';
import { isWireObject, type WireObject } from '../wire/record.ts';
import type { Step } from './operation-schema.ts';

/** What of a step makes its request; a login request has the same. */
export type RequestShape = Pick<Step, 'method' | 'path'> &
  Partial<Pick<Step, 'place' | 'headers' | 'charset'>>;

/** What goes into one request besides its input. */
export interface RequestFrame {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/**
 * Makes the request of a step. Input that the path names goes there and nowhere else. The failure says what of the
 * input does not fit, without its value.
 */
export function buildRequest(
  shape: RequestShape,
  input: unknown,
  frame: RequestFrame,
): Result<HttpRequest, string> {
  if (input !== undefined && !isWireObject(input)) return failure('the input is not an object');
  const path = fillPath(shape.path, input ?? {});
  if (!path.ok) return path;
  const url = joinUrl(frame.baseUrl, path.value.path);
  const common = {
    method: shape.method,
    timeoutMs: frame.timeoutMs,
    ...(shape.charset === undefined ? {} : { charset: shape.charset }),
  };
  const headers = { accept: 'application/json', ...shape.headers, ...frame.headers };
  const { rest } = path.value;
  const place = shape.place ?? (shape.method === 'GET' ? 'query' : 'json');
  if (place === 'json') {
    if (input === undefined) return success({ ...common, url, headers });
    const body = JSON.stringify(rest);
    return success({ ...common, url, headers: { ...headers, 'content-type': 'application/json' }, body });
  }
  const fields = encodeFields(rest);
  if (!fields.ok) return fields;
  if (place === 'query') return success({ ...common, url: withQuery(url, fields.value), headers });
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return success({ ...common, url, headers: { ...headers, ...type }, body: fields.value });
}

/** Joined as text: a path can then never lead to another host. */
export function joinUrl(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

function withQuery(url: string, query: string): string {
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** An empty part, or one of dots, would make the path that of another resource. */
function fillPath(template: string, input: WireObject): Result<{ path: string; rest: WireObject }, string> {
  const rest: Record<string, unknown> = { ...input };
  let missing: string | undefined;
  const path = template.replace(/\{(\w+)\}/g, (_braces, name: string) => {
    const text = fieldText(input[name]);
    if (text === undefined || /^\.*$/.test(text)) missing ??= name;
    delete rest[name];
    return encodeURIComponent(text ?? '');
  });
  return missing === undefined ? success({ path, rest }) : failure(`the path lacks ${missing}`);
}

function encodeFields(input: WireObject): Result<string, string> {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === null || value === undefined) continue;
    const text = fieldText(value);
    if (text === undefined) return failure(`${name} is neither text nor number`);
    fields.append(name, text);
  }
  return success(fields.toString());
}

function fieldText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
