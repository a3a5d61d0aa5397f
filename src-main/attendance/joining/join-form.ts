import type { JoinChoice, JoinText } from '../../contract/join-screen.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CatalogueEntry, City, Product, Reseller } from '../../domain/catalogue.ts';

/** A question, or one of the two steps after them. */
export type QuestionId = JoinChoice | JoinText | 'document' | 'review' | 'consent';

/** What a registration makes at the ERP. */
export type Registration = 'lead' | 'prospect' | 'order';

/** Whether a detail is asked, and whether it may be left out. */
export type FieldRule = 'required' | 'optional' | 'hidden';

/** Details that a company may do without. */
export type OptionalField = 'birthDate' | 'email' | 'complement' | 'landmark' | 'origin' | 'reseller';

/** A company that takes registrations here, with what there is to choose from; a list that it lacks is empty. */
export interface JoinCompany {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly companyName: string;
  readonly creates: Registration;
  /** Whether somebody outside the coverage may leave their contact. */
  readonly takesLeads: boolean;
  readonly cities: readonly City[];
  readonly products: readonly Product[];
  readonly dueDates: readonly CatalogueEntry[];
  readonly origins: readonly CatalogueEntry[];
  readonly resellers: readonly Reseller[];
  /** Taken where nobody chooses. */
  readonly resellerId?: string | undefined;
  readonly originId?: string | undefined;
}

/** How people are registered at this terminal. */
export interface JoinRules {
  readonly fields: Readonly<Record<OptionalField, FieldRule>>;
  /** What whoever registers agrees to (LGPD), and its version. */
  readonly consent: { readonly text: string; readonly version: string };
  /** What a customer who orders agrees to, and its version. */
  readonly orderTerms: { readonly text: string; readonly version: string };
}

/** All that the questions are asked from. */
export interface JoinForm {
  /** `join`: somebody new; `order`: a customer who wants another product or plan. */
  readonly purpose: 'join' | 'order';
  /** At least one. */
  readonly companies: readonly JoinCompany[];
  readonly rules: JoinRules;
  /** Where the terminal stands. */
  readonly today: CalendarDate;
}
