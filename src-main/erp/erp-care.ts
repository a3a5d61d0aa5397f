import type { CustomerKey } from '../domain/customer.ts';
import type { KnownCustomer } from '../domain/customer-account.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { askAll, nothingSound, tellFailed } from './ask-all.ts';
import type { ErpGateway } from './erp-gateway.ts';
import type { ErpOperation } from './erp-operation.ts';

/** One of the kiosk's ERPs, as far as it is asked for more than payment. */
export interface CareMember {
  /** Its id in the settings. */
  readonly id: string;
  readonly companyName: string;
  readonly gateway: ErpGateway;
  isDown(): boolean;
}

/** A row together with the ERP that it is in: its own ids are unique within that one only. */
export type CareRow<T> = T & {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** Unique among the rows of one answer; names it on screens. */
  readonly key: string;
  readonly companyName: string;
};

/** What could be read of several ERPs. */
export interface CareRows<T> {
  readonly rows: readonly CareRow<T>[];
  /** Companies whose ERP could not be read: the list is not all. */
  readonly unreadable: readonly string[];
}

/** The ERPs, asked for what a customer comes to the counter for besides paying. */
export class ErpCare {
  readonly #members: readonly CareMember[];
  readonly #log: Log;

  constructor(members: readonly CareMember[], log: Log) {
    this.#members = members;
    this.#log = log;
  }

  /** Whether an ERP has the operation: of those that know this customer, or of all without one. */
  offers(operation: ErpOperation, customer?: KnownCustomer): boolean {
    return this.membersWith(operation, customer).length > 0;
  }

  /** The ERP with this id in the settings. */
  memberOf(erp: string): CareMember | undefined {
    return this.#members.find(({ id }) => id === erp);
  }

  /** The ERPs that have the operation: of those that know this customer, or of all without one. */
  membersWith(operation: ErpOperation, customer?: KnownCustomer): readonly CareMember[] {
    return this.#members.filter(
      ({ id, gateway }) => gateway.offers(operation) && (customer === undefined || customer.erpIds.has(id)),
    );
  }

  /**
   * Reads a list at every ERP that knows the customer and has the operation, all at once. One that fails is named, as
   * is one that could not even say whether it knows the customer; only when all fail it is a failure. Without any such
   * ERP the list is empty.
   * @param document CPF or CNPJ, no mask
   * @param ask of one ERP, `erp` being its id in the settings
   */
  async readAll<T extends object>(
    operation: ErpOperation,
    customer: KnownCustomer,
    document: string,
    ask: (gateway: ErpGateway, who: CustomerKey, erp: string) => Promise<Result<readonly T[], RemoteFailure>>,
  ): Promise<Result<CareRows<T>, RemoteFailure>> {
    const heard = await askAll(this.membersWith(operation, customer), ({ id, gateway }) =>
      ask(gateway, { document, erpId: customer.erpIds.get(id) ?? '' }, id),
    );
    const unsound = nothingSound(heard);
    if (unsound) return failure(unsound);
    const rows = heard.sound.flatMap(({ member: { id: erp, companyName }, value }) =>
      value.map((row, place) => ({ ...row, erp, key: `${erp}:${place}`, companyName })),
    );
    const failed = tellFailed(heard, this.#log);
    return success({ rows, unreadable: [...new Set([...this.#unasked(operation, customer), ...failed])] });
  }

  /** Companies that may have something of the customer, but did not answer when they were looked for. */
  #unasked(operation: ErpOperation, { unreadable }: KnownCustomer): readonly string[] {
    return this.membersWith(operation)
      .map(({ companyName }) => companyName)
      .filter((companyName) => unreadable.includes(companyName));
  }
}
