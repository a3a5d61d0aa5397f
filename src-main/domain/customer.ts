import type { CalendarDate } from './calendar-date.ts';

/** A customer as the ERP knows them. */
export interface Customer {
  /** Id inside the ERP (contract A: `id_remoto`), wanted by its write operations. */
  readonly erpId: string;
  /** Full name or company name, as the ERP writes it; masked before it is drawn. */
  readonly name: string;
  readonly active: boolean;
  readonly birthDate?: CalendarDate;
  /** Phone numbers as digits only; empty when the ERP tells none. */
  readonly phones: readonly string[];
  readonly email?: string;
  /** One line, ready to print: street, number, district, city, state, CEP. */
  readonly address?: string;
}

/** One of a customer's contracts; the label is usually the installation address. */
export interface Contract {
  readonly id: string;
  readonly label: string;
}
