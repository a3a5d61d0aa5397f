import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ReadMessage, readMessage, type WrittenAttribute, writeAnswer } from './ipp-wire.ts';

/** How a job stands, by the numbers of RFC 8011 5.3.7. */
export const jobStates = {
  pending: 3,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9,
} as const;
export type JobState = keyof typeof jobStates;

export interface SimulatedJob {
  readonly id: number;
  readonly document: Buffer;
  readonly attributes: ReadMessage['attributes'];
  state: JobState;
}

/** What happens to the next request of an operation. */
export type IppFault =
  /** An IPP status in an answer that is sound otherwise. */
  | { readonly status: number }
  | { readonly httpStatus: number }
  | { readonly body: string }
  /** The job is taken and nothing comes back. */
  | 'drop-after'
  | 'hang';

export type IppOperation = 'print-job' | 'cancel-job' | 'get-job' | 'get-printer';
const operations: Readonly<Record<number, IppOperation>> = {
  2: 'print-job',
  8: 'cancel-job',
  9: 'get-job',
  11: 'get-printer',
};
const SUCCESS = 0;
const NOT_FOUND = 0x0406;
const NOT_POSSIBLE = 0x0404;

/** An A4 printer that speaks IPP over HTTP, on a real socket. */
export class IppSimulator {
  readonly address: string;
  readonly jobs: SimulatedJob[] = [];
  readonly requests: IppOperation[] = [];
  readonly printer = {
    state: 3,
    reasons: ['none'] as readonly string[],
    accepts: true,
    formats: ['application/octet-stream', 'application/pdf'] as readonly string[],
    media: ['na_letter_8.5x11in', 'iso_a4_210x297mm'] as readonly string[],
  };
  /** What a new job is at once. */
  firstState: JobState = 'pending';
  readonly #faults: [IppOperation, IppFault][] = [];
  readonly #stop: () => Promise<void>;
  #nextId = 41;

  constructor(port: number, stop: () => Promise<void>) {
    this.address = `ipp://127.0.0.1:${port}/ipp/print`;
    this.#stop = stop;
  }

  /** The next request of this operation suffers it, and only that one. */
  fail(operation: IppOperation, fault: IppFault): void {
    this.#faults.push([operation, fault]);
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  /** @returns `undefined` when there is no answer at all */
  answer(bytes: Buffer): { readonly status: number; readonly body: Buffer } | 'hang' | 'drop' {
    const message = readMessage(bytes);
    const operation = operations[message.operation];
    if (operation === undefined) throw new Error(`unknown operation ${message.operation}`);
    this.requests.push(operation);
    const index = this.#faults.findIndex(([of]) => of === operation);
    const fault = this.#faults.splice(index, index < 0 ? 0 : 1)[0]?.[1];
    if (fault === 'hang') return 'hang';
    if (fault === 'drop-after') {
      this.#act(operation, message);
      return 'drop';
    }
    if (fault && 'httpStatus' in fault) return { status: fault.httpStatus, body: Buffer.alloc(0) };
    if (fault && 'body' in fault) return { status: 200, body: Buffer.from(fault.body, 'latin1') };
    if (fault) return { status: 200, body: writeAnswer(fault.status, message.requestId, 4, []) };
    return { status: 200, body: this.#act(operation, message) };
  }

  #act(operation: IppOperation, message: ReadMessage): Buffer {
    const { requestId, attributes } = message;
    if (operation === 'get-printer') return writeAnswer(SUCCESS, requestId, 4, this.#printerAttributes());
    if (operation === 'print-job') {
      const job = { id: this.#nextId, document: message.document, attributes, state: this.firstState };
      this.#nextId += 1;
      this.jobs.push(job);
      return writeAnswer(SUCCESS, requestId, 2, jobAttributes(job));
    }
    const job = this.jobs.find(({ id }) => id === attributes.get('operation.job-id')?.[0]);
    if (!job) return writeAnswer(NOT_FOUND, requestId, 2, []);
    if (operation === 'get-job') return writeAnswer(SUCCESS, requestId, 2, jobAttributes(job));
    if (jobStates[job.state] >= jobStates.canceled) return writeAnswer(NOT_POSSIBLE, requestId, 2, []);
    job.state = 'canceled';
    return writeAnswer(SUCCESS, requestId, 2, []);
  }

  #printerAttributes(): readonly WrittenAttribute[] {
    const { state, reasons, accepts, formats, media } = this.printer;
    return [
      ['text', 'printer-make-and-model', 'Simulated A4'],
      ['enum', 'printer-state', state],
      ['keyword', 'printer-state-reasons', ...reasons],
      ['boolean', 'printer-is-accepting-jobs', accepts],
      ['collection', 'media-col-default'],
      ['mime', 'document-format-supported', ...formats],
      ['keyword', 'media-supported', ...media],
    ];
  }
}

function jobAttributes({ id, state }: SimulatedJob): readonly WrittenAttribute[] {
  return [
    ['integer', 'job-id', id],
    ['enum', 'job-state', jobStates[state]],
    ['keyword', 'job-state-reasons', 'none'],
  ];
}

/** Starts one on 127.0.0.1; resolves once it listens. */
export async function startIppSimulator(): Promise<IppSimulator> {
  const server = createServer((request, response) => {
    serve(simulator, request, response).catch((error: unknown) => {
      response.writeHead(400);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const simulator = new IppSimulator(port, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return simulator;
}

async function serve(
  simulator: IppSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/ipp') {
    throw new Error('not a request of IPP');
  }
  const answer = simulator.answer(Buffer.concat(chunks));
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/ipp' });
  response.end(answer.body);
}
