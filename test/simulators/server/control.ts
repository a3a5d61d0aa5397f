import { z } from 'zod';
import { type Answer, json } from './exchange.ts';
import { type FaultPlan, faultSchema } from './fault.ts';

/** What a person (or the demo) can ask of a simulator by `POST /__control/<name>`, with JSON arguments. */
export type ControlActions = Readonly<Record<string, (args: unknown) => unknown>>;

/** An action that cannot be done as asked; told to the caller as 409. */
export class ControlRefusal extends Error {}

/** Makes a control action out of a schema for its arguments and what to do with them. */
export function action<Args>(
  schema: z.ZodType<Args>,
  run: (args: Args) => unknown,
): (args: unknown) => unknown {
  return (args) => run(schema.parse(args ?? {}));
}

const faultsSchema = z.union([z.array(faultSchema), faultSchema.transform((fault) => [fault])]);

/** Answers a request below `/__control/`; none of it is counted, delayed or subject to faults. */
export function answerControl(
  method: string,
  name: string,
  body: unknown,
  parts: { ledger: unknown; faults: FaultPlan; runPostponed: () => number; actions: ControlActions },
): Answer {
  if (method === 'GET' && name === 'ledger') return json(200, parts.ledger);
  if (method === 'GET' && name === 'faults') return json(200, parts.faults.list());
  const actions: ControlActions = {
    ...parts.actions,
    faults: action(faultsSchema, (faults) => parts.faults.replace(faults)),
    'act-postponed': () => parts.runPostponed(),
  };
  const run = method === 'POST' ? actions[name] : undefined;
  if (run === undefined) return json(404, { error: 'unknown control', controls: Object.keys(actions) });
  try {
    return json(200, run(body) ?? {});
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof ControlRefusal) return json(409, { error: error.message });
    throw error;
  }
}
