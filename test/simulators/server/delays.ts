interface Postponed {
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

/** The timers of one simulator: waits, and effects that come late. All of them end when the simulator closes. */
export class Delays {
  private readonly waits = new Set<NodeJS.Timeout>();
  private readonly postponed = new Set<Postponed>();

  /** Resolves after `delayMs` milliseconds, or never when the simulator closes first. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waits.delete(timer);
        resolve();
      }, delayMs);
      this.waits.add(timer);
    });
  }

  /** Runs `run` after `delayMs` milliseconds, or as soon as `runPostponed` is called. */
  postpone(run: () => void, delayMs: number): void {
    const entry: Postponed = {
      run,
      timer: setTimeout(() => {
        this.postponed.delete(entry);
        run();
      }, delayMs),
    };
    this.postponed.add(entry);
  }

  /** Lets everything postponed happen now; returns how many effects that were. */
  runPostponed(): number {
    const due = [...this.postponed];
    this.postponed.clear();
    for (const { run, timer } of due) {
      clearTimeout(timer);
      run();
    }
    return due.length;
  }

  clear(): void {
    for (const timer of this.waits) clearTimeout(timer);
    for (const { timer } of this.postponed) clearTimeout(timer);
    this.waits.clear();
    this.postponed.clear();
  }
}
