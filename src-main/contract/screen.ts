import type { JoinScreen } from './join-screen.ts';
import type { MyDataScreen } from './my-data-screen.ts';
import type { CopyPaper, SecondCopiesScreen } from './second-copies-screen.ts';
import type { ServicesScreen } from './services-screen.ts';
import type { TicketScreen } from './ticket-screen.ts';

/**
 * What the page may be asked to draw. Main builds a `View` from the visit; the page draws it and keeps nothing.
 * Everything here survives structured cloning, names are already masked, and no field holds a document in clear
 * but the entry that the customer is typing.
 */

/** A duration that runs down. The page counts on its own monotonic clock from the moment it got the view. */
export interface Countdown {
  readonly totalMs: number;
  readonly remainingMs: number;
}

/** How the company looks: all colours are CSS colours whose contrast main has already assured. */
export interface Brand {
  readonly companyName: string;
  /** A `data:` URL of a PNG or SVG, absent when the company set none. */
  readonly logo?: string;
  readonly supportPhone?: string;
  readonly colors: BrandColors;
}

/** The scale derived from the one brand colour of the settings. */
export interface BrandColors {
  /** Fill of primary actions; text on it is `onPrimary`, at 7:1 or better. */
  readonly primary: string;
  readonly onPrimary: string;
  /** Primary while pressed. */
  readonly primaryPressed: string;
  /** A very light tint for backgrounds of chosen or highlighted areas; near-black text on it keeps 12:1. */
  readonly tint: string;
  /** The brand colour dark enough for text on the paper background, at 7:1 or better. */
  readonly text: string;
}

/** Something that does not work today, told on the attract screen. */
export type Notice = 'printer-unavailable' | 'pix-unavailable' | 'erp-unavailable' | 'closed';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** What is wrong with what the customer typed as a document. */
export type DocumentError =
  | 'incomplete'
  | 'wrong-check-digit'
  | 'repeated-digits'
  | 'letter-in-check-digits'
  /** A CPF where a CNPJ is asked, or the other way round. */
  | 'other-kind'
  /** Well-formed, but the ERP does not know it. */
  | 'not-found'
  /** Too many wrong second factors for this document; `retryInMinutes` of the screen says how long. */
  | 'blocked';

export type SecondFactorKind = 'birth-date' | 'phone-last-digits';

export type SecondFactorError = 'incomplete' | 'impossible-date' | 'wrong';

/** Why something could not be done, in a form that the page turns into words and a next step. */
export type ProblemKind =
  | 'erp-unreachable'
  | 'erp-answer-unusable'
  | 'pix-unreachable'
  | 'pix-refused'
  | 'pix-account-missing'
  /** The account does not take this amount, or not now. */
  | 'pix-outside-limits'
  | 'invoice-changed'
  | 'invoice-already-settled'
  | 'invoices-already-settled'
  /** No account collects all that was ticked. */
  | 'pix-not-together'
  /** The ERP knows nothing that could be asked to make sure who this is. */
  | 'identity-unverifiable'
  /** The cancelling of a PIX could not be confirmed: the customer must not pay that QR any more. */
  | 'pix-cancel-unconfirmed'
  /** Money arrived, but not the amount of the charge: a person must help. */
  | 'payment-mismatch'
  | 'storage-unavailable'
  /** Neither the ERP nor the kiosk could give the boleto as pages. */
  | 'boleto-unavailable'
  /** The same of another document. */
  | 'document-unavailable'
  | 'printer-unavailable'
  | 'unexpected';

/** Why one way to pay or print is not offered for an invoice. */
export type ActionState =
  | { readonly offered: true }
  | {
      readonly offered: false;
      readonly reason: 'not-configured' | 'no-sound-line' | 'printer' | 'nothing-to-pay';
    };

/** The same of PIX: not now, though it may be later, or not what the account takes. */
export type PixActionState =
  | ActionState
  | {
      readonly offered: false;
      readonly reason: 'unavailable' | 'below-minimum' | 'above-maximum' | 'outside-hours';
    };

/** The same of what is ticked. */
export type SeveralActionState =
  | { readonly offered: true }
  | {
      readonly offered: false;
      readonly reason:
        | 'nothing-ticked'
        | 'not-together'
        | 'printer'
        | 'unavailable'
        | 'below-minimum'
        | 'above-maximum'
        | 'outside-hours';
    };

/** What the printer needs from a person, or nothing. */
export type PaperTrouble = 'no-paper' | 'cover-open' | 'offline' | 'error';

export interface InvoiceCard {
  readonly id: string;
  readonly description: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly overdue: boolean;
  readonly originalCents: number;
  readonly dueCents: number;
  readonly interestCents: number;
  readonly fineCents: number;
  readonly discountCents: number;
}

/** An invoice that can be ticked, to be paid together with others. */
export interface TickCard extends InvoiceCard {
  readonly ticked: boolean;
  /** Why it cannot be ticked: never with others, or not with those that are. */
  readonly hindrance?: 'alone' | 'another-account';
  /** It has another amount since the customer wanted to pay. */
  readonly changed?: true;
}

/** How far telling the ERP of a payment is; `by-hand`: people have to see to it. */
export type WriteOffStanding = 'done' | 'processing' | 'by-hand';

/** One of several invoices that were paid together. */
export interface PaidInvoice {
  readonly id: string;
  readonly description: string;
  readonly amountCents: number;
  readonly writeOff: WriteOffStanding;
}

/** What the paper of an invoice carries to pay it with. */
export type SlipContents = 'boleto' | 'boleto-and-pix' | 'pix';

/** A payment made here, whose receipt can be printed again. */
export interface ReceiptCard {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly paidOn: string;
  readonly amountCents: number;
  /** One for each invoice. */
  readonly descriptions: readonly string[];
  /** `uncertain`: it may not have come out; `none`: it did not. */
  readonly paper: 'printed' | 'uncertain' | 'none';
}

/** A page of a document as a picture. */
export interface PagePicture {
  /** Where the page fetches it; gone when the visit ends. */
  readonly address: string;
  /** Dots. */
  readonly width: number;
  readonly height: number;
}

/** A QR symbol as one SVG path on a grid of `size` × `size` modules, quiet zone not included. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** A service that was suspended when its customer paid: back already, or within so many hours. */
export type ServiceStanding =
  | { readonly state: 'back' }
  | { readonly state: 'returning'; readonly withinHours: number };

/** What a customer may go to from the menu. */
export type MenuEntry = 'invoices' | 'receipts' | 'services' | 'second-copies' | 'help' | 'my-data' | 'order';

/** What can be sent to the customer's phone. */
export type MessageContent = 'typeable-line' | 'pix' | 'receipt';

/** What is wrong with a typed telephone number. */
export type PhoneError =
  | 'incomplete'
  /** No such DDD. */
  | 'unknown-area'
  /** Messages go to mobiles only. */
  | 'landline'
  | 'impossible';

/** How the paper that follows a payment stands. */
export type ReceiptState =
  | { readonly state: 'printing' }
  | { readonly state: 'printed' }
  /** The job is kept and goes out when the printer is well again. */
  | { readonly state: 'waiting'; readonly trouble: PaperTrouble }
  | { readonly state: 'uncertain' }
  | { readonly state: 'none' };

export type Screen =
  | JoinScreen
  | SecondCopiesScreen
  | ServicesScreen
  | TicketScreen
  | MyDataScreen
  /** Settings are missing or broken; for a technician, nothing secret. */
  | {
      readonly name: 'configuring';
      readonly settingsFile: string;
      readonly problems: readonly { readonly field: string; readonly message: string }[];
    }
  /** The technician's area. What it shows it asks for itself, call by call (`technician.ts`). */
  | { readonly name: 'technician' }
  | {
      readonly name: 'attract';
      readonly notices: readonly Notice[];
      /** While closed: HH:MM of the next opening, and its day when that is not today. */
      readonly opensAt?: string;
      readonly opensOn?: Weekday;
      /** What is never offered at this terminal, whatever the invoice. */
      readonly hidden?: readonly ('pix' | 'slip')[];
      /** Somebody new can be registered here. */
      readonly offersJoin?: true;
      /** IANA name: the clock shows the terminal's time, the same that stands on its papers. */
      readonly timeZone: string;
    }
  | {
      readonly name: 'document';
      /** As typed so far, with the mask of CPF or CNPJ. */
      readonly entry: string;
      readonly kind: 'unknown' | 'cpf' | 'cnpj';
      /** Whether letters can be meant at this place, and whether the customer asked for them. */
      readonly letters: 'impossible' | 'offered' | 'shown';
      readonly canSubmit: boolean;
      readonly busy: boolean;
      readonly error?: DocumentError;
      readonly retryInMinutes?: number;
      /** Asked for something else than to pay. */
      readonly purpose?: 'join-person' | 'join-company' | 'progress';
      /** Nobody has this document: they may become a customer. */
      readonly offersJoin?: true;
    }
  | {
      readonly name: 'second-factor';
      readonly question: SecondFactorKind;
      /** As typed so far: dd/mm/aaaa or digits. */
      readonly entry: string;
      readonly length: number;
      readonly canSubmit: boolean;
      readonly busy: boolean;
      readonly triesLeft: number;
      readonly error?: SecondFactorError;
    }
  /** Where an identified customer begins, if there is more than paying. */
  | {
      readonly name: 'menu';
      readonly customerName: string;
      /** Invoices first. */
      readonly entries: readonly MenuEntry[];
      readonly openInvoices: number;
      readonly overdueInvoices: number;
      /** Reading again what is owed. */
      readonly busy: boolean;
      /** Companies that could not be read now: the numbers are not all that is owed. */
      readonly unreadable?: readonly string[];
    }
  | {
      readonly name: 'contracts';
      readonly customerName: string;
      readonly contracts: readonly { readonly id: string; readonly label: string }[];
      readonly canGoBack: boolean;
    }
  | {
      readonly name: 'invoices';
      readonly customerName: string;
      readonly contractLabel?: string;
      readonly invoices: readonly InvoiceCard[];
      readonly canGoBack: boolean;
      /** Reading the list again. */
      readonly busy: boolean;
      /** Companies whose invoices could not be read now: the list is not all that is owed. */
      readonly unreadable?: readonly string[];
      /** Receipts of earlier payments can be had again. */
      readonly hasReceipts: boolean;
      /** Whether some of them could be paid in one PIX. */
      readonly offersSeveral: boolean;
    }
  | {
      readonly name: 'receipts';
      /** Those that may not have come out first, then the newest. */
      readonly receipts: readonly ReceiptCard[];
      /** False when enough were printed in this visit. */
      readonly canPrint: boolean;
    }
  | { readonly name: 'printing-receipt' }
  | { readonly name: 'receipt-printed' }
  | {
      readonly name: 'receipt-trouble';
      readonly trouble: PaperTrouble | 'uncertain';
      readonly canRetry: boolean;
      /** The job is kept and goes out by itself. */
      readonly waits: boolean;
    }
  | {
      readonly name: 'several';
      readonly invoices: readonly TickCard[];
      /** Of those that are ticked. */
      readonly count: number;
      readonly totalCents: number;
      /** All are ticked that can be paid together. */
      readonly allTicked: boolean;
      readonly pix: SeveralActionState;
      /** No receipt comes out now. */
      readonly withoutReceipt: boolean;
      /** Descriptions of those that turned out to be paid already, and are no longer in the list. */
      readonly settled?: readonly string[];
    }
  | {
      readonly name: 'invoice';
      readonly invoice: InvoiceCard;
      readonly pix: PixActionState;
      readonly slip: ActionState;
      /** What `print-slip` prints, where it can. */
      readonly slipContents: SlipContents;
      /** The whole boleto can be looked at, and printed on A4 from there. */
      readonly boleto: { readonly offered: boolean; readonly onA4: boolean };
      /** No receipt comes out now for whoever pays by PIX. */
      readonly withoutReceipt: boolean;
      /** What can be sent to the customer's phone. */
      readonly message?: 'typeable-line' | 'pix';
    }
  | { readonly name: 'preparing-pix'; readonly amountCents: number }
  | {
      readonly name: 'pix';
      readonly amountCents: number;
      readonly qr: QrPicture;
      /** As the payer's bank will show it. */
      readonly payeeName?: string;
      readonly countdown: Countdown;
      /** The last look at the charge failed; it goes on by itself. */
      readonly connectionTrouble: boolean;
      /** The ERP confirms this one, which takes minutes rather than seconds. */
      readonly confirmedByErp: boolean;
      /** The code can be sent to the customer's phone. */
      readonly message?: 'pix';
    }
  | { readonly name: 'cancelling-pix' }
  | {
      readonly name: 'pix-expired';
      readonly amountCents: number;
    }
  | {
      readonly name: 'paid';
      readonly amountCents: number;
      readonly receipt: ReceiptState;
      /** Of all together: that of the least finished. */
      readonly writeOff: WriteOffStanding;
      /** Where several were paid. */
      readonly invoices?: readonly PaidInvoice[];
      /** What the customer names the payment by when people see to it. */
      readonly protocol?: string;
      /** Absent: no service was suspended, or nobody knows. */
      readonly service?: ServiceStanding;
      /** The receipt can be sent to the customer's phone. */
      readonly message?: 'receipt';
    }
  /** Where a message goes; while busy the numbers are still looked for. */
  | {
      readonly name: 'message-phones';
      readonly content: MessageContent;
      /** Masked. */
      readonly phones: readonly { readonly id: string; readonly label: string }[];
      readonly busy: boolean;
      /** A PIX waits to be paid meanwhile. */
      readonly countdown?: Countdown;
    }
  | {
      readonly name: 'message-number';
      readonly content: MessageContent;
      /** As typed so far: (DDD) and number. */
      readonly entry: string;
      readonly canSubmit: boolean;
      readonly error?: PhoneError;
    }
  | {
      readonly name: 'message-consent';
      readonly content: MessageContent;
      /** Masked, unless the customer has typed it. */
      readonly phone: string;
      readonly company: string;
      readonly busy: boolean;
      readonly countdown?: Countdown;
    }
  | {
      readonly name: 'message-asked';
      readonly content: MessageContent;
      readonly phone: string;
      /** `failed`: it could not be taken; nothing is sent. Nobody knows yet whether it arrives. */
      readonly outcome: 'asked' | 'failed';
      readonly countdown?: Countdown;
    }
  | { readonly name: 'opening-boleto' }
  | {
      readonly name: 'boleto';
      /** What it is the pages of. */
      readonly paper: 'boleto' | CopyPaper;
      readonly pages: readonly PagePicture[];
      /** Of the whole document; more than there are pictures when it is very long. */
      readonly pageCount: number;
      /** An A4 printer is configured. */
      readonly canPrint: boolean;
    }
  | {
      readonly name: 'printing-slip';
      /** On A4: whether the printer is still taking it or prints already. */
      readonly onA4?: 'sent' | 'printing';
    }
  | {
      readonly name: 'slip-printed';
      readonly contents: SlipContents;
      readonly onA4?: true;
    }
  | {
      readonly name: 'slip-trouble';
      readonly trouble: PaperTrouble | 'uncertain';
      /** The job is over and may be printed again; without it the job waits and goes out by itself. */
      readonly canRetry?: boolean;
    }
  | { readonly name: 'thanks'; readonly paid: boolean; readonly countdown: Countdown }
  | {
      readonly name: 'problem';
      readonly problem: ProblemKind;
      /** Small at the foot, the same that the log shows, e.g. `ERP-NO-ANSWER`. */
      readonly code: string;
      readonly canRetry: boolean;
      /** Whether `back` leads anywhere, e.g. to the invoice when PIX failed and the boleto is still there. */
      readonly canGoBack?: boolean;
      /** Money came that people have to see to: what the customer names it by, and how the paper with it stands. */
      readonly protocol?: { readonly number: string; readonly paper: ReceiptState };
    };

export type ScreenName = Screen['name'];

/** "Chamar atendente": it may be touched, or it was in this visit and may be again. */
export type AttendantState = 'offered' | 'called';

/** What calling an attendant came to, over the screen until it is closed. */
export interface HelpNotice {
  /** Whether somebody could be told. */
  readonly told: boolean;
  /** Whom the attendant looks for, masked: the screen stands in public. */
  readonly name?: string;
}

/** The languages that the page speaks; papers and what an ERP sends are in Portuguese. */
export const languages = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Ways to look at the screen, or to hear it, that a customer puts on and off at a touch. */
export const displayModes = ['large-type', 'high-contrast', 'low-reach', 'voice'] as const;
export type DisplayMode = (typeof displayModes)[number];

/** How this visit speaks and looks. */
export interface Display {
  readonly language: Language;
  /** What may be chosen, in their order; one alone is no choice. */
  readonly languages: readonly Language[];
  /** Modes that are on. */
  readonly modes: readonly DisplayMode[];
  /** What may be put on here: `voice` only where something can speak. */
  readonly offered: readonly DisplayMode[];
}

/** Everything that the page draws at one moment. */
export interface View {
  /** Goes up whenever another screen (or the same one afresh) is shown; intents carry it back, so that a late touch on an old screen does nothing. */
  readonly screenKey: number;
  readonly screen: Screen;
  readonly brand: Brand;
  /** Set while the idle warning lies over the screen. */
  readonly idleWarning?: Countdown;
  /** Absent where nobody can be called. */
  readonly attendant?: AttendantState;
  /** Absent where nothing may be chosen: Portuguese, as designed. */
  readonly display?: Display;
  readonly helpNotice?: HelpNotice;
}
