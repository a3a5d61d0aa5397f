import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { exchangeIpp } from './ipp-exchange.ts';
import {
  decodeAnswer,
  encodeRequest,
  type IppAnswer,
  type IppRequest,
  type IppValue,
} from './ipp-message.ts';

/** How a job stands at the printer (RFC 8011 5.3.7). */
export type IppJobState =
  | 'waiting'
  | 'processing'
  | 'stopped'
  | 'canceled'
  | 'aborted'
  | 'completed'
  | 'other';

export interface IppJob {
  readonly state: IppJobState;
  readonly reasons: readonly string[];
}

/** What a printer says of itself. */
export interface IppPrinterState {
  readonly state: 'idle' | 'processing' | 'stopped' | 'other';
  readonly reasons: readonly string[];
  readonly acceptsJobs: boolean;
  readonly model: string;
  /** MIME types that it takes. */
  readonly formats: readonly string[];
  /** Paper that is in it, or that it can hold where it does not say. */
  readonly media: readonly string[];
}

/** A printer that speaks IPP: a queue of CUPS, or the printer itself. Nothing throws; what it refuses has its status. */
export interface IppClient {
  readPrinter(): Promise<Result<IppPrinterState, RemoteFailure>>;
  /** Hands over a PDF to be printed on A4 in its own size. @returns the job's id */
  printPdf(pdf: Uint8Array, jobName: string): Promise<Result<number, RemoteFailure>>;
  readJob(jobId: number): Promise<Result<IppJob, RemoteFailure>>;
  cancelJob(jobId: number): Promise<Result<void, RemoteFailure>>;
}

export interface IppClientOptions {
  /** `ipp://` or `ipps://`, with the path of the queue. */
  readonly address: string;
  /** Milliseconds for one question. Default 5,000. */
  readonly timeoutMs?: number;
  /** Milliseconds for handing over a document. Default 20,000. */
  readonly sendTimeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_SEND_TIMEOUT_MS = 20_000;
const FIRST_ERROR_STATUS = 0x01_00;
/** The printer's own trouble, which may be over at the next question (RFC 8011 appendix B.1.5). */
const FIRST_SERVER_ERROR = 0x05_00;
/** Those with which it says that it took no job: not accepting jobs, busy. */
const NOT_TAKEN: ReadonlySet<number> = new Set([0x05_06, 0x05_07]);
const A4 = 'iso_a4_210x297mm';
const USER = 'balcao';

/** RFC 8011 5.4.15. */
const operations = { printJob: 0x02, cancelJob: 0x08, readJob: 0x09, readPrinter: 0x0b } as const;
const jobStates: ReadonlyMap<number, IppJobState> = new Map([
  [3, 'waiting'],
  [4, 'waiting'],
  [5, 'processing'],
  [6, 'stopped'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
]);
const printerStates: ReadonlyMap<number, IppPrinterState['state']> = new Map([
  [3, 'idle'],
  [4, 'processing'],
  [5, 'stopped'],
]);
const printerAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'printer-make-and-model',
  'document-format-supported',
  'media-ready',
  'media-supported',
];

type Attributes = IppRequest['operationAttributes'];

export function createIppClient(options: IppClientOptions): IppClient {
  const { address, timeoutMs = DEFAULT_TIMEOUT_MS, sendTimeoutMs = DEFAULT_SEND_TIMEOUT_MS } = options;
  let requestId = 0;

  async function ask(
    operation: number,
    attributes: Attributes,
    sent: { readonly jobAttributes?: Attributes; readonly document?: Uint8Array } = {},
  ): Promise<Result<IppAnswer, RemoteFailure>> {
    requestId += 1;
    const { document, jobAttributes } = sent;
    const message = encodeRequest({
      operation,
      requestId,
      operationAttributes: [
        ['attributes-charset', { type: 'charset', text: 'utf-8' }],
        ['attributes-natural-language', { type: 'language', text: 'en' }],
        ['printer-uri', { type: 'uri', text: address }],
        ...attributes,
      ],
      ...(jobAttributes && { jobAttributes }),
    });
    const answer = await exchangeIpp({
      address,
      message,
      ...(document && { document }),
      timeoutMs: document ? sendTimeoutMs : timeoutMs,
    });
    return answer.ok ? judge(answer.value, requestId) : answer;
  }

  return {
    async readPrinter() {
      const answer = await ask(operations.readPrinter, requested(printerAttributes));
      return answer.ok ? success(printerState(answer.value)) : answer;
    },
    async printPdf(pdf, jobName) {
      const answer = await ask(
        operations.printJob,
        [
          ['requesting-user-name', name(USER)],
          ['job-name', name(jobName)],
          ['document-format', { type: 'media-type', text: 'application/pdf' }],
        ],
        {
          document: pdf,
          // Bars scaled to fit a margin are no longer as long as banks want them.
          jobAttributes: [
            ['media', keyword(A4)],
            ['sides', keyword('one-sided')],
            ['print-scaling', keyword('none')],
          ],
        },
      );
      if (!answer.ok) return failure(orNotTaken(answer.error));
      const [jobId] = numbersOf(answer.value, 'job-id');
      return jobId === undefined ? unusable('no job-id') : success(jobId);
    },
    async readJob(jobId) {
      const answer = await ask(operations.readJob, [
        ['job-id', { type: 'integer', number: jobId }],
        ['requesting-user-name', name(USER)],
        ...requested(['job-state', 'job-state-reasons']),
      ]);
      if (!answer.ok) return answer;
      const [state] = numbersOf(answer.value, 'job-state');
      if (state === undefined) return unusable('no job-state');
      const reasons = textsOf(answer.value, 'job-state-reasons');
      return success({ state: jobStates.get(state) ?? 'other', reasons });
    },
    async cancelJob(jobId) {
      const answer = await ask(operations.cancelJob, [
        ['job-id', { type: 'integer', number: jobId }],
        ['requesting-user-name', name(USER)],
      ]);
      return answer.ok ? success(undefined) : answer;
    },
  };
}

function judge(bytes: Uint8Array, requestId: number): Result<IppAnswer, RemoteFailure> {
  const answer = decodeAnswer(bytes);
  if (!answer.ok) return unusable('not IPP');
  if (answer.value.requestId !== requestId) return unusable('the answer to another request');
  const { status } = answer.value;
  if (status < FIRST_ERROR_STATUS) return answer;
  const kind = status < FIRST_SERVER_ERROR ? 'refused' : 'server-error';
  return failure({ kind, status, detail: `IPP status 0x${status.toString(16).padStart(4, '0')}` });
}

/** Of a server's error usually nobody knows whether it acted; these two say that it did not. */
function orNotTaken(error: RemoteFailure): RemoteFailure {
  if (error.kind !== 'server-error' || !NOT_TAKEN.has(error.status)) return error;
  return { kind: 'refused', status: error.status, detail: error.detail };
}

function unusable(what: string): Result<never, RemoteFailure> {
  return failure({ kind: 'malformed', detail: `IPP: ${what}` });
}

function printerState(answer: IppAnswer): IppPrinterState {
  const [state] = numbersOf(answer, 'printer-state');
  const ready = textsOf(answer, 'media-ready');
  return {
    state: printerStates.get(state ?? 0) ?? 'other',
    reasons: textsOf(answer, 'printer-state-reasons'),
    acceptsJobs: answer.attributes.get('printer-is-accepting-jobs')?.[0] !== false,
    model: textsOf(answer, 'printer-make-and-model')[0] ?? '',
    formats: textsOf(answer, 'document-format-supported'),
    media: ready.length > 0 ? ready : textsOf(answer, 'media-supported'),
  };
}

function requested(names: readonly string[]): Attributes {
  return names.map((each) => ['requested-attributes', keyword(each)]);
}

function name(text: string): IppValue {
  return { type: 'name', text };
}

function keyword(text: string): IppValue {
  return { type: 'keyword', text };
}

function numbersOf({ attributes }: IppAnswer, attribute: string): readonly number[] {
  return (attributes.get(attribute) ?? []).filter((value) => typeof value === 'number');
}

function textsOf({ attributes }: IppAnswer, attribute: string): readonly string[] {
  return (attributes.get(attribute) ?? []).filter((value) => typeof value === 'string');
}
