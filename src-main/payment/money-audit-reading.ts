import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import { CHAIN_START, type ChainEnd, hashOf, readChainLine } from '../storage/hash-chain.ts';
import type { MoneyEntry } from './money-audit.ts';

/** An entry in its place. */
export type AuditedEntry = MoneyEntry & {
  readonly seq: number;
  /** Wall time of the kiosk when it was written, milliseconds. */
  readonly at: number;
};

/** The first place where the audit is not what was written. */
export interface AuditFault {
  readonly seq: number;
  /**
   * `changed` the line is not what its own hash says · `out-of-line` it does not follow from the one before (one was
   * taken out, put in or moved) · `unreadable` its hash is right, but no kiosk of this version writes such a line ·
   * `cut-off` the audit ends before a head that was noted elsewhere.
   */
  readonly what: 'changed' | 'out-of-line' | 'unreadable' | 'cut-off';
}

const place = { seq: z.int().min(1), at: z.int(), prev: z.string() };
const id = z.string().min(1);
const cents = z.int();
const account = z.exactOptional(z.string());

const lineSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...place,
    kind: z.literal('charge'),
    id,
    state: z.enum([
      'CREATED',
      'REQUESTED',
      'AWAITING',
      'PAID',
      'EXPIRED',
      'CANCELLED',
      'REFUND_DUE',
      'REFUNDED',
      'HANDLED',
    ]),
    erp: z.string(),
    account,
    txid: id,
    cents,
    paid: z.exactOptional(
      z.strictObject({ cents, at: z.exactOptional(z.int()), endToEndId: z.exactOptional(id) }),
    ),
  }),
  z.strictObject({
    ...place,
    kind: z.literal('write-off'),
    id,
    charge: id,
    invoice: id,
    state: z.enum([
      'PENDING',
      'SENT',
      'UNKNOWN',
      'DONE',
      'DONE_BY_RECONCILIATION',
      'MANUAL',
      'REFUND_DUE',
      'REFUNDED',
      'NOT_OURS',
      'HANDLED',
    ]),
    erp: z.string(),
    account,
    cents,
  }),
  z.strictObject({
    ...place,
    kind: z.literal('refund'),
    id,
    charge: id,
    state: z.enum(['REQUESTED', 'PROCESSING', 'DONE', 'FAILED', 'HANDLED']),
    erp: z.string(),
    account,
    cents,
  }),
  z.strictObject({ ...place, kind: z.literal('restored'), backupAt: z.exactOptional(z.int()) }),
]);

const lineRow = z.object({ seq: z.number().int(), line: z.string() });

/** So many lines are read at once; some milliseconds. */
const BATCH = 200;

/** Follows the chain line by line and gives what each says. */
export class MoneyAuditReader {
  readonly #heads: Map<number, string>;
  #end: ChainEnd = CHAIN_START;
  #fault: AuditFault | undefined;

  /** @param heads ends that were noted elsewhere, each of which the audit must hold */
  constructor(heads: readonly ChainEnd[] = []) {
    this.#heads = new Map(heads.map(({ seq, hash }) => [seq, hash]));
  }

  /** The line's entry, also where the chain is broken, as long as it can be read. */
  take({ seq, line }: z.output<typeof lineRow>): AuditedEntry | undefined {
    const bytes = Buffer.from(line);
    const link = readChainLine(bytes);
    if (!link) this.#note(seq, 'changed');
    const read = lineSchema.safeParse(link?.body).data;
    if (link && !read) this.#note(seq, 'unreadable');
    if (read && !this.#follows(seq, read)) this.#note(seq, 'out-of-line');
    this.#end = { seq, hash: link?.hash ?? hashOf(bytes) };
    const noted = this.#heads.get(seq);
    if (noted !== undefined && noted !== this.#end.hash) this.#note(seq, 'changed');
    if (!read) return undefined;
    const { prev: _, ...entry } = read;
    return entry;
  }

  /** What the whole audit shows. */
  finish(): { readonly end: ChainEnd; readonly fault?: AuditFault } {
    const { seq } = this.#end;
    if ([...this.#heads.keys()].some((noted) => noted > seq)) this.#note(seq + 1, 'cut-off');
    return { end: this.#end, ...(this.#fault && { fault: this.#fault }) };
  }

  #follows(seq: number, read: { readonly seq: number; readonly prev: string }): boolean {
    return seq === this.#end.seq + 1 && read.seq === seq && read.prev === this.#end.hash;
  }

  #note(seq: number, what: AuditFault['what']): void {
    this.#fault ??= { seq, what };
  }
}

/** The audit's lines in their order, some hundreds at a time. */
export function* readAuditLines(database: Database): Generator<z.output<typeof lineRow>[]> {
  let after = -1;
  while (true) {
    const rows = database.all(
      `SELECT seq, line FROM money_audit WHERE seq > $after ORDER BY seq LIMIT ${BATCH}`,
      lineRow,
      { after },
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.seq;
  }
}
