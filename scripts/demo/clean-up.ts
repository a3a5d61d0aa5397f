/** What must be ended when the demo is over, in the opposite order of its beginning. */
export class CleanUp {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Runs every step once, also when one fails; later calls wait for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(`While cleaning up: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
