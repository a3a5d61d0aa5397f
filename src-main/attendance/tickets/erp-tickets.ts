import type { CustomerKey } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { CareMember, ErpCare } from '../../erp/erp-care.ts';
import type { ErpGateway } from '../../erp/erp-gateway.ts';
import type { Log } from '../../logging/log.ts';
import { answerOfCreation, type Requests } from '../../requests/request.ts';
import type { ContentMark } from '../content-mark.ts';
import type { TicketDesk, TicketOffer, TicketOrder, TicketStanding } from './ticket-desk.ts';
import type { FixedTicketParts } from './ticket-erp.ts';
import { type ErpOffer, knownContacts, offeredTypes, placesOf } from './ticket-offer.ts';

export interface TicketParts {
  readonly erps: Pick<ErpCare, 'offers' | 'memberOf' | 'readAll'>;
  /** By the ERP's id in the settings. */
  readonly fixed: ReadonlyMap<string, FixedTicketParts>;
  /** Whether internal pending texts go along for the company's staff. */
  readonly pendingTexts: boolean;
  readonly requests: Pick<Requests, 'perform'>;
  readonly markOf: ContentMark;
  readonly log: Log;
}

/** Tickets in the ERPs. */
export class ErpTickets implements TicketDesk {
  readonly #parts: TicketParts;

  constructor(parts: TicketParts) {
    this.#parts = parts;
  }

  isOffered(customer: KnownCustomer): boolean {
    return this.#parts.erps.offers('createTicket', customer);
  }

  async prepare(document: string, customer: KnownCustomer): Promise<Result<TicketOffer, RemoteFailure>> {
    const read = await this.#parts.erps.readAll('createTicket', customer, document, (gateway, who, erp) =>
      this.#read(gateway, who, erp),
    );
    if (!read.ok) return read;
    const { rows, unreadable } = read.value;
    return success({
      places: rows.flatMap(placesOf),
      lists: new Map(rows.map(({ erp, lists }) => [erp, lists])),
      contacts: knownContacts(
        rows.flatMap(({ contacts }) => contacts),
        customer,
      ),
      unreadable,
    });
  }

  async send({ visitId, document, customer, words }: TicketOrder): Promise<TicketStanding> {
    const { erps, requests, markOf } = this.#parts;
    const { place, ...said } = words;
    const { erp } = place;
    const { requestId, outcome, protocol, remoteId, remarks } = await requests.perform({
      visitId,
      kind: 'ticket',
      erp,
      subject: markOf([place.service?.id ?? '', said.typeId ?? '', said.subject, said.message]),
      send: async (id) => {
        const member = erps.memberOf(erp);
        if (!member) return { outcome: 'not-sent' };
        const who = { document, erpId: customer.erpIds.get(erp) ?? '' };
        const ticket = this.#ticket(words, who, await this.#pendingTexts(member, document));
        return answerOfCreation(await member.gateway.createTicket(ticket, id));
      },
      eventOf: (done) => ({
        type: 'ticket-opened',
        requestId: done.requestId,
        erp,
        ...(done.remoteId !== undefined && { ticketId: done.remoteId }),
      }),
    });
    return {
      requestId,
      outcome,
      protocol: remoteId ?? protocol,
      ...(remarks !== undefined && { remarks }),
    };
  }

  /** Without its lists an ERP may refuse a ticket, and then it is as good as not there; all else may be missing. */
  async #read(
    gateway: ErpGateway,
    who: CustomerKey,
    erp: string,
  ): Promise<Result<readonly [ErpOffer], RemoteFailure>> {
    const fixed = this.#parts.fixed.get(erp);
    const [types, departments, services, contacts] = await Promise.all([
      fixed?.typeId === undefined && gateway.offers('listTicketTypes') ? gateway.listTicketTypes() : nothing,
      fixed?.departmentId === undefined && gateway.offers('listDepartments')
        ? gateway.listDepartments()
        : nothing,
      gateway.offers('listServices') ? gateway.listServices(who) : nothing,
      gateway.offers('getContacts') ? gateway.getContacts(who) : nothing,
    ]);
    if (!types.ok) return types;
    if (!departments.ok) return departments;
    const lists = {
      types: offeredTypes(types.value, fixed?.types ?? []),
      departments: departments.value,
    };
    const offer = { lists, services: this.#orNone(erp, services), contacts: this.#orNone(erp, contacts) };
    return success([offer]);
  }

  #orNone<T>(erp: string, read: Result<readonly T[], RemoteFailure>): readonly T[] {
    if (read.ok) return read.value;
    this.#parts.log.warn('ERP-PARTLY-UNAVAILABLE', { erp, kind: read.error.kind });
    return [];
  }

  #ticket(
    { place, contact, message, ...said }: TicketOrder['words'],
    customer: CustomerKey,
    pending: string,
  ) {
    const { types: _offered, ...fixed } = this.#parts.fixed.get(place.erp) ?? { types: [] };
    return {
      customer,
      ...(place.service && { serviceId: place.service.id }),
      ...said,
      ...fixed,
      ...(contact && { [contact.kind]: contact.value }),
      message: message + pending,
      attachments: [],
    };
  }

  /** For whoever works on the ticket. A ticket without them is better than none. */
  async #pendingTexts({ id, gateway }: CareMember, document: string): Promise<string> {
    if (!this.#parts.pendingTexts || !gateway.offers('getPendingMessages')) return '';
    const texts = this.#orNone(id, await gateway.getPendingMessages(document));
    return texts.length === 0
      ? ''
      : `\n\n[Pendências internas]\n${texts.map((text) => `- ${text}`).join('\n')}`;
  }
}

const nothing = success([] as const);
