import type { RequestStanding } from './ticket-screen.ts';

/** What the page draws of a customer's own services. */

export interface ServiceCard {
  readonly id: string;
  readonly name: string;
  /** Where there are several. */
  readonly company?: string;
  readonly address?: string;
  /** Number or position of the plan in the ERP. */
  readonly plan?: string;
  /** Its state in the ERP's own words. */
  readonly situation?: string;
  readonly blocked: boolean;
}

/** What is owed at the company of a blocked service. */
export interface OwedForService {
  readonly count: number;
  readonly totalCents: number;
  /** These are past their due date; otherwise all that is open. */
  readonly overdue: boolean;
}

/** Whether a blocked service can be enabled on trust, and if not, why; `none`: it is not spoken of. */
export type UnlockState = 'offered' | 'recently' | 'too-much-owed' | 'held' | 'unclear' | 'none';

export type ServicesScreen =
  | {
      readonly name: 'services';
      /** Blocked ones first. */
      readonly services: readonly ServiceCard[];
      /** They are being read. */
      readonly busy: boolean;
      /** Companies whose services could not be read now. */
      readonly unreadable?: readonly string[];
    }
  | {
      readonly name: 'service';
      readonly service: ServiceCard;
      /** Absent: the service is not blocked, or what is owed could not be read. */
      readonly owed?: OwedForService;
      readonly unlock: UnlockState;
      /** Of an unlock that nobody knows the end of. */
      readonly protocol?: string;
    }
  | { readonly name: 'unlock-terms'; readonly service: string; readonly terms: string }
  | { readonly name: 'unlocking' }
  | {
      readonly name: 'unlock-result';
      readonly standing: RequestStanding;
      readonly service: string;
      /** What the customer names it by. */
      readonly protocol: string;
      /** The ERP's own words, where it refused. */
      readonly remarks?: string;
      /** Whether the protocol comes out of the printer. */
      readonly paper: 'none' | 'printing' | 'printed' | 'trouble';
    };
