import { ErpJoin } from '../../../../src-main/attendance/joining/erp-join.ts';
import type { JoinCompany } from '../../../../src-main/attendance/joining/join-form.ts';
import type { MadeRequest } from '../../../../src-main/attendance/joining/join-progress.ts';
import type { RequestOrder, RequestResult } from '../../../../src-main/requests/request.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLog } from '../../printing/recording-log.ts';
import type { Person } from '../people.ts';
import { StagedVisit } from '../staged-visit.ts';
import { FakeJoinErp } from './fake-join-erp.ts';
import { anaCnpj, anaCpf, anaTypes, formOf } from './join-people.ts';

/** The desk of requests in memory: each wish is sent once. */
export class FakeRequests {
  readonly orders: RequestOrder[] = [];
  readonly #results = new Map<string, RequestResult>();

  async perform(order: RequestOrder): Promise<RequestResult> {
    const wish = `${order.visitId} ${order.kind} ${order.subject}`;
    const known = this.#results.get(wish);
    if (known && known.outcome !== 'not-sent') return known;
    this.orders.push(order);
    const requestId = `${this.orders.length}`.padStart(32, 'a');
    const answer = await order.send(requestId);
    const { outcome, ...rest } = answer;
    const result: RequestResult = {
      ...rest,
      outcome: outcome === 'unknown' ? 'unclear' : outcome,
      requestId,
      protocol: requestId.slice(0, 10).toUpperCase(),
    };
    this.#results.set(wish, result);
    return result;
  }
}

export interface JoinSetup {
  readonly held?: boolean;
  readonly print?: boolean;
  /** What the ERP lists; left out: two products. */
  readonly products?: JoinCompany['products'];
}

/** The real desk over a fake ERP. */
export interface FakeJoining {
  readonly desk: ErpJoin;
  readonly erp: FakeJoinErp;
  readonly requests: FakeRequests;
  /** What was asked for here before, by mark. */
  readonly made: Map<string, readonly MadeRequest[]>;
  readonly papers: string[];
}

export function fakeJoining({ held = false, print = true, products }: JoinSetup = {}): FakeJoining {
  const erp = new FakeJoinErp();
  if (products) erp.products = products;
  const requests = new FakeRequests();
  const made = new Map<string, readonly MadeRequest[]>();
  const papers: string[] = [];
  const desk = new ErpJoin({
    erps: erp.group,
    rulesOf: () => ({ products: [], cities: [] }),
    rules: formOf().rules,
    offer: { join: true, orders: true },
    heldByPendingMessages: held,
    requests,
    findRequests: (mark) => made.get(mark) ?? [],
    markOf: (document) => Promise.resolve([...document].toReversed().join('')),
    ...(print && {
      print: ({ protocol }: { readonly protocol: string }) => {
        papers.push(protocol);
        return `paper-${papers.length}`;
      },
    }),
    terminal: { id: 'T01', timeZone: 'America/Sao_Paulo' },
    clock: new ManualClock(),
    log: new RecordingLog(),
  });
  return { desk, erp, requests, made, papers };
}

/** A visit at a kiosk that registers people. */
export class JoinStage extends StagedVisit {
  readonly erp: FakeJoinErp;
  readonly requests: FakeRequests;
  readonly made: FakeJoining['made'];
  readonly papers: string[];

  constructor(setup: JoinSetup = {}) {
    const { desk, erp, requests, made, papers } = fakeJoining(setup);
    super({}, {}, { joining: desk });
    this.erp = erp;
    this.requests = requests;
    this.made = made;
    this.papers = papers;
  }

  /** Answers the question on the screen; choices take the first option unless told. */
  async answer(choices: Readonly<Record<string, string>> = {}): Promise<void> {
    const screen = this.screen();
    if (screen.name === 'join-choice') {
      const optionId = choices[screen.question] ?? screen.options[0]?.id ?? '';
      await this.send({ type: 'choose-option', optionId });
    } else if (screen.name === 'join-text') {
      const text = choices[screen.question] ?? anaTypes[screen.question] ?? '';
      if (screen.entry.keyboard === 'digits') await this.type(text);
      else await this.send({ type: 'enter-text', text });
      await this.touch('submit');
    } else if (screen.name === 'document') {
      await this.touch('clear');
      await this.type(choices.document ?? (screen.purpose === 'join-company' ? anaCnpj : anaCpf));
      await this.touch('submit');
    } else {
      throw new Error(`no question: ${screen.name}`);
    }
  }

  /** From "Quero ser cliente" to the review. */
  async fill(choices: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.touch('join');
    await this.answerAll(choices);
  }

  async answerAll(choices: Readonly<Record<string, string>> = {}): Promise<void> {
    for (let asked = 0; this.screen().name !== 'join-review'; asked += 1) {
      if (asked > 40) throw new Error(`no end: ${this.drawn()}`);
      await this.answer(choices);
    }
  }

  /** From the review to what became of it. */
  async agree(): Promise<void> {
    await this.touch('submit');
    this.seeing('join-consent');
    await this.touch('agree');
  }

  /** From the attract screen to the menu of a customer. */
  async openMenu(person: Person): Promise<void> {
    await this.identify(person);
    this.seeing('menu');
  }
}
