/** An address in its parts, as registration forms have it. */
export interface PostalAddress {
  readonly street?: string;
  readonly number?: string;
  readonly complement?: string;
  readonly district?: string;
  readonly city?: string;
  /** Two letters, e.g. SP. */
  readonly state?: string;
  /** CEP, as typed. */
  readonly postalCode?: string;
  readonly landmark?: string;
}

/** Decimal degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}
