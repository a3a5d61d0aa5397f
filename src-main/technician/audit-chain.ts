import * as z from 'zod';
import type { AuditItem } from '../contract/technician.ts';
import { CHAIN_START, type ChainEnd, hashOf, readChainLine } from '../storage/hash-chain.ts';

/** What a whole log shows. */
export interface ChainReading {
  readonly items: readonly AuditItem[];
  readonly end: ChainEnd;
  /** What does not fit, in words without data; undefined: every line follows from the one before. */
  readonly fault?: string;
  /** Whether `fault` was recorded in the log after it happened. */
  readonly faultIsRecorded: boolean;
  /** Bytes up to the end of the last whole line; a half one after it is what a power cut leaves. */
  readonly wholeBytes: number;
}

/** The event that says that the log was tampered with or damaged; it is never taken back. */
export const BROKEN_EVENT = 'audit-broken';

const bodySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.number(),
  event: z.string(),
  detail: z.exactOptional(z.string()),
  prev: z.string(),
});

/**
 * Follows the chain through the log's bytes. `head` is the end that was noted elsewhere: a log that does not reach or
 * hold it was cut or rewritten; undefined: none was noted, which only an empty log explains.
 */
export function readChain(bytes: Buffer, head: ChainEnd | undefined): ChainReading {
  const reader = new ChainReader(head);
  let start = 0;
  for (let stop = bytes.indexOf(10); stop !== -1; stop = bytes.indexOf(10, start)) {
    reader.take(bytes.subarray(start, stop));
    start = stop + 1;
  }
  return { ...reader.finish(), wholeBytes: start };
}

class ChainReader {
  readonly #items: AuditItem[] = [];
  readonly #head: ChainEnd | undefined;
  #end = CHAIN_START;
  #fault: string | undefined;
  #faultIsRecorded = false;
  #meetsHead: boolean;

  constructor(head: ChainEnd | undefined) {
    this.#head = head;
    this.#meetsHead = isSameEnd(CHAIN_START, head);
  }

  take(line: Buffer): void {
    const read = readLine(line);
    const follows = read?.end.seq === this.#end.seq + 1 && read.prev === this.#end.hash;
    if (!follows) this.#noteFault(`seq ${this.#end.seq + 1}`);
    // What leans on a foreign line can still be checked from there on.
    this.#end = read?.end ?? { seq: this.#end.seq + 1, hash: hashOf(line) };
    if (isSameEnd(this.#end, this.#head)) this.#meetsHead = true;
    if (!read) return;
    this.#items.push(read.item);
    if (read.item.event === BROKEN_EVENT) this.#noteRecorded(read.item.detail);
  }

  finish(): Omit<ChainReading, 'wholeBytes'> {
    if (!this.#meetsHead) this.#noteFault(this.#head ? `head ${this.#head.seq}` : 'no head');
    const reading = { items: this.#items, end: this.#end, faultIsRecorded: this.#faultIsRecorded };
    return this.#fault === undefined ? reading : { ...reading, fault: this.#fault };
  }

  #noteFault(fault: string): void {
    this.#fault = fault;
    this.#faultIsRecorded = false;
  }

  #noteRecorded(detail: string | undefined): void {
    this.#fault ??= detail ?? 'recorded';
    this.#faultIsRecorded = true;
  }
}

interface ReadLine {
  readonly item: AuditItem;
  readonly prev: string;
  readonly end: ChainEnd;
}

function readLine(line: Buffer): ReadLine | undefined {
  const link = readChainLine(line);
  const parsed = bodySchema.safeParse(link?.body, { jitless: true }).data;
  if (!link || !parsed) return undefined;
  const { seq, prev, ...item } = parsed;
  return { item, prev, end: { seq, hash: link.hash } };
}

function isSameEnd(one: ChainEnd, other: ChainEnd | undefined): boolean {
  return one.seq === other?.seq && one.hash === other.hash;
}
