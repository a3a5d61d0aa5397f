import { createHash } from 'node:crypto';
import type { JoinProgress } from '../../contract/join-screen.ts';
import { calendarDateAt } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clock.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import { protocolOf } from '../../domain/protocol.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import { answerOfCreation, type Requests } from '../../requests/request.ts';
import type { PrintRequestPaper } from '../request-paper.ts';
import type { DocumentMark } from './document-mark.ts';
import { createdAt, readCompanies } from './join-companies.ts';
import { create } from './join-create.ts';
import type { JoinCustomer, JoinDesk, JoinRequest, JoinStanding } from './join-desk.ts';
import { answerOf, companyOf, registrationOf } from './join-draft.ts';
import type { JoinErp, JoinErpRules, JoinErps } from './join-erp.ts';
import type { JoinForm, JoinRules } from './join-form.ts';
import { type MadeRequest, progressOf } from './join-progress.ts';
import { earlierRequest } from './join-repeat.ts';
import { agreementOf } from './join-screens.ts';
import { chosenWords, remarkWords, subjectWords } from './join-words.ts';

export interface JoinParts {
  readonly erps: JoinErps;
  readonly rulesOf: (erp: string) => JoinErpRules;
  readonly rules: JoinRules;
  /** What the settings offer. */
  readonly offer: { readonly join: boolean; readonly orders: boolean };
  /** Whether internal pending texts hold an order back (CONTRACTS G.14). */
  readonly heldByPendingMessages: boolean;
  readonly requests: Pick<Requests, 'perform'>;
  /** What was asked for under a document's mark, the newest first. */
  readonly findRequests: (mark: string) => readonly MadeRequest[];
  readonly markOf: DocumentMark;
  /** Absent without a printer. */
  readonly print?: PrintRequestPaper | undefined;
  readonly terminal: { readonly id: string; readonly timeZone: string };
  readonly clock: Clock;
  readonly log: Log;
}

/** Registrations and orders in the ERPs. */
export class ErpJoin implements JoinDesk {
  readonly #parts: JoinParts;

  constructor(parts: JoinParts) {
    this.#parts = parts;
  }

  takesNew(): boolean {
    return this.#parts.offer.join && this.#newAt().length > 0;
  }

  takesOrders(customer: KnownCustomer): boolean {
    const { erps, offer } = this.#parts;
    const members = erps.membersWith('createOrderForCustomer', customer);
    return offer.orders && members.some(({ gateway }) => gateway.offers('listProducts'));
  }

  async prepare(known?: JoinCustomer): Promise<Result<JoinForm | undefined, RemoteFailure>> {
    const { erps, rules, rulesOf, clock, terminal, log } = this.#parts;
    const asked = known ? erps.membersWith('createOrderForCustomer', known.customer) : this.#newAt();
    const lists = known
      ? (['listProducts'] as const)
      : (['listCities', 'listProducts', 'listDueDates', 'listOrigins', 'listResellers'] as const);
    const read = await readCompanies(asked, lists, rulesOf, log);
    if (!read.ok) return read;
    // Somebody new may leave the choice for later; an order is of something.
    const companies = known ? read.value.filter(({ products }) => products.length > 0) : read.value;
    if (companies.length === 0) return success(undefined);
    return success({
      purpose: known ? 'order' : 'join',
      companies,
      rules,
      today: calendarDateAt(clock.wallTime(), terminal.timeZone),
    });
  }

  async isHeld({ customer, document }: JoinCustomer): Promise<boolean> {
    const { erps, heldByPendingMessages } = this.#parts;
    if (!heldByPendingMessages) return false;
    const asked = erps
      .membersWith('createOrderForCustomer', customer)
      .filter(({ gateway }) => gateway.offers('getPendingMessages'));
    const answers = await Promise.all(asked.map(({ gateway }) => gateway.getPendingMessages(document)));
    // Who cannot say so is asked by a person.
    return answers.some((answer) => !answer.ok || answer.value.length > 0);
  }

  async send(request: JoinRequest): Promise<JoinStanding> {
    const { draft, form, known, visitId, agreedAt } = request;
    const { requests, clock, erps, findRequests } = this.#parts;
    const kind = known ? 'order' : registrationOf(draft, form);
    const { erp } = companyOf(draft, form);
    const mark = await this.#markOf(request);
    const subject = subjectOf(mark, request);
    const wish = { visitId, erp, subject, isNewcomer: !known };
    const earlier = earlierRequest(findRequests(mark), wish, clock.wallTime());
    if (earlier) return { outcome: 'already', kind: earlier.kind, protocol: protocolOf(earlier.id) };
    const { version } = agreementOf(form);
    const { outcome, protocol, remarks } = await requests.perform({
      visitId,
      kind,
      erp,
      subject,
      terms: { version, acceptedAt: agreedAt },
      send: async (id) => {
        const member = erps.memberOf(erp);
        if (!member) return { outcome: 'not-sent' };
        return answerOfCreation(await create(member, request, kind, id, this.#remarks(request)));
      },
      eventOf: ({ requestId, remoteId }) => ({
        type: 'registration-made',
        requestId,
        kind,
        erp,
        ...(remoteId !== undefined && { remoteId }),
      }),
    });
    return { outcome, kind, protocol, ...(remarks !== undefined && { remarks }) };
  }

  print(
    { visitId, draft, form, known }: JoinRequest,
    { outcome, protocol, remarks }: JoinStanding,
  ): string | undefined {
    const chosen = chosenWords(draft, form);
    return this.#parts.print?.({
      visitId,
      erp: companyOf(draft, form).erp,
      customer: {
        name: known?.customer.name ?? answerOf(draft, 'name') ?? '',
        document: known?.document ?? answerOf(draft, 'document') ?? '',
      },
      protocol,
      standing: outcome === 'done' ? 'done' : 'unclear',
      subject: subjectWords(draft, form),
      ...(chosen !== '' && { message: chosen }),
      ...(remarks !== undefined && { remarks }),
    });
  }

  async progress(document: string): Promise<readonly JoinProgress[]> {
    const { findRequests, markOf } = this.#parts;
    const made = findRequests(await markOf(document));
    return Promise.all(made.map((request) => this.#progressOf(request)));
  }

  async #progressOf(request: MadeRequest): Promise<JoinProgress> {
    const { erps, terminal } = this.#parts;
    const member = erps.memberOf(request.erp);
    const { kind, remoteId, createdAt: at } = request;
    // The ids of leads and orders are no prospects': asked by them, an ERP may tell of somebody else.
    const answer =
      kind === 'prospect' && remoteId !== undefined && member?.gateway.offers('prospectStatus')
        ? await member.gateway.prospectStatus(remoteId)
        : undefined;
    return progressOf(request, member?.companyName ?? '', calendarDateAt(at, terminal.timeZone), answer);
  }

  #newAt(): readonly JoinErp[] {
    const { erps, rulesOf } = this.#parts;
    const all = (['createProspect', 'createOrder', 'createLead'] as const).flatMap((operation) =>
      erps.membersWith(operation),
    );
    return [...new Set(all)].filter((erp) => createdAt(erp, rulesOf(erp.id)) !== undefined);
  }

  /** Who does not tell a document is known by their telephone, which is nobody's document. */
  #markOf({ draft, known }: JoinRequest): Promise<string> {
    const document = known?.document ?? answerOf(draft, 'document');
    return this.#parts.markOf(document ?? `phone ${answerOf(draft, 'phone') ?? ''}`);
  }

  #remarks({ draft, form, agreedAt: at }: JoinRequest): string {
    const { id: terminalId, timeZone } = this.#parts.terminal;
    const { version } = agreementOf(form);
    const agreedAt = new Intl.DateTimeFormat('pt-BR', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone,
    }).format(at);
    return remarkWords(draft, form, { terminalId, agreedAt, version });
  }
}

/** Who, as a mark, and what: the same form is never sent twice in a visit. */
function subjectOf(mark: string, { draft, form }: JoinRequest): string {
  const answers = Object.entries(draft.answers)
    .map((pair) => pair.join('='))
    .toSorted((one, other) => (one < other ? -1 : 1));
  const said = JSON.stringify([mark, form.purpose, answers]);
  return `${mark}.${createHash('sha256').update(said).digest('base64url').slice(0, 22)}`;
}
