import type { CustomerKey } from './customer.ts';
import type { Cents } from './money.ts';

/** A product, installation or service that a customer has. */
export interface CustomerService {
  readonly id: string;
  readonly name: string;
  /** State in the ERP's own words: active, suspended, … */
  readonly situation?: string;
  /** Written by staff, for staff. */
  readonly remarks?: string;
  readonly priceCents?: Cents;
  /** Number or position of the service in the ERP. */
  readonly planNumber?: string;
  /** Where it is installed, one line. */
  readonly address?: string;
}

/** Asks for a blocked service to be enabled for some days on trust (*desbloqueio de confiança*). */
export interface TrustUnlockRequest {
  readonly customer: CustomerKey;
  readonly serviceId: string;
}
