import type { Clock } from '../domain/clock.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { type AskedAddress, isSameToken, readAddress } from './access/access-token.ts';
import { callerOf } from './access/caller.ts';
import type { Passes, PassSubject } from './access/passes.ts';
import type { QuietLog } from './access/quiet-log.ts';
import { RateLimit } from './access/rate-limit.ts';
import { Turns } from './access/turns.ts';
import { answerCallback, type CallbackParts, isCallback } from './callbacks/callbacks.ts';
import type { Panel } from './panel/panel.ts';
import { answerPaper, type FindPaper } from './papers.ts';
import type { VisitHistory } from './visit-history.ts';
import { findWho, namesAnother } from './who.ts';
import { type Answer, bareAnswer, jsonAnswer } from './wire/answer.ts';
import { type AskedValues, readValues } from './wire/asked-values.ts';
import type { Asked } from './wire/gateway-server.ts';

export interface RouterParts {
  readonly token: string;
  readonly behindProxy: boolean;
  /** From one address; all together may ask several times as often. */
  readonly requestsPerMinute: number;
  /** Undefined: switched off. */
  readonly panel: Panel | undefined;
  readonly callbacks: CallbackParts | undefined;
  readonly findPaper: FindPaper | undefined;
  readonly visits: Pick<VisitHistory, 'documentsOf'>;
  readonly passes: Passes;
  readonly clock: Clock;
  readonly log: Log;
  readonly quietLog: QuietLog;
}

/** What all callers together may ask, in shares of one. */
const ALL_TOGETHER = 5;
/** A person waits for the panel, and the platform for its answer. */
const LONGEST_ANSWER_MS = 12_000;
/** What reads the ERPs or makes a paper, while a customer may want the same. */
const MOST_AT_ONCE = 8;
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST']);

/** Runs what is work when its turn has come. */
type Work = (task: () => Promise<Answer> | Answer) => Promise<Answer>;

/** Decides who may ask, and hands a request to what answers it. */
export class GatewayRouter {
  readonly #parts: RouterParts;
  readonly #perCaller: RateLimit;
  readonly #inAll: RateLimit;
  readonly #turns = new Turns(MOST_AT_ONCE);
  #ended = false;

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#perCaller = new RateLimit(parts.requestsPerMinute, parts.clock);
    this.#inAll = new RateLimit(parts.requestsPerMinute * ALL_TOGETHER, parts.clock);
  }

  /** The kiosk ends, and with it the database. */
  end(): void {
    this.#ended = true;
  }

  /** Never rejects. */
  async handle(asked: Asked): Promise<Answer> {
    const { clock, log } = this.#parts;
    const lateAnswer = bareAnswer(503, { 'Retry-After': '30' });
    let isLate = false;
    let timer: unknown;
    const late = new Promise<Answer>((resolve) => {
      timer = clock.setTimeout(() => {
        isLate = true;
        resolve(lateAnswer);
      }, LONGEST_ANSWER_MS);
    });
    // Nobody waits any more for what gets its turn too late.
    const work: Work = (task) => this.#turns.run(() => (isLate ? lateAnswer : task()));
    try {
      return await Promise.race([this.#answer(asked, work), late]);
    } catch (error) {
      // What it still waited for ends with the kiosk.
      if (!this.#ended) log.error('GATEWAY-FAILED', { reason: errorCode(error) });
      return bareAnswer(500);
    } finally {
      clock.clearTimeout(timer);
    }
  }

  async #answer(asked: Asked, work: Work): Promise<Answer> {
    const { behindProxy, quietLog, passes } = this.#parts;
    const forwarded = asked.headers['x-forwarded-for'];
    const chain = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    const waitSeconds = this.#perCaller.take(callerOf(asked.remoteAddress, chain, behindProxy));
    if (waitSeconds > 0) return this.#tooMany(waitSeconds);
    const address = readAddress(asked.url, asked.headers);
    if (!address) return bareAnswer(400);
    const pass = passOf(address);
    if (pass === undefined && !this.#isKnown(address)) {
      quietLog.note('GATEWAY-REFUSED', 'access');
      return bareAnswer(401);
    }
    if (!METHODS.has(asked.method)) return bareAnswer(405, { Allow: 'GET, POST' });
    const subject = pass === undefined ? undefined : passes.open(pass);
    // Before what all share: whoever makes passes up must take nothing of it.
    if (pass !== undefined && subject?.kind !== kindAt(address.path)) return this.#deadLink(address.path);
    const waitForAll = this.#inAll.take('');
    if (waitForAll > 0) return this.#tooMany(waitForAll);
    return subject ? this.#follow(subject, asked, address, work) : this.#route(asked, address, work);
  }

  #tooMany(seconds: number): Answer {
    this.#parts.quietLog.note('GATEWAY-REFUSED', 'rate');
    return bareAnswer(429, { 'Retry-After': String(seconds) });
  }

  #isKnown({ token }: AskedAddress): boolean {
    return token !== undefined && isSameToken(token, this.#parts.token);
  }

  #deadLink(path: string): Answer {
    const { panel } = this.#parts;
    return panel && path === '/panel' ? { ...panel.expired(), status: 403 } : bareAnswer(404);
  }

  async #follow(subject: PassSubject, asked: Asked, address: AskedAddress, work: Work): Promise<Answer> {
    const { panel, findPaper } = this.#parts;
    if (subject.kind === 'paper') {
      if (!findPaper) return bareAnswer(404);
      return work(() => answerPaper(findPaper, subject.visitId, subject.paper));
    }
    if (!panel) return bareAnswer(404);
    return withValues(asked, address, (values) => {
      // The platform keeps the link of a contact whose document somebody has changed since.
      if (namesAnother(values, subject.document)) return this.#deadLink(address.path);
      return work(() => panel.show({ ...subject, kind: 'customer' }));
    });
  }

  async #route(asked: Asked, address: AskedAddress, work: Work): Promise<Answer> {
    const { panel, callbacks, visits } = this.#parts;
    const { path } = address;
    if (path === '/health') return jsonAnswer({ ok: true });
    if (panel && path === '/panel') {
      return withValues(asked, address, (values) => work(() => panel.show(findWho(values, visits))));
    }
    const event = /^\/callbacks\/(\w{1,60})$/.exec(path)?.[1] ?? '';
    if (!callbacks || !isCallback(event)) return bareAnswer(404);
    return withValues(asked, address, (values) => work(() => answerCallback(event, values, callbacks)));
  }
}

/** The pass of a link; beside a token a panel needs none. */
function passOf({ path, query, token }: AskedAddress): string | undefined {
  if (path === '/panel') return token === undefined ? (query.get('pass') ?? undefined) : undefined;
  return /^\/files\/([\w-]+)$/.exec(path)?.[1];
}

/** What a pass must be of to open this path. */
function kindAt(path: string): PassSubject['kind'] {
  return path === '/panel' ? 'panel' : 'paper';
}

/** Reads what a request says, or answers that it could not be read. */
async function withValues(
  asked: Asked,
  { query }: AskedAddress,
  answer: (values: AskedValues) => Promise<Answer> | Answer,
): Promise<Answer> {
  const body = await asked.readBody();
  if (!body.ok) return bareAnswer(body.error === 'too-large' ? 413 : 400);
  const contentType = asked.headers['content-type'] ?? '';
  return answer(await readValues({ query, contentType, body: body.value }));
}
