import type { Printer, PrinterStatus, PrintOutcome } from '../../../src-main/printing/printer.ts';

/** A printer in memory. By default it prints at once; `holdNext` lets a test decide how and when a job ends. */
export class FakePrinter implements Printer {
  condition: PrinterStatus = 'ok';
  /** What was sent, as text. */
  readonly jobs: string[] = [];
  statusQuestions = 0;
  releases = 0;
  #held: Promise<PrintOutcome> | undefined;

  status(): Promise<PrinterStatus> {
    this.statusQuestions += 1;
    return Promise.resolve(this.condition);
  }

  print(bytes: Uint8Array): Promise<PrintOutcome> {
    this.jobs.push(new TextDecoder().decode(bytes));
    const held = this.#held ?? Promise.resolve({ outcome: 'printed' } as const);
    this.#held = undefined;
    return held;
  }

  release(): Promise<void> {
    this.releases += 1;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The next job ends when the result is called. */
  holdNext(): (outcome: PrintOutcome) => void {
    let end: (outcome: PrintOutcome) => void = () => undefined;
    this.#held = new Promise((resolve) => {
      end = resolve;
    });
    return end;
  }
}
