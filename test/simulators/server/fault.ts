import { z } from 'zod';

const milliseconds = z.int().nonnegative();

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    /** Answers this status instead. `acts`: the operation takes effect all the same. */
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    body: z.unknown().optional(),
    /** The `Retry-After` header: seconds or an HTTP date. */
    retryAfter: z.union([z.string(), z.number()]).optional(),
    acts: z.boolean().optional(),
  }),
  /** Takes effect, then the connection breaks without an answer. */
  z.strictObject({ kind: z.literal('drop-after') }),
  /** The connection breaks before anything took effect. */
  z.strictObject({ kind: z.literal('drop-before') }),
  z.strictObject({
    /** The request fails now (`reply`, default `hang`) and takes effect `delayMs` milliseconds later. */
    kind: z.literal('act-later'),
    delayMs: milliseconds,
    reply: z.enum(['hang', 'drop', 'unavailable']).optional(),
  }),
  z.strictObject({
    /** A 200 whose body is not what the contract says. `acts`: the operation takes effect all the same. */
    kind: z.literal('garbage'),
    garbage: z.enum(['html', 'broken-json', 'double-brace']),
    acts: z.boolean().optional(),
  }),
  /** Never answers and never takes effect; the connection stays open. */
  z.strictObject({ kind: z.literal('hang') }),
]);

/** What goes wrong, for which requests. Faults are tried in order; the first that fits a request is used. */
export const faultSchema = z.strictObject({
  /** Name of the operation that fails; every operation when absent. */
  operation: z.string().optional(),
  /** How many fitting requests pass unharmed first. */
  skip: z.int().nonnegative().optional(),
  /** How many requests fail before the fault is spent; without end when absent. */
  times: z.int().positive().optional(),
  /** Milliseconds to wait before anything else happens. */
  latencyMs: milliseconds.optional(),
  effect: effectSchema.optional(),
});

export type Fault = z.output<typeof faultSchema>;
export type FaultEffect = z.output<typeof effectSchema>;

/** The faults in force, and how far each is used up. */
export class FaultPlan {
  private pending: { fault: Fault; skip: number; left: number }[] = [];

  /** Replaces all faults; an empty list means that everything works again. */
  replace(faults: readonly Fault[]): void {
    this.pending = faults.map((fault) => ({
      fault,
      skip: fault.skip ?? 0,
      left: fault.times ?? Number.POSITIVE_INFINITY,
    }));
  }

  /** The faults that can still strike. */
  list(): readonly Fault[] {
    return this.pending.filter((entry) => entry.left > 0).map((entry) => entry.fault);
  }

  /** Uses up one strike of the first fault that fits the operation. */
  take(operation: string): Fault | undefined {
    const entry = this.pending.find(
      (candidate) => candidate.left > 0 && (candidate.fault.operation ?? operation) === operation,
    );
    if (entry === undefined) return undefined;
    if (entry.skip > 0) {
      entry.skip -= 1;
      return undefined;
    }
    entry.left -= 1;
    return entry.fault;
  }
}
