import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { AuditItem } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { cleanText } from '../logging/clean-text.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { syncFolder, writeDurably } from '../settings/durable-file.ts';
import { CHAIN_START, type ChainEnd, chainLine } from '../storage/hash-chain.ts';
import { BROKEN_EVENT, type ChainReading, readChain } from './audit-chain.ts';

export interface AuditLogParts {
  /** The log, e.g. `audit.jsonl` in the data folder; its head lies beside it as `<file>.head`. */
  readonly file: string;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly log: Log;
}

/**
 * What technicians did: only ever added to, one JSON object a line, each leaning on the hash of the one before. Nothing
 * here throws.
 *
 * What it shows: a line changed, put in, taken out or moved; an end cut off, since the head file notes the last line;
 * the log or the head deleted. What it cannot show: somebody who may write to both files and works all hashes out anew,
 * deletes both at once (the kiosk's own log then says `AUDIT-STARTED` again), or brings both back from an older copy.
 */
export interface AuditLog {
  /** `event` and `detail`: ids, names of sections and reasons; never a value of a setting, never personal data. */
  record(event: string, detail?: string): void;
  /** The newest lines, newest first, and whether the log was ever found tampered with or damaged. */
  read(last: number): { readonly intact: boolean; readonly last: readonly AuditItem[] };
}

const LONGEST_EVENT = 60;
const LONGEST_DETAIL = 300;

/** Checks the log, says `AUDIT-BROKEN` if its chain does not hold, and drops the half line of a power cut. */
export function openAuditLog(parts: AuditLogParts): AuditLog {
  const audit = new ChainedFile(parts);
  audit.open();
  return audit;
}

class ChainedFile implements AuditLog {
  readonly #parts: AuditLogParts;
  readonly #headFile: string;
  #end: ChainEnd = CHAIN_START;
  /** The head on the disk is the one in `#end`, or one before it. */
  #hasHead = false;

  constructor(parts: AuditLogParts) {
    this.#parts = parts;
    this.#headFile = `${parts.file}.head`;
  }

  open(): void {
    try {
      this.#check();
    } catch (error) {
      this.#parts.log.error('AUDIT-BROKEN', { reason: errorCode(error) });
    }
  }

  record(event: string, detail?: string): void {
    const item = {
      at: Math.trunc(this.#parts.clock.wallTime()),
      event: plainLine(event, LONGEST_EVENT),
      ...(detail === undefined ? {} : { detail: plainLine(cleanText(detail), LONGEST_DETAIL) }),
    };
    try {
      this.#append(item);
    } catch (error) {
      this.#parts.log.error('AUDIT-NOT-WRITTEN', { event: item.event, reason: errorCode(error) });
    }
  }

  read(last: number): { readonly intact: boolean; readonly last: readonly AuditItem[] } {
    try {
      const { items, fault } = readChain(readIfThere(this.#parts.file), this.#end);
      const newest = items.slice(-Math.max(1, last)).reverse();
      return { intact: fault === undefined, last: newest.map(shownItem) };
    } catch {
      return { intact: false, last: [] };
    }
  }

  #check(): void {
    const head = readHead(this.#headFile);
    const bytes = readIfThere(this.#parts.file);
    const isNew = bytes.length === 0 && head === undefined;
    const noted = isNew ? CHAIN_START : head;
    const found = readChain(bytes, noted);
    const halfLine = bytes.length - found.wholeBytes;
    if (halfLine > 0) endHalfLine(this.#parts.file, found);
    const chain = halfLine > 0 ? readChain(readIfThere(this.#parts.file), noted) : found;
    this.#end = chain.end;
    this.#hasHead = head !== undefined;
    if (isNew) this.#parts.log.info('AUDIT-STARTED');
    if (halfLine > 0) this.record('audit-half-line', `${halfLine} bytes`);
    if (chain.fault === undefined) return;
    this.#parts.log.error('AUDIT-BROKEN', { fault: chain.fault });
    if (!chain.faultIsRecorded) this.record(BROKEN_EVENT, chain.fault);
  }

  #append(item: AuditItem): void {
    // Without a head beside it a log would look as if somebody had deleted that.
    if (!this.#hasHead) this.#writeHead(this.#end);
    const next = chainLine(item, this.#end);
    appendDurably(this.#parts.file, Buffer.from(`${next.line}\n`));
    this.#end = next.end;
    this.#writeHead(next.end);
  }

  #writeHead(end: ChainEnd): void {
    writeDurably(this.#headFile, `${JSON.stringify(end)}\n`);
    this.#hasHead = true;
  }
}

/** Drops what a power cut left of a line; where more is wrong it stays as a line of its own, for whoever looks into it. */
function endHalfLine(file: string, { fault, wholeBytes }: ChainReading): void {
  const descriptor = openSync(file, fault === undefined ? 'r+' : 'a');
  try {
    if (fault === undefined) ftruncateSync(descriptor, wholeBytes);
    else writeFileSync(descriptor, Buffer.from('\n'));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** All of it or nothing: what a full disk took of a line is taken back. */
function appendDurably(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
    if (size === 0) syncFolder(path.dirname(file));
  } finally {
    closeSync(descriptor);
  }
}

const headSchema = z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Undefined when there is none; one that says nothing sensible counts as a line that no log has. */
function readHead(file: string): ChainEnd | undefined {
  const bytes = readIfThere(file);
  if (bytes.length === 0 && !isThere(file)) return undefined;
  try {
    return headSchema.parse(JSON.parse(bytes.toString('utf8')), { jitless: true });
  } catch {
    return { seq: -1, hash: '' };
  }
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function readIfThere(file: string): Buffer {
  return isThere(file) ? readFileSync(file) : Buffer.alloc(0);
}

/** A file that was tampered with may hold anything. */
function shownItem({ at, event, detail }: AuditItem): AuditItem {
  const shown = { at, event: plainLine(event, LONGEST_EVENT) };
  return detail === undefined ? shown : { ...shown, detail: plainLine(detail, LONGEST_DETAIL) };
}

/** Without line ends, escape sequences, marks that turn the writing direction, and halves of characters. */
function plainLine(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ');
}
