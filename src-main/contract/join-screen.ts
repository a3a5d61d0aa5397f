import type { TextEntry } from './text-entry.ts';

/** What somebody who becomes a customer chooses. */
export type JoinChoice = 'company' | 'city' | 'product' | 'dueDate' | 'personKind' | 'billing' | 'origin';

/** What they type. The `billing…` ones are the parts of the address for invoices, where it is another one. */
export type JoinText =
  | 'cityName'
  | 'name'
  | 'companyName'
  | 'birthDate'
  | 'phone'
  | 'email'
  | 'postalCode'
  | 'street'
  | 'number'
  | 'complement'
  | 'district'
  | 'landmark'
  | 'billingPostalCode'
  | 'billingStreet'
  | 'billingNumber'
  | 'billingComplement'
  | 'billingDistrict'
  | 'billingCity'
  | 'reseller';

/** Why a typed answer is not taken. */
export type JoinTextError =
  | 'missing'
  | 'incomplete'
  | 'wrong'
  | 'name-alone'
  | 'name-signs'
  | 'impossible-date'
  | 'under-age';

/** Something to choose; without a title it is named by its id. */
export interface JoinOption {
  readonly id: string;
  readonly title?: string;
  readonly detail?: string;
  readonly priceCents?: number;
}

/** One line of the review. */
export interface JoinLine {
  readonly question: JoinChoice | JoinText | 'document';
  /** As the customer reads it; absent: the words for `option`. */
  readonly value?: string;
  readonly option?: string;
  readonly priceCents?: number;
}

/** Paper that goes with what was asked for. */
export type RequestPaper = 'none' | 'printing' | 'printed' | 'trouble';

/** A request of the customer's, as the ERP tells it. */
export interface JoinProgress {
  readonly protocol: string;
  readonly kind: 'lead' | 'prospect' | 'order';
  readonly companyName: string;
  /** When it was made here. */
  readonly madeOn: string;
  /** `asked`: the ERP told its status; `unreadable`: it could not be asked; `received`: it keeps no status of it. */
  readonly state: 'asked' | 'unreadable' | 'received' | 'unclear';
  /** In the ERP's words. */
  readonly status?: string;
  /** What that most likely means. */
  readonly meaning?: 'waiting' | 'approved' | 'refused';
  readonly reason?: string;
}

interface Asked {
  /** Which of how many questions this is, so far as one can know. */
  readonly place: { readonly current: number; readonly total: number };
  /** It may be left out. */
  readonly optional: boolean;
}

/** Screens of becoming a customer, of ordering, and of asking after it. */
export type JoinScreen =
  | { readonly name: 'join-loading' }
  | ({
      readonly name: 'join-choice';
      readonly question: JoinChoice;
      readonly options: readonly JoinOption[];
    } & Asked)
  | ({
      readonly name: 'join-text';
      readonly question: JoinText;
      readonly entry: TextEntry;
      readonly error?: JoinTextError;
      /** It is about a company: "nome do responsável". */
      readonly forCompany: boolean;
    } & Asked)
  | {
      readonly name: 'join-review';
      readonly lines: readonly JoinLine[];
      readonly purpose: 'join' | 'order';
      /** Outside the coverage: only the contact is left. */
      readonly covered: boolean;
    }
  | { readonly name: 'join-consent'; readonly text: string; readonly purpose: 'join' | 'order' }
  | { readonly name: 'join-sending' }
  | {
      readonly name: 'join-done';
      /** `already`: an earlier visit sent it; `held`: a person has to look first; `customer`: they are one already. */
      readonly outcome: 'done' | 'unclear' | 'refused' | 'not-sent' | 'already' | 'held' | 'customer';
      readonly kind: 'lead' | 'prospect' | 'order';
      readonly protocol?: string;
      /** The ERP's own words. */
      readonly remarks?: string;
      readonly paper: RequestPaper;
    }
  | {
      readonly name: 'join-progress';
      readonly requests: readonly JoinProgress[];
    };
