/** What the mapping worker is asked to do: several JSONata expressions over one input. */
export interface MappingJob {
  readonly id: number;
  /** Source of each expression, by the name under which its value comes back. */
  readonly expressions: Readonly<Record<string, string>>;
  /** Only compiles the expressions, and says what is wrong with each. */
  readonly checkOnly: boolean;
  /** What `$` is, as JSON text: that crosses to the thread faster than objects do. */
  readonly inputJson: string;
  /** Further variables, by their name without the dollar sign. */
  readonly bindings: Readonly<Record<string, unknown>>;
  /** Most characters that the JSON text of one value may have. */
  readonly maxOutputChars: number;
}

/** One expression's value as JSON text (absent: the expression yields nothing), or a reason that quotes no data. */
export type MappingOutcome =
  | { readonly ok: true; readonly json?: string }
  | { readonly ok: false; readonly reason: string };

/** The worker's messages: one when it can be used, then one for each job. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly outcomes: Readonly<Record<string, MappingOutcome>>;
    };
