import { z } from 'zod';
import { action } from '../server/control.ts';
import { type Answer, json, type SimulatorRequest, text } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import type { ChatLedger } from './ledger.ts';

/** Key and instance of the variables API unless told otherwise. */
export const defaultChatAccount = {
  key: 'chat-sim-key',
  wid: 'C61BBC40-D019-427A-A31C-230243E27242',
} as const;

/** What the company's callback answers to an event, or an API of the platform in place of doing what it is asked. */
export interface CallbackAnswer {
  readonly status?: number;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface ChatSimulatorOptions {
  readonly port?: number;
  readonly key?: string;
  readonly wid?: string;
  /** What the header `authorization` of the send API must be; absent: anything. */
  readonly sendToken?: string;
  /** Milliseconds since the epoch; stamps the ledger. */
  readonly now?: () => number;
}

/**
 * The company's callback URLs (`${url}/callbacks/:event`, GET or POST) and the platform's own APIs:
 * `POST /send` and the variables API below `/api/witime/`.
 */
export interface ChatSimulator extends Simulator<ChatLedger> {
  /**
   * Sets what the callback of an event answers from now on; of `send`, `saveVariable` and `loadVariable`, what that API
   * answers without doing anything.
   */
  setAnswer(event: string, answer: CallbackAnswer): void;
  /** The APIs do again what they are asked. */
  clearAnswer(event: string): void;
}

const sendSchema = z.object({
  tipo_envio: z.string().min(1),
  referencia: z.string(),
  mensagens: z
    .array(z.object({ numero: z.string().regex(/^\d{10,11}$/), mensagem: z.string().min(1) }))
    .min(1),
});

const answerArgs = z.strictObject({
  event: z.string(),
  status: z.int().min(200).max(599).exactOptional(),
  body: z.unknown().optional(),
});

export async function startChatSimulator(options: ChatSimulatorOptions = {}): Promise<ChatSimulator> {
  const now = options.now ?? Date.now;
  const ledger: ChatLedger = { requests: {}, callbacks: [], messages: [], variables: {} };
  const answers = new Map<string, CallbackAnswer>([
    ['OnLoadContact', { body: { Name: 'Maria da Silva Souza', SegmentName: 'Cliente', Priority: 2 } }],
    ['OnBeforeSaveContact', { body: true }],
  ]);

  function callback(request: SimulatorRequest): Answer {
    const event = request.params.event ?? '';
    const key = request.headers['idempotency-key'];
    ledger.callbacks.push({
      event,
      method: request.method,
      query: request.query,
      body: request.body ?? (request.rawBody === '' ? null : request.rawBody),
      idempotencyKey: typeof key === 'string' ? key : null,
      at: new Date(now()).toISOString(),
    });
    return answerOf(answers.get(event) ?? {});
  }

  /** An API that was told to answer something does nothing else. */
  function unlessTold(operation: string, act: Route['act']): Route['act'] {
    return (request) => {
      const told = answers.get(operation);
      return told ? answerOf(told) : act(request);
    };
  }

  function send(request: SimulatorRequest): Answer {
    const { sendToken } = options;
    if (sendToken !== undefined && request.headers.authorization !== sendToken) {
      return json(401, { error: 'invalid token' });
    }
    const parsed = sendSchema.safeParse(request.body);
    if (!parsed.success) return json(400, { error: z.prettifyError(parsed.error) });
    const { tipo_envio: kind, referencia: reference, mensagens } = parsed.data;
    for (const { numero: number, mensagem } of mensagens) {
      ledger.messages.push({ kind, reference, number, text: mensagem, at: new Date(now()).toISOString() });
    }
    return json(200, { success: true, total: mensagens.length });
  }

  /** Variables are kept per name of the one instance that this simulator plays. */
  function withVariable(act: (request: SimulatorRequest, name: string) => Answer): Route['act'] {
    return (request) => {
      const { key, WID, NAME = '' } = request.query;
      const known =
        key === (options.key ?? defaultChatAccount.key) && WID === (options.wid ?? defaultChatAccount.wid);
      if (!known) return text(403, 'ERROR: invalid key or WID');
      return NAME === '' ? text(400, 'ERROR: NAME is missing') : act(request, NAME);
    };
  }

  const routes: readonly Route[] = [
    { operation: 'callback', method: 'ANY', path: '/callbacks/:event', act: callback },
    { operation: 'send', method: 'POST', path: '/send', act: unlessTold('send', send) },
    {
      operation: 'saveVariable',
      method: 'POST',
      path: '/api/witime/savevars.aspx',
      act: unlessTold(
        'saveVariable',
        withVariable((request, name) => {
          ledger.variables[name] = request.rawBody;
          return text(200, 'OK');
        }),
      ),
    },
    {
      operation: 'loadVariable',
      method: 'GET',
      path: '/api/witime/loadvars.aspx',
      act: unlessTold(
        'loadVariable',
        withVariable((_request, name) => text(200, ledger.variables[name] ?? '')),
      ),
    },
  ];
  const setAnswer = (event: string, answer: CallbackAnswer) => {
    answers.set(event, answer);
  };
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    routes,
    ledger,
    controls: { answer: action(answerArgs, ({ event, ...answer }) => setAnswer(event, answer)) },
  });
  const clearAnswer = (event: string) => {
    answers.delete(event);
  };
  return { ...simulator, setAnswer, clearAnswer };
}

function answerOf({ status = 200, body = 'OK' }: CallbackAnswer): Answer {
  return typeof body === 'string' ? text(status, body) : json(status, body);
}
