import type { ActionAnswer } from '../../domain/erp-action.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { ErpOperation } from '../erp-operation.ts';
import { readActionAnswer } from '../read/action-answer.ts';
import type { Interpreter, OperationInput } from './interpreter.ts';

type Read<T> = (mapped: unknown) => Result<T, string>;

/** Runs operations and reads what they say; each failure is logged once, where a technician finds it. */
export interface Asker {
  /** A single thing; undefined when the ERP has none. */
  one<T>(
    operation: ErpOperation,
    input: OperationInput,
    read: Read<T>,
  ): Promise<Result<T | undefined, RemoteFailure>>;
  list<T>(
    operation: ErpOperation,
    input: OperationInput,
    read: Read<readonly T[]>,
  ): Promise<Result<readonly T[], RemoteFailure>>;
  /** Something that the operation must yield: "not found" is a refusal. */
  thing<T>(
    operation: ErpOperation,
    input: OperationInput,
    read: Read<T>,
    idempotencyKey?: string,
  ): Promise<Result<T, RemoteFailure>>;
  action(operation: ErpOperation, input: OperationInput, idempotencyKey?: string): Promise<ActionAnswer>;
}

const NOT_FOUND_STATUS = 404;

export function createAsker(interpreter: Interpreter, log: Log): Asker {
  function logged(operation: ErpOperation, error: RemoteFailure): RemoteFailure {
    // Details hold no personal data.
    log.warn('ERP-REQUEST-FAILED', { operation, kind: error.kind, detail: error.detail });
    return error;
  }

  async function ask<T>(
    operation: ErpOperation,
    input: OperationInput,
    read: Read<T>,
    nothing: Result<T, RemoteFailure>,
    idempotencyKey?: string,
  ): Promise<Result<T, RemoteFailure>> {
    const outcome = await interpreter.run(operation, input, idempotencyKey);
    if (outcome.kind === 'impossible') {
      return failure(logged(operation, { kind: 'not-sent', detail: outcome.detail }));
    }
    if (outcome.kind === 'failed') return failure(logged(operation, outcome.error));
    if (outcome.kind === 'not-found') return nothing;
    const value = read(outcome.value);
    if (value.ok) return value;
    return failure(logged(operation, { kind: 'malformed', detail: `${operation}: ${value.error}` }));
  }

  return {
    one: <T>(operation: ErpOperation, input: OperationInput, read: Read<T>) =>
      ask<T | undefined>(operation, input, read, success(undefined)),
    list: (operation, input, read) => ask(operation, input, read, success([])),
    thing: (operation, input, read, idempotencyKey) => {
      const detail = `${operation}: the ERP knows nothing of the kind`;
      const nothing = failure({ kind: 'refused', status: NOT_FOUND_STATUS, detail } as const);
      return ask(operation, input, read, nothing, idempotencyKey);
    },
    async action(operation, input, idempotencyKey) {
      const outcome = await interpreter.run(operation, input, idempotencyKey);
      if (outcome.kind === 'failed') logged(operation, outcome.error);
      if (outcome.kind === 'impossible') logged(operation, { kind: 'not-sent', detail: outcome.detail });
      const words = interpreter.profile.operations[operation]?.words;
      return readActionAnswer(outcome, words ?? { done: [], alreadyDone: [], refused: [] });
    },
  };
}
