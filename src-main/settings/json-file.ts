import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Json } from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { findJsonError } from './json-error.ts';

/** A file of strict JSON, written by a person. */
export interface JsonFile {
  readonly json: Json;
  /** Whether everybody with an account on this machine can read it. */
  readonly readableByOthers: boolean;
}

/** Why a file could not be read, in words for a technician. */
export interface JsonFileProblem {
  readonly missing: boolean;
  readonly reason: string;
}

/**
 * Reads a JSON file. The failure quotes nothing of it. At once: while the kiosk starts, each turn of the event loop is
 * a queue behind all that Chromium has to do then.
 */
export function readJsonFile(file: string): Result<JsonFile, JsonFileProblem> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { mode } = fstatSync(handle);
    const json = parseJsonBytes(readFileSync(handle));
    if (!json.ok) return failure({ missing: false, reason: json.error });
    // Windows has no such bits and reports every file as readable.
    return success({
      json: json.value,
      readableByOthers: process.platform !== 'win32' && (mode & 0o004) !== 0,
    });
  } catch (error) {
    return failure(describeFileError(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Why a file could not be read, in words that hold nothing of it. */
export function describeFileError(error: unknown): JsonFileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'desconhecido';
  if (code === 'ENOENT') return { missing: true, reason: 'o arquivo não existe' };
  if (code === 'EACCES' || code === 'EPERM') {
    return { missing: false, reason: 'o programa não tem permissão para ler o arquivo' };
  }
  return { missing: false, reason: `o arquivo não pôde ser lido (${code})` };
}

/** Bytes as strict JSON in UTF-8, or why not. Tolerates a byte order mark, which TextDecoder drops. */
export function parseJsonBytes(bytes: Uint8Array): Result<Json, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failure('o arquivo não está em UTF-8: salve-o de novo com esta codificação');
  }
  const place = findJsonError(text);
  if (place) return failure(`JSON inválido na linha ${place.line}, coluna ${place.column}`);
  return success(JSON.parse(text) as Json);
}
