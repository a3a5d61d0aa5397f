import type {
  NewPrintJob,
  PrintJobState,
  PrintJobStore,
  StoredPrintJob,
} from '../../../src-main/printing/print-job.ts';

type Row = StoredPrintJob & { readonly state: PrintJobState };

/** Jobs in memory; like the real store it keeps JSON, in order. */
export class MemoryPrintJobStore implements PrintJobStore {
  readonly #rows = new Map<string, Row>();

  add({ id, kind, document }: NewPrintJob): void {
    const stored: unknown = JSON.parse(JSON.stringify(document));
    this.#rows.set(id, { id, kind, document: stored, reprint: false, state: 'queued' });
  }

  next(): StoredPrintJob | undefined {
    return this.list('queued')[0];
  }

  list(state: PrintJobState): readonly StoredPrintJob[] {
    return [...this.#rows.values()].filter((row) => row.state === state);
  }

  stateOf(id: string): PrintJobState | undefined {
    return this.#rows.get(id)?.state;
  }

  setState(id: string, state: PrintJobState): void {
    this.#change(id, { state });
  }

  requeueAsReprint(id: string): void {
    this.#change(id, { state: 'queued', reprint: true });
  }

  /** A row that another version of the kiosk left. */
  addRaw(row: Row): void {
    this.#rows.set(row.id, row);
  }

  #change(id: string, change: Partial<Row>): void {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`no job ${id}`);
    this.#rows.set(id, { ...row, ...change });
  }
}
