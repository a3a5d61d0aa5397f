import { type FileHandle, open } from 'node:fs/promises';
import { failure, type Result, success } from '../domain/result.ts';
import { findJsonError } from './json-error.ts';

/** A file of strict JSON, written by a person. */
export interface JsonFile {
  readonly json: unknown;
  /** Whether everybody with an account on this machine can read it. */
  readonly readableByOthers: boolean;
}

/** Why a file could not be read, in words for a technician. */
export interface JsonFileProblem {
  readonly missing: boolean;
  readonly reason: string;
}

/** Reads a JSON file. The failure quotes nothing of it. */
export async function readJsonFile(file: string): Promise<Result<JsonFile, JsonFileProblem>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const { mode } = await handle.stat();
    const json = parseJson(await handle.readFile());
    if (!json.ok) return failure({ missing: false, reason: json.error });
    // Windows has no such bits and reports every file as readable.
    return success({
      json: json.value,
      readableByOthers: process.platform !== 'win32' && (mode & 0o004) !== 0,
    });
  } catch (error) {
    return failure(describeFileError(error));
  } finally {
    await handle?.close();
  }
}

function describeFileError(error: unknown): JsonFileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'desconhecido';
  if (code === 'ENOENT') return { missing: true, reason: 'o arquivo não existe' };
  if (code === 'EACCES' || code === 'EPERM') {
    return { missing: false, reason: 'o programa não tem permissão para ler o arquivo' };
  }
  return { missing: false, reason: `o arquivo não pôde ser lido (${code})` };
}

/** Tolerates a byte order mark, which TextDecoder drops. */
function parseJson(bytes: Uint8Array): Result<unknown, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failure('o arquivo não está em UTF-8: salve-o de novo com esta codificação');
  }
  const place = findJsonError(text);
  if (place) return failure(`JSON inválido na linha ${place.line}, coluna ${place.column}`);
  return success(JSON.parse(text));
}
