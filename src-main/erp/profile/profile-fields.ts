import * as z from 'zod';
import { addressPath, lineOfText } from '../../settings/setting-fields.ts';

/** A JSONata expression; a long one may be written as a list of lines, which JSON has no other way for. */
export function expression() {
  return z
    .union([z.string().min(1), z.array(z.string()).min(1)], {
      error: ({ input }) =>
        input === undefined ? 'falta preencher' : 'precisa ser um texto ou uma lista de textos',
    })
    .transform((source) => (typeof source === 'string' ? source : source.join('\n')));
}

/** Texts compared as a whole, without case and accents. */
export function statusWords() {
  return z.array(lineOfText(100)).default([]);
}

/** Headers beside those that authentication and body bring along. */
export function extraHeaders() {
  return z.record(
    headerName(),
    z.string().regex(/^[\x20-\x7e]{0,1000}$/, 'só pode ter letras sem acento, números e sinais'),
  );
}

export function headerName() {
  return z.string().regex(/^[\w-]{1,60}$/, 'não é um nome de cabeçalho HTTP');
}

/** The word before a token; empty for none. */
export function tokenScheme() {
  return z.string().regex(/^[\w-]{0,30}$/, 'use uma palavra só, por exemplo Bearer, ou deixe vazio');
}

/** A path under the ERP's address, with parts of the input in braces: /clientes/{id}. */
export function pathTemplate() {
  return addressPath().regex(/^(?:[^{}]|\{\w+\})*$/, 'as chaves precisam ter um nome dentro: {id}');
}

/** The ERP's character set for what it answers; `windows-1252` covers ISO-8859-1. */
export function charset() {
  return z.enum(['utf-8', 'windows-1252']);
}

/** HTTP status codes that the client hands on as a refusal. */
export function statusCodes() {
  return z.array(z.int().min(400).max(499));
}
