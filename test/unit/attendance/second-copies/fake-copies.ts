import type {
  Copy,
  CopyDesk,
  CopyList,
  CopyOwner,
} from '../../../../src-main/attendance/second-copies/copy-desk.ts';
import type { BoletoCounter, OpenPages } from '../../../../src-main/attendance/visit-parts.ts';
import type { CopyKind, StatementMonths } from '../../../../src-main/contract/second-copies-screen.ts';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../../src-main/domain/result.ts';
import { Counter, type FakePaper } from '../fake-parts.ts';

const owner = { erp: 'principal', companyName: 'Rede Horizonte' };

export const note: Copy = {
  paper: 'fiscal-note',
  row: {
    ...owner,
    key: 'principal:0',
    id: '74001',
    number: '457',
    postedOn: '2026-11-03',
    amountCents: 12_990,
    pdfUrl: 'https://erp.example/notas/457.pdf',
  },
};

const lists: Readonly<Record<CopyKind, CopyList>> = {
  'fiscal-note': { kind: 'fiscal-note', copies: [note], unreadable: [] },
  'debt-clearance': {
    kind: 'debt-clearance',
    copies: [{ paper: 'debt-clearance', row: { ...owner, key: 'principal:0', id: 'q1', year: 2025 } }],
    unreadable: ['Vale Fibra'],
  },
  statement: {
    kind: 'statement',
    rows: [
      { ...owner, key: 'principal:0', invoiceId: '1', postedOn: '2026-11-01', amountCents: 100 },
      { ...owner, key: 'principal:1', invoiceId: '2', postedOn: '2026-01-01', amountCents: 200 },
    ],
    unreadable: [],
  },
};

/** What a company keeps of its customer, printed by the same fake printer as slips. */
export class FakeCopies extends Counter implements CopyDesk {
  readonly #paper: () => FakePaper;
  readonly #show: BoletoCounter['show'] | undefined;
  kinds: readonly CopyKind[] = ['fiscal-note', 'statement', 'debt-clearance'];
  failure: RemoteFailure | undefined;
  available = true;
  /** In place of what else is read. */
  list: CopyList | undefined;
  /** Instead of either, of this document. */
  readonly byDocument = new Map<string, CopyList>();
  readonly printed: string[] = [];

  /**
   * @param paper asked when something is printed, since the stage makes it later
   * @param show where documents are shown, if somebody looks after those that are open
   */
  constructor(paper: () => FakePaper, show?: BoletoCounter['show']) {
    super();
    this.#paper = paper;
    this.#show = show;
  }

  kindsFor(): readonly CopyKind[] {
    return this.kinds;
  }

  async read(kind: CopyKind, { document }: CopyOwner): Promise<Result<CopyList, RemoteFailure>> {
    const known = this.byDocument.get(document) ?? this.list ?? lists[kind];
    await this.wait();
    return this.failure ? failure(this.failure) : success(known);
  }

  mayShow({ row }: Copy): boolean {
    return row.pdfUrl !== undefined;
  }

  hasAddress({ row }: Copy): boolean {
    return row.pdfUrl !== undefined;
  }

  async open(copy: Copy): Promise<Result<OpenPages, 'unavailable'>> {
    await this.wait();
    if (!this.available) return failure('unavailable');
    if (this.#show) return this.#show(() => Promise.resolve(Uint8Array.of()));
    const pages = [{ address: `/visit/${copy.row.id}.png`, width: 10, height: 14 }];
    return success({ id: copy.row.id, pageCount: 1, pages });
  }

  printCopy(_visitId: string, copy: Copy): string {
    return this.#print(copy.row.id);
  }

  printStatement(_visitId: string, _rows: unknown, months: StatementMonths): string {
    return this.#print(`${months} months`);
  }

  #print(what: string): string {
    this.printed.push(what);
    const jobId = `copy-${this.printed.length}`;
    this.#paper().jobs.set(jobId, { state: 'queued' });
    return jobId;
  }
}
