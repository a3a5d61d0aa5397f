/** So many at once; others wait, in the order in which they came. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Runs the task when its turn has come; rejects as the task does. */
  async run<T>(task: () => Promise<T> | T): Promise<T> {
    await this.#begin();
    try {
      return await task();
    } finally {
      this.#end();
    }
  }

  #begin(): Promise<void> | undefined {
    if (this.#free === 0) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
    return undefined;
  }

  #end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
