import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { FoundBy } from '../who.ts';

/** What a link opens: one customer's panel, or one paper of one visit. */
export type PassSubject =
  | { readonly kind: 'panel'; readonly document: string; readonly by: FoundBy }
  | { readonly kind: 'paper'; readonly visitId: string; readonly paper: string };

export interface Passes {
  /** Text for a link that opens this and nothing else, for `lifeMs` milliseconds. */
  issue(subject: PassSubject, lifeMs: number): string;
  /** What a text opens; undefined: nothing, or no more. */
  open(text: string): PassSubject | undefined;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LONGEST_PASS = 1_000;

const sealedPass = z.strictObject({
  until: z.number(),
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('panel'), document: z.string(), by: z.enum(['document', 'phone']) }),
    z.strictObject({ kind: z.literal('paper'), visitId: z.string(), paper: z.string() }),
  ]),
});

/**
 * Passes that nobody can make or read without the gateway's token: they stand in links that others keep and log. Sealed
 * instead of listed here, so that they outlive a restart and cost no memory; another token ends them all. They end by
 * the wall clock, because a link of some days must do so after a restart, too.
 */
export function createPasses(token: string, clock: Pick<Clock, 'wallTime'>): Passes {
  const key = Buffer.from(hkdfSync('sha256', token, '', 'balcao gateway pass', 32));
  return {
    issue(subject, lifeMs) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const text = JSON.stringify({ until: clock.wallTime() + lifeMs, subject });
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(text) {
      const opened = unseal(text, key);
      const pass = opened === undefined ? undefined : sealedPass.safeParse(opened).data;
      return pass && pass.until > clock.wallTime() ? pass.subject : undefined;
    },
  };
}

function unseal(text: string, key: Buffer): unknown {
  if (text.length > LONGEST_PASS) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.byteLength <= NONCE_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return JSON.parse(Buffer.concat(opened).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
