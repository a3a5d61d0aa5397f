import type { IncomingMessage } from 'node:http';
import { failure, type Result, success } from '../../domain/result.ts';

/** Reads a request's body and stops where it becomes longer than allowed, or says beforehand that it will. Never throws. */
export async function readBody(
  message: IncomingMessage,
  mostBytes: number,
): Promise<Result<Buffer, 'too-large' | 'broken-off'>> {
  if (Number(message.headers['content-length'] ?? 0) > mostBytes) return failure('too-large');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Destroyed by the end of the answer and not by the end of this loop, which would cut the answer off.
    for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > mostBytes) return failure('too-large');
      chunks.push(chunk);
    }
  } catch {
    return failure('broken-off');
  }
  return success(Buffer.concat(chunks));
}
