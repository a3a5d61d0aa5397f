import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';

/**
 * Reads an answer's text as JSON. What does not parse (HTML, an empty body, `{ [ … ] }`) is a fault of the protocol
 * and never an empty answer. The failure's detail holds nothing of the text.
 */
export function parseJson(text: string): Result<unknown, RemoteFailure> {
  try {
    return success(JSON.parse(text) as unknown);
  } catch {
    return failure({
      kind: 'malformed',
      detail: text.trimStart().startsWith('<') ? 'HTML or XML, not JSON' : 'not JSON',
    });
  }
}
