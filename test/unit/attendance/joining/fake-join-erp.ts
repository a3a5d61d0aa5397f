import type { JoinErp, JoinErps } from '../../../../src-main/attendance/joining/join-erp.ts';
import type { CreatedRecord } from '../../../../src-main/domain/erp-action.ts';
import type {
  NewLead,
  NewOrder,
  NewProspect,
  ProspectProgress,
} from '../../../../src-main/domain/prospect.ts';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { type Result, success } from '../../../../src-main/domain/result.ts';
import type { ErpOperation } from '../../../../src-main/erp/erp-operation.ts';
import { Counter } from '../fake-parts.ts';
import { company } from './join-people.ts';

type Answer<T> = Promise<Result<T, RemoteFailure>>;

const everything: readonly ErpOperation[] = [
  'createLead',
  'createProspect',
  'createOrder',
  'createOrderForCustomer',
  'prospectStatus',
  'getPendingMessages',
  'listCities',
  'listProducts',
  'listDueDates',
  'listOrigins',
  'listResellers',
];

/** An ERP that registers people; it keeps what it was sent. */
export class FakeJoinErp extends Counter implements JoinErp {
  readonly id = 'principal';
  readonly companyName = 'Rede Horizonte';
  readonly gateway = this;
  operations: readonly ErpOperation[] = everything;
  /** Set to make the lists fail. */
  failure: RemoteFailure | undefined;
  /** Set to have the next writes answered like this, although they are kept. */
  reply: Result<CreatedRecord, RemoteFailure> = success({ id: 'N-1', remarks: 'Recebido' });
  products = company.products;
  pending: readonly string[] = [];
  progress: Result<ProspectProgress | undefined, RemoteFailure> = success({ status: 'Em análise' });
  readonly leads: NewLead[] = [];
  readonly prospects: NewProspect[] = [];
  readonly orders: NewOrder[] = [];
  readonly keys: string[] = [];
  readonly statusAsked: string[] = [];

  /** What a group of this ERP alone is. */
  readonly group: JoinErps = {
    membersWith: (operation) => (this.offers(operation) ? [this] : []),
    memberOf: (erp) => (erp === this.id ? this : undefined),
  };

  offers(operation: ErpOperation): boolean {
    return this.operations.includes(operation);
  }

  listCities() {
    return this.#list(company.cities);
  }

  listProducts() {
    return this.#list(this.products);
  }

  listDueDates() {
    return this.#list(company.dueDates);
  }

  listOrigins() {
    return this.#list(company.origins);
  }

  listResellers() {
    return this.#list(company.resellers);
  }

  getPendingMessages() {
    return this.#list(this.pending);
  }

  createLead(lead: NewLead, key: string): Answer<CreatedRecord> {
    this.leads.push(lead);
    return this.#made(key);
  }

  createProspect(prospect: NewProspect, key: string): Answer<CreatedRecord> {
    this.prospects.push(prospect);
    return this.#made(key);
  }

  createOrder(order: NewOrder): Answer<CreatedRecord> {
    this.orders.push(order);
    return this.#made(order.id);
  }

  createOrderForCustomer(order: NewOrder): Answer<CreatedRecord> {
    return this.createOrder(order);
  }

  prospectStatus(prospectId: string): Answer<ProspectProgress | undefined> {
    this.statusAsked.push(prospectId);
    return Promise.resolve(this.progress);
  }

  async #list<T>(rows: readonly T[]): Answer<readonly T[]> {
    await this.wait();
    return this.failure ? { ok: false, error: this.failure } : success(rows);
  }

  async #made(key: string): Answer<CreatedRecord> {
    this.keys.push(key);
    await this.wait();
    return this.reply;
  }
}
