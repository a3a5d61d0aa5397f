/** Told of something that happened at a simulator. */
export type Hook<T, R> = (event: T) => R;

/** A list of hooks, called in the order in which they were added. */
export class Hooks<T, R> {
  private readonly hooks = new Set<Hook<T, R>>();

  /** Adds a hook; the result removes it. */
  add(hook: Hook<T, R>): () => void {
    this.hooks.add(hook);
    return () => {
      this.hooks.delete(hook);
    };
  }

  /** Calls every hook at once, in this same turn of the event loop. */
  call(event: T): R[] {
    return [...this.hooks].map((hook) => hook(event));
  }
}
