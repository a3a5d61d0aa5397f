import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MAX_MEMORY_BYTES = 128 * 1024 * 1024;

/** A number of work units (N, r, p) that this machine can afford: a forged file must not eat all memory. */
const cost = z.union([z.literal(2 ** 15), z.literal(2 ** 16)]);

/** How a PIN's hash stands in the file; its parameters are kept so that later ones may be dearer. */
export const pinHashSchema = z.strictObject({
  algorithm: z.literal('scrypt'),
  cost,
  blockSize: z.literal(8),
  parallelization: z.literal(1),
  salt: base64Bytes(SALT_BYTES),
  hash: base64Bytes(HASH_BYTES),
});

export type PinHash = z.output<typeof pinHashSchema>;

const TODAY = { cost: 2 ** 15, blockSize: 8, parallelization: 1 } as const;

/** Hashes a PIN slowly (32 MB, some 80 ms), with a salt of its own. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(pin, salt, TODAY);
  return { algorithm: 'scrypt', ...TODAY, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Whether it is the PIN that was hashed; takes as long for a wrong one. */
export async function pinMatches(pin: string, stored: PinHash): Promise<boolean> {
  const hash = await derive(pin, Buffer.from(stored.salt, 'base64'), stored);
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'base64'));
}

type Work = Pick<PinHash, 'cost' | 'blockSize' | 'parallelization'>;

function derive(pin: string, salt: Buffer, { cost, blockSize, parallelization }: Work): Promise<Buffer> {
  const options = { cost, blockSize, parallelization, maxmem: MAX_MEMORY_BYTES };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, options, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

function base64Bytes(count: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === count);
}
