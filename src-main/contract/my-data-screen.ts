import type { TextEntry } from './text-entry.ts';
import type { RequestStanding } from './ticket-screen.ts';

/** What the page draws while a customer looks at their contact data and changes them. */

export type MyDataField = 'phone' | 'whatsapp' | 'email';

export type ContactError = 'missing' | 'wrong' | 'not-mobile' | 'same';

/** What became of a change in one company. */
export interface ContactSaving {
  readonly companyName: string;
  readonly standing: RequestStanding;
  /** What the customer names it by when people have to see to it. */
  readonly protocol: string;
}

export type MyDataScreen =
  | { readonly name: 'my-data-opening' }
  | {
      readonly name: 'my-data';
      /** Masked. */
      readonly phones: readonly string[];
      readonly emails: readonly string[];
      /** Where a change counts; more than one is named. */
      readonly companies: readonly string[];
      /** Companies whose data could not be read, and are not changed now. */
      readonly unreadable: readonly string[];
    }
  | {
      readonly name: 'contact-entry';
      readonly field: MyDataField;
      readonly entry: TextEntry;
      readonly error?: ContactError;
    }
  | {
      readonly name: 'contact-confirm';
      readonly field: MyDataField;
      /** In full: the customer compares it. */
      readonly text: string;
      readonly companies: readonly string[];
      /** Being saved. */
      readonly busy: boolean;
    }
  | {
      readonly name: 'contact-saved';
      readonly field: MyDataField;
      readonly savings: readonly ContactSaving[];
    }
  | {
      /** Whoever is asked before a change said no. */
      readonly name: 'contact-forbidden';
      readonly field: MyDataField;
      /** In their words; empty when they gave none. */
      readonly reason: string;
    };
