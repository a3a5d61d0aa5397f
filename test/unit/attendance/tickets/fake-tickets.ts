import type {
  TicketDesk,
  TicketOffer,
  TicketOrder,
  TicketRules,
  TicketStanding,
} from '../../../../src-main/attendance/tickets/ticket-desk.ts';
import type { KnownCustomer } from '../../../../src-main/domain/customer-account.ts';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { type Result, success } from '../../../../src-main/domain/result.ts';
import { Counter } from '../fake-parts.ts';

export const rules: TicketRules = { subjects: [], longestMessage: 200 };

/** A service and a company, two types, two contacts. */
export const offer: TicketOffer = {
  places: [
    {
      key: 'principal:0',
      erp: 'principal',
      companyName: 'Rede Horizonte',
      service: { id: 'S-1', name: 'Fibra 500', address: 'Rua das Flores, 10' },
    },
    { key: 'principal:', erp: 'principal', companyName: 'Rede Horizonte' },
  ],
  lists: new Map([
    [
      'principal',
      {
        types: [
          { id: 'T-1', name: 'Sem conexão' },
          { id: 'T-2', name: 'Mudança de endereço' },
        ],
        departments: [{ id: 'D-1', name: 'Suporte' }],
      },
    ],
  ]),
  contacts: [
    { kind: 'phone', value: '5554987654321' },
    { kind: 'email', value: 'segredo@example.com' },
  ],
  unreadable: [],
};

/** One in which every text betrays whose it is. */
function offerFor(erpId: string, phones: readonly string[]): TicketOffer {
  return {
    ...offer,
    places: ['S-1', 'S-2'].map((id) => ({
      key: `principal:${id}`,
      erp: 'principal',
      companyName: 'Rede Horizonte',
      service: { id, name: `Fibra de ${erpId}` },
    })),
    contacts: phones.map((value) => ({ kind: 'phone', value })),
  };
}

/** Takes tickets as the test says. */
export class FakeTickets extends Counter implements TicketDesk {
  offered = true;
  /** In place of one that is the customer's own. */
  offer: TicketOffer | undefined = offer;
  failure: RemoteFailure | undefined;
  defect: Error | undefined;
  outcome: TicketStanding['outcome'] = 'done';
  readonly orders: TicketOrder[] = [];

  isOffered(): boolean {
    return this.offered;
  }

  async prepare(
    _document: string,
    { erpId, phones }: KnownCustomer,
  ): Promise<Result<TicketOffer, RemoteFailure>> {
    const { failure } = this;
    await this.wait();
    return failure ? { ok: false, error: failure } : success(this.offer ?? offerFor(erpId, phones));
  }

  async send(order: TicketOrder): Promise<TicketStanding> {
    if (this.defect) throw this.defect;
    this.orders.push(order);
    await this.wait();
    return { outcome: this.outcome, requestId: 'r-1', protocol: '5601' };
  }
}
