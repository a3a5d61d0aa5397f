import type { CalendarDate } from './calendar-date.ts';
import type { GeoPoint, PostalAddress } from './postal-address.ts';

/** A customer as the ERP knows them. */
export interface Customer {
  /** Id inside the ERP (contract A: `id_remoto`), wanted by its write operations. */
  readonly erpId: string;
  /** Full name or company name, as the ERP writes it; masked before it is drawn. */
  readonly name: string;
  readonly active: boolean;
  readonly birthDate?: CalendarDate;
  /** When the ERP registered them. */
  readonly registeredOn?: CalendarDate;
  /** Phone numbers as digits only; empty when the ERP tells none. */
  readonly phones: readonly string[];
  readonly email?: string;
  /** One line, ready to print: street, number, district, city, state, CEP. */
  readonly address?: string;
  /** The contract that the customer's record names, when it names one. */
  readonly contractId?: string;
}

/** Names a customer to operations that want the document, the ERP's id, or both. */
export interface CustomerKey {
  /** CPF or CNPJ, no mask. */
  readonly document: string;
  readonly erpId: string;
}

/** One way to reach a customer. */
export interface Contact {
  readonly kind: 'email' | 'phone';
  /** An address as written, or the digits of a telephone number. */
  readonly value: string;
}

/** What may be changed of a customer; what is absent stays. */
export interface CustomerChange {
  readonly name?: string;
  /** Trade name of a company. */
  readonly tradeName?: string;
  readonly personKind?: 'natural' | 'legal';
  /** Identity card, or state registration of a company. */
  readonly identity?: string;
  readonly identityIssuer?: string;
  readonly municipalRegistration?: string;
  /** Whether a company pays ICMS, in the ERP's words. */
  readonly icmsTaxpayer?: string;
  readonly nationality?: string;
  readonly birthCity?: string;
  readonly birthState?: string;
  readonly birthDate?: CalendarDate;
  readonly maritalStatus?: string;
  readonly active?: boolean;
  readonly sex?: string;
  readonly occupation?: string;
  readonly registeredOn?: CalendarDate;
  readonly address?: PostalAddress;
  readonly location?: GeoPoint;
  readonly phone?: string;
  readonly workPhone?: string;
  readonly mobile?: string;
  readonly whatsapp?: string;
  readonly email?: string;
  readonly remarks?: string;
  /** Text that the ERP shows to staff who open the record. */
  readonly alert?: string;
}

/** One of a customer's contracts; the label is usually the installation address. */
export interface Contract {
  readonly id: string;
  readonly label: string;
}
