import type { Cents } from './money.ts';

/** A row of one of the ERP's lists: employees, departments, due days, origins, ticket types, prospect statuses. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly remarks?: string;
}

/** Something that the company sells. */
export interface Product extends CatalogueEntry {
  readonly description?: string;
  readonly priceCents?: Cents;
}

export interface Reseller extends CatalogueEntry {
  /** CPF or CNPJ as the ERP writes it. */
  readonly document?: string;
  readonly email?: string;
}

/** Many ERPs have a city code of their own. */
export interface City extends CatalogueEntry {
  /** Decimal degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
}
