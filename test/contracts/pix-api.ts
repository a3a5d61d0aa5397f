import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';

/** A part of the OpenAPI document. */
type Node = { readonly [key: string]: unknown };

export interface ContractRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface ContractAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The central bank's API Pix, as a judge of requests and answers. */
export interface PixApiContract {
  /** What is wrong with a request; empty when the standard allows it. */
  requestFaults(request: ContractRequest): readonly string[];
  /** What is wrong with an answer to it. */
  answerFaults(request: Pick<ContractRequest, 'method' | 'path'>, answer: ContractAnswer): readonly string[];
  /** The examples that the standard gives of an operation's answers, by their names; `path` as in the document. */
  examplesOf(method: string, path: string): readonly (readonly [name: string, value: unknown])[];
}

const formats = {
  'date-time': (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success,
  date: (text: string) => z.iso.date().safeParse(text).success,
  int32: { type: 'number' as const, validate: (value: number) => Number.isInteger(value) && value < 2 ** 31 },
  int64: { type: 'number' as const, validate: Number.isSafeInteger },
  // The standard calls locations URIs, and writes them without a scheme.
  uri: true as const,
};

/** Reads the document, with its slips put right: its own examples break them. */
export function openPixApi(): PixApiContract {
  const text = readFileSync(new URL('pix-api-2.9.0.yaml', import.meta.url), 'utf8');
  const document = parse(text) as Node;
  putRight(document);
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  ajv.addSchema(document, 'pix-api');
  const paths = nodeAt(document, 'paths');

  function operationAt(method: string, path: string): { item: Node; operation: Node; params: string[] } {
    for (const [template, item] of Object.entries(paths)) {
      const found = templatePattern(template).exec(path);
      const operation = isNode(item) ? item[method.toLowerCase()] : undefined;
      if (found && isNode(item) && isNode(operation)) return { item, operation, params: found.slice(1) };
    }
    throw new Error(`the standard has no ${method} ${path}`);
  }

  /** Schemas inside the document point at one another from its root. */
  function check(schema: unknown, value: unknown, what: string): string[] {
    const validate: ValidateFunction = ajv.compile(rooted(schema));
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message}`);
  }

  return {
    requestFaults({ method, path, query, body }) {
      const { item, operation, params } = operationAt(method, path);
      const rules = parametersOf(document, item, operation);
      const inPath = rules.filter((rule) => rule.in === 'path');
      const inQuery = rules.filter((rule) => rule.in === 'query');
      const faults = inPath.flatMap((rule, index) => check(rule.schema, params[index], `path ${rule.name}`));
      for (const rule of inQuery) {
        const value = query[rule.name];
        if (value !== undefined)
          faults.push(...check(rule.schema, typed(rule.schema, value), `query ${rule.name}`));
        else if (rule.required === true) faults.push(`query ${rule.name} is missing`);
      }
      const known = new Set(inQuery.map(({ name }) => name));
      faults.push(
        ...Object.keys(query).flatMap((name) => (known.has(name) ? [] : [`query ${name} is unknown`])),
      );
      return [...faults, ...bodyFaults(operation, body)];
    },
    answerFaults({ method, path }, { status, contentType, body }) {
      const { operation } = operationAt(method, path);
      const response = resolve(document, nodeAt(operation, 'responses')[String(status)]);
      if (response === undefined) return [`status ${status} is not in the standard`];
      const [type = ''] = contentType.split(';');
      const content = nodeAt(response, 'content')[type];
      if (!isNode(content)) return [`content type ${type} is not in the standard for ${status}`];
      return check(content.schema, JSON.parse(body) as unknown, 'answer');
    },
    examplesOf(method, path) {
      const responses = nodeAt(nodeAt(nodeAt(paths, path), method.toLowerCase()), 'responses');
      return Object.entries(responses).flatMap(([status, response]) => {
        const content = resolve(document, response)?.content;
        if (!status.startsWith('2') || !isNode(content)) return [];
        const examples = nodeAt(nodeAt(content, 'application/json'), 'examples');
        return Object.entries(examples).flatMap(([name, example]): [string, unknown][] => [
          [name, expanded(document, resolve(document, example)?.value)],
        ]);
      });
    },
  };

  function bodyFaults(operation: Node, body: unknown): string[] {
    const wanted = resolve(document, operation.requestBody);
    if (wanted === undefined) return body === undefined ? [] : ['there is a body'];
    const content = nodeAt(nodeAt(wanted, 'content'), 'application/json');
    return check(content.schema, body, 'body');
  }
}

/** Each of these makes an answer impossible that the standard itself gives as an example. */
function putRight(document: Node): void {
  const schemas = nodeAt(nodeAt(document, 'components'), 'schemas');
  // It lists `pix`; nothing there is called `cobs`.
  Object.assign(nodeAt(schemas, 'PixConsultados'), { required: ['parametros'] });
  // Its examples name a location by its id alone.
  Object.assign(nodeAt(schemas, 'PayloadLocationCob'), { required: ['id'] });
  // The address belongs to `recebedor`, not beside it.
  Object.assign(nodeAt(schemas, 'DadosRecebedor'), { required: [] });
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: unknown;
}

function parametersOf(document: Node, item: Node, operation: Node): readonly Parameter[] {
  const listed = [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
  return listed.map((parameter) => resolve(document, parameter) as unknown as Parameter);
}

function templatePattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`);
}

/** Query values travel as text. */
function typed(schema: unknown, value: string): unknown {
  return isNode(schema) && schema.type === 'integer' ? Number(value) : value;
}

/** References from the root of the document, wherever the schema is compiled. */
function rooted(schema: unknown): Node {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"pix-api#/components')) as Node;
}

function resolve(document: Node, node: unknown): Node | undefined {
  if (!isNode(node)) return undefined;
  const { $ref: reference } = node;
  if (typeof reference !== 'string') return node;
  let here: unknown = document;
  for (const step of reference.replace('#/', '').split('/')) here = isNode(here) ? here[step] : undefined;
  return isNode(here) ? here : undefined;
}

/** Some examples are put together of others. */
function expanded(document: Node, example: unknown): unknown {
  if (Array.isArray(example)) return example.map((item) => expanded(document, item));
  if (!isNode(example)) return example;
  if (example.$ref !== undefined) return expanded(document, resolve(document, example));
  if (Array.isArray(example.allOf)) {
    return Object.assign({}, ...example.allOf.map((part) => expanded(document, part)));
  }
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, expanded(document, value)]));
}

function nodeAt(node: Node, key: string): Node {
  const found = node[key];
  if (!isNode(found)) throw new Error(`the standard has no ${key} there`);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
