import type { ActionState, PaperTrouble } from './screen.ts';

/** What the page draws while a customer looks for papers that the company keeps of them. */

/** Papers of which there is a list, each with a document behind it. */
export type CopyPaper = 'fiscal-note' | 'debt-clearance';

/** What second copies there are. */
export type CopyKind = CopyPaper | 'statement';

/** One paper in its list. */
export interface CopyCard {
  readonly id: string;
  /** As the company numbers it. */
  readonly number?: string;
  /** Of a yearly declaration. */
  readonly year?: number;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly amountCents?: number;
  readonly protocol?: string;
  /** Where there are several companies. */
  readonly companyName?: string;
}

/** So many months back from today; 0: all that the company has. */
export const statementMonths = [3, 6, 12, 0] as const;

export type StatementMonths = (typeof statementMonths)[number];

export interface StatementLine {
  readonly id: string;
  readonly description: string;
  /** YYYY-MM-DD. */
  readonly dueDate?: string;
  readonly amountCents?: number;
  /** Absent while it is open. */
  readonly paid?: { readonly on: string; readonly amountCents: number };
  readonly companyName?: string;
}

/** Whether it can be had on paper. `too-long`: metres of it. */
export type CopyPrintState =
  | ActionState
  | { readonly offered: false; readonly reason: 'nothing-to-print' | 'too-long' };

export type SecondCopiesScreen =
  | { readonly name: 'second-copies'; readonly kinds: readonly CopyKind[] }
  /** Asking the company. */
  | { readonly name: 'reading-copies'; readonly kind: CopyKind }
  | {
      readonly name: 'copies';
      readonly paper: CopyPaper;
      /** Newest first. */
      readonly copies: readonly CopyCard[];
      /** Companies that could not be asked: the list is not all. */
      readonly unreadable?: readonly string[];
    }
  | {
      readonly name: 'copy';
      readonly paper: CopyPaper;
      readonly copy: CopyCard;
      /** The whole document can be looked at. */
      readonly canShow: boolean;
      /** A summary with a QR that leads to the document, where it has an address. */
      readonly slip: CopyPrintState;
      readonly hasAddress: boolean;
    }
  | {
      readonly name: 'statement';
      readonly months: StatementMonths;
      /** Newest first. */
      readonly lines: readonly StatementLine[];
      readonly paidCents: number;
      readonly openCents: number;
      readonly slip: CopyPrintState;
      readonly unreadable?: readonly string[];
    }
  | { readonly name: 'opening-copy' }
  | { readonly name: 'printing-paper' }
  | { readonly name: 'paper-printed' }
  | {
      readonly name: 'paper-trouble';
      readonly trouble: PaperTrouble | 'uncertain';
      readonly canRetry: boolean;
      /** The job is kept and goes out by itself. */
      readonly waits: boolean;
    };
