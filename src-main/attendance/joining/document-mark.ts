import { createHash, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive: (secret: string, salt: string, bytes: number) => Promise<Buffer> = promisify(scrypt);

/** Names whoever asked for something without telling who it is: the same document always has the same mark. */
export type DocumentMark = (document: string) => Promise<string>;

/**
 * There are so few CPFs that a plain hash is found out by trying them all; this one costs tens of milliseconds and
 * 16 MiB a try (scrypt, Node's default cost, off the main thread), and is another one at each terminal. That makes it
 * dear, not impossible: marks are erased when the visit's own document is.
 */
export function createDocumentMark(terminalId: string): DocumentMark {
  return async (document) =>
    (await derive(document, `balcao registrations ${terminalId}`, 18)).toString('base64url');
}

/** Short name of a text that customers agree to: another text, another version. */
export function textVersion(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12);
}
