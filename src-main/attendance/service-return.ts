import type { ServiceStanding } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { CustomerKey } from '../domain/customer.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { CustomerService } from '../domain/service.ts';
import type { Log } from '../logging/log.ts';

/** An ERP that knows which services of a customer are blocked. */
export interface BlockedServices {
  listBlockedServices(customer: CustomerKey): Promise<Result<readonly CustomerService[], RemoteFailure>>;
}

export interface ServiceReturnParts {
  /** `undefined` where the ERP's profile has no services. */
  readonly findServices: (erp: string) => BlockedServices | undefined;
  /** Whether the customer of this visit is still there to be told. */
  readonly isPresent: (visitId: string) => boolean;
  /** Hours within which the company puts a service back after the payment; 0: nothing is said of it. */
  readonly withinHours: number;
  readonly log: Log;
  readonly onKnown: (chargeId: string, service: ServiceStanding) => void;
}

/**
 * Whoever paid because their service was suspended wants to know when it is back. It is read when the payment came, and
 * again when the invoice is written off: some ERPs put it back at once. It never stands in the way of anything else.
 */
export class ServiceReturn {
  readonly #parts: ServiceReturnParts;
  /** Charges whose customers had a suspended service when they paid. */
  readonly #suspended = new Set<string>();

  constructor(parts: ServiceReturnParts) {
    this.#parts = parts;
  }

  /** The payment has come. Never throws. */
  async paid(charge: Charge): Promise<void> {
    const { withinHours, isPresent, onKnown } = this.#parts;
    if (withinHours === 0 || !isPresent(charge.visitId)) return;
    if (((await this.#countBlocked(charge)) ?? 0) === 0) return;
    this.#suspended.add(charge.id);
    onKnown(charge.id, { state: 'returning', withinHours });
  }

  /** The invoice is written off. Never throws. */
  async writtenOff(charge: Charge): Promise<void> {
    if (!this.#suspended.delete(charge.id)) return;
    const { isPresent, onKnown } = this.#parts;
    const left = isPresent(charge.visitId) ? await this.#countBlocked(charge) : undefined;
    if (left === 0) onKnown(charge.id, { state: 'back' });
  }

  /** An ERP that cannot be asked now says nothing: then neither do we. */
  async #countBlocked({ erp, document, customerErpId, id }: Charge): Promise<number | undefined> {
    const services = this.#parts.findServices(erp);
    const blocked = await services?.listBlockedServices({ document, erpId: customerErpId });
    if (blocked && !blocked.ok) {
      this.#parts.log.warn('SERVICES-UNREADABLE', { chargeId: id, kind: blocked.error.kind });
    }
    return blocked?.ok ? blocked.value.length : undefined;
  }
}
