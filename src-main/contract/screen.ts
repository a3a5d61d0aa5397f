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
  | 'invoice-changed'
  | 'invoice-already-settled'
  /** The ERP knows nothing that could be asked to make sure who this is. */
  | 'identity-unverifiable'
  /** The cancelling of a PIX could not be confirmed: the customer must not pay that QR any more. */
  | 'pix-cancel-unconfirmed'
  /** Money arrived, but not the amount of the charge: a person must help. */
  | 'payment-mismatch'
  | 'storage-unavailable'
  | 'printer-unavailable'
  | 'unexpected';

/** Why one way to pay or print is not offered for an invoice. */
export type ActionState =
  | { readonly offered: true }
  | {
      readonly offered: false;
      readonly reason: 'not-configured' | 'no-sound-line' | 'printer' | 'nothing-to-pay';
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

/** A QR symbol as one SVG path on a grid of `size` × `size` modules, quiet zone not included. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** How the paper that follows a payment stands. */
export type ReceiptState =
  | { readonly state: 'printing' }
  | { readonly state: 'printed' }
  /** The job is kept and goes out when the printer is well again. */
  | { readonly state: 'waiting'; readonly trouble: PaperTrouble }
  | { readonly state: 'uncertain' }
  | { readonly state: 'none' };

export type Screen =
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
  | {
      readonly name: 'contracts';
      readonly customerName: string;
      readonly contracts: readonly { readonly id: string; readonly label: string }[];
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
    }
  | {
      readonly name: 'invoice';
      readonly invoice: InvoiceCard;
      readonly pix: ActionState;
      readonly slip: ActionState;
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
      /** Whether the ERP already confirmed the write-off. */
      readonly writeOff: 'done' | 'processing';
    }
  | { readonly name: 'printing-slip' }
  | {
      readonly name: 'slip-printed';
      /** The paper also carries the ERP's PIX. */
      readonly withPix: boolean;
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
    };

export type ScreenName = Screen['name'];

/** Everything that the page draws at one moment. */
export interface View {
  /** Goes up whenever another screen (or the same one afresh) is shown; intents carry it back, so that a late touch on an old screen does nothing. */
  readonly screenKey: number;
  readonly screen: Screen;
  readonly brand: Brand;
  /** Set while the idle warning lies over the screen. */
  readonly idleWarning?: Countdown;
}
