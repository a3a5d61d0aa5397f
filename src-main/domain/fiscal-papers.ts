import type { CalendarDate } from './calendar-date.ts';
import type { Cents } from './money.ts';

/** A fiscal note (*nota fiscal*) of a customer. */
export interface FiscalNote {
  readonly id: string;
  readonly typeId?: string;
  readonly number?: string;
  readonly amountCents?: Cents;
  readonly protocol?: string;
  readonly postedOn?: CalendarDate;
  readonly identification?: string;
  /** Address of the note as PDF. */
  readonly pdfUrl?: string;
}

/** The yearly declaration that nothing is owed (*declaração de quitação de débitos*, Lei 12.007/2009). */
export interface DebtClearance {
  readonly id: string;
  /** Year that it speaks of. */
  readonly year: number;
  readonly amountCents?: Cents;
  readonly pdfUrl?: string;
}
