/**
 * What the technician's area may ask of main, call by call, and what it gets. Everything here survives structured
 * cloning. The page never holds a secret: a stored one stands in the settings as its sealed text, which only main can
 * open, and goes back unchanged.
 */

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** How the door to the technician's area stands. */
export type Door =
  /** Nobody chose a PIN yet: whoever sets the kiosk up does so now. */
  | { readonly state: 'no-pin' }
  /** `triesLeft` until the lock-out; `waitMs` (milliseconds) until the next try counts. */
  | { readonly state: 'locked'; readonly triesLeft: number; readonly waitMs: number }
  | { readonly state: 'open' };

/** What became of a PIN. */
export type PinOutcome =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'wrong'; readonly triesLeft: number; readonly waitMs: number }
  /** Too early after a wrong one, or locked out; nothing was compared. */
  | { readonly outcome: 'wait'; readonly waitMs: number }
  /** A new PIN that is too short, too plain or not made of digits. */
  | { readonly outcome: 'unfit'; readonly reason: 'length' | 'digits' | 'too-plain' };

/** One thing wrong with one field, in words for a technician; never with its value. */
export interface FieldProblem {
  /** Path of the field, e.g. `erps[0].baseUrl`. */
  readonly field: string;
  readonly message: string;
}

/** How secrets are kept on this machine; `key-file` only keeps them from casual eyes, and the technician is told. */
export type SecretKeeping = 'keyring' | 'systemd-credential' | 'key-file';

/** `settings.json` as the page may see it. */
export interface SettingsState {
  /** Goes up with each save; a save names the one it started from. 0: there is no file yet. */
  readonly revision: number;
  /** Secrets stand as their sealed texts. Without a file: an empty object. */
  readonly draft: JsonObject;
  readonly problems: readonly FieldProblem[];
  readonly secretKeeping: SecretKeeping;
  /** When the last change was made (wall time, milliseconds), if it can be undone. */
  readonly undoable?: { readonly savedAt: number };
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly state: SettingsState }
  | { readonly outcome: 'refused'; readonly problems: readonly FieldProblem[] }
  /** Somebody saved since; read again. */
  | { readonly outcome: 'stale' }
  /** The disk did not take it; the settings are as they were. */
  | { readonly outcome: 'failed'; readonly code: string };

/** One difference between the settings in force and others. */
export interface SettingChange {
  readonly field: string;
  /** As text; absent: the field is not there. A secret is never shown. */
  readonly before?: string;
  readonly after?: string;
  readonly secret: boolean;
}

/** Settings from a file, before they are taken over. */
export type ImportPreview =
  | {
      readonly outcome: 'readable';
      /** What would be saved: secrets that the file lacks stay as they are here. */
      readonly draft: JsonObject;
      readonly changes: readonly SettingChange[];
      readonly problems: readonly FieldProblem[];
    }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** A removable drive, or a folder or file on it. Paths are relative to the drive, with `/`. */
export interface Drive {
  readonly id: string;
  readonly label: string;
  readonly freeBytes: number;
}

export interface DriveEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'file';
  readonly bytes: number;
}

/** What a file is picked for: decides which endings are listed and what main does with it. */
export type FilePurpose = 'logo' | 'erp-profile' | 'printer-profile' | 'certificate' | 'settings';

export type FileOutcome =
  /** The logo lies in the data folder now; `value` is what the field `terminal.logo` takes. */
  | { readonly outcome: 'logo'; readonly value: string; readonly preview: string }
  /** The profile lies in the data folder now; `value` is its name. */
  | { readonly outcome: 'erp-profile' | 'printer-profile'; readonly value: string }
  /** The certificate or key lies sealed in the data folder now; `value` is its name there. */
  | { readonly outcome: 'certificate'; readonly value: string }
  | { readonly outcome: 'settings'; readonly preview: ImportPreview }
  | { readonly outcome: 'unfit'; readonly problems: readonly FieldProblem[] };

export type WrittenFile =
  | { readonly outcome: 'written'; readonly name: string }
  | { readonly outcome: 'failed'; readonly code: string };

/** One request and its answer, with secrets masked. */
export interface ObservedExchange {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** Absent: no answer came. */
  readonly status?: number;
  /** The raw answer, cut when very long. */
  readonly answer?: string;
  /** Why there is no usable answer. */
  readonly failure?: string;
  readonly tookMs: number;
}

/** What a "Testar" brought to light. */
export interface TestReport {
  readonly worked: boolean;
  /** One line in pt-BR: what was found, or what to do next. */
  readonly summary: string;
  /** The same code as in the log, when something failed. */
  readonly code?: string;
  readonly tookMs: number;
  readonly exchanges: readonly ObservedExchange[];
  /** What the kiosk made of the answer: its own model, as JSON. */
  readonly mapped?: Json;
}

export interface SerialPortChoice {
  readonly path: string;
  /** What the system knows of it, e.g. "FTDI FT232R". */
  readonly label?: string;
}

export type LivePrinterStatus =
  | 'ok'
  | 'near-end'
  | 'no-paper'
  | 'cover-open'
  | 'offline'
  | 'error'
  /** Something comes at another speed than the settings say. */
  | 'wrong-speed'
  /** Settings without a printer, or unfit to try. */
  | 'not-configured';

/** A printer profile of the data folder; one with a built-in profile's name takes its place. */
export interface PrinterProfileChoice {
  readonly name: string;
  readonly title: string;
  /** How far it was tried, in its own words. */
  readonly verified: string;
  readonly problems: readonly FieldProblem[];
}

/** A paper as it would come out of the printer: a picture (`data:` URL, one pixel a dot) for each piece of it. */
export interface PreviewedPaper {
  readonly kind: 'slip' | 'receipt' | 'pix-slip';
  readonly pictures: readonly string[];
}

/** What became of the logo on paper: `off` by the settings, `missing` there is none, the rest why it cannot be printed. */
export type PaperLogoState = 'printed' | 'off' | 'missing' | 'not-png' | 'too-large' | 'blank';

/** Sample papers, as the printer of the draft prints them. */
export type PaperPreview =
  | {
      readonly outcome: 'papers';
      readonly paper: '80mm' | '58mm';
      readonly papers: readonly PreviewedPaper[];
      readonly logo: PaperLogoState;
    }
  | { readonly outcome: 'unfit'; readonly problems: readonly FieldProblem[] };

/** A built-in profile, or one of the data folder. */
export interface ErpProfileChoice {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly own: boolean;
  /** Which credentials its authentication needs. */
  readonly credentials: readonly ('token' | 'username' | 'password' | 'clientId' | 'clientSecret')[];
  /** Name of each operation that it has, and the path of its last request. */
  readonly operations: readonly { readonly name: string; readonly path: string }[];
  readonly problems: readonly FieldProblem[];
}

/** A write-off that is not through, or that a person must look at. */
export interface WriteOffItem {
  readonly id: string;
  readonly chargeId: string;
  /** Which of the kiosk's ERPs it is for. */
  readonly erp: string;
  readonly invoiceId: string;
  readonly amountCents: number;
  readonly state: 'PENDING' | 'SENT' | 'UNKNOWN' | 'MANUAL' | 'REFUND_DUE';
  readonly detail?: string;
  /** Wall time, milliseconds. */
  readonly paidAt: number;
  readonly sends: number;
  /** How the money stands that must go back by PIX; absent where none must, or where the kiosk cannot reach it. */
  readonly refund?: 'possible' | 'under-way' | 'failed';
}

/** How a client certificate (mTLS) stands; `validTo`: wall time, milliseconds. */
export type CertificateState =
  | { readonly state: 'good' | 'ends-soon' | 'ended' | 'not-yet'; readonly validTo: number }
  | {
      readonly state: 'unusable';
      readonly problem:
        | 'missing'
        | 'sealed-elsewhere'
        | 'unreadable'
        | 'wrong-passphrase'
        | 'no-key'
        | 'wrong-key';
    };

/** How a PIX account answers. */
export interface PixAccountItem {
  readonly id: string;
  /** Absent: it has none. */
  readonly certificate?: CertificateState;
  readonly down: boolean;
  /** Wall time, milliseconds, since the kiosk started. */
  readonly lastSuccessAt?: number;
  readonly lastFailureAt?: number;
}

/** What a customer asked the company for, and whether the ERP did it is not known. */
export interface UnclearRequestItem {
  readonly id: string;
  /** What the customer names it by. */
  readonly protocol: string;
  readonly kind: 'trust-unlock' | 'ticket' | 'contact-change' | 'lead' | 'prospect' | 'order';
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** Id of the service in the ERP, where it is about one. */
  readonly serviceId?: string;
  /** The ERP's own words, where it said any. */
  readonly remarks?: string;
  /** Wall time, milliseconds. */
  readonly askedAt: number;
}

/** A delivery to another system that waits or was given up. */
export interface DeliveryItem {
  readonly event: number;
  readonly target: string;
  readonly type: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  readonly lastFailure?: string;
  /** Wall time, milliseconds. */
  readonly occurredAt: number;
  /** Whether the settings still have the target; nobody tries it otherwise. */
  readonly hasTarget: boolean;
  /** The target was told already of what came later in the visit: sent again, this one comes out of its order. */
  readonly isOvertaken: boolean;
}

export interface ChargeItem {
  readonly id: string;
  readonly txid: string;
  readonly source: 'api-pix' | 'erp-pix' | 'static-pix';
  readonly state: string;
  readonly amountCents: number;
  readonly invoiceIds: readonly string[];
  /** Wall time, milliseconds. */
  readonly createdAt: number;
  readonly paidAt?: string;
  readonly writeOffs: readonly string[];
  readonly canReprint: boolean;
}

export interface ChargePage {
  readonly charges: readonly ChargeItem[];
  readonly total: number;
}

/** Who is told by a test; a webhook by its id in the draft. */
export type TestedTarget = 'chat' | 'crm' | `webhook:${string}`;

/** How the local gateway stands. `problem`: why it does not listen, the system's code or one of ours. */
export interface GatewayStanding {
  /** IP address and port. */
  readonly address: string;
  readonly state: 'opening' | 'listening' | 'failed';
  readonly problem?: string;
}

/** One line of the audit log. */
export interface AuditItem {
  /** Wall time, milliseconds. */
  readonly at: number;
  readonly event: string;
  readonly detail?: string;
}

/** How the kiosk stands. Parts that need a running kiosk are absent while its settings do not let it run. */
export interface KioskState {
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly audit: { readonly intact: boolean; readonly last: readonly AuditItem[] };
  readonly running?: {
    readonly erps: readonly { readonly id: string; readonly down: boolean }[];
    /** Absent: no printer is configured. `status`: absent until it was first looked at. */
    readonly printer?: {
      readonly status?: LivePrinterStatus;
      /** What a person must see to. `since`: wall time, milliseconds. */
      readonly alarm?: { readonly trouble: LivePrinterStatus; readonly since: number };
    };
    readonly pixAccounts: readonly PixAccountItem[];
    readonly writeOffs: readonly WriteOffItem[];
    /** Wall time (milliseconds) since when the oldest write-off's fate is unknown. */
    readonly oldestUnknownSince?: number;
    readonly deliveries: readonly DeliveryItem[];
    readonly deliveriesTotal: number;
    /** What customers asked for and nobody knows the end of, the oldest first. Absent: nothing. */
    readonly unclearRequests?: readonly UnclearRequestItem[];
    readonly storage?: StorageStanding;
    /** Whether spoken guidance found a synthesizer and a sound card. Absent: the settings want none. */
    readonly canSpeak?: boolean;
    /** Absent: the settings want no gateway. */
    readonly gateway?: GatewayStanding;
  };
}

/** How the database is kept. */
export interface StorageStanding {
  readonly backups: number;
  /** Wall times, milliseconds. */
  readonly lastBackupAt?: number;
  /** When a backup last took the place of a damaged database. */
  readonly restoredAt?: number;
  /** Why no payment may begin now; empty: they may. */
  readonly paymentsOff: readonly ('starting' | 'restored' | 'disk-full' | 'damaged')[];
}

/** Amounts of a day in cents; all but `charged` are parts of `paid` and add up to it. */
export interface ClosingAmounts {
  readonly charged: number;
  readonly chargedCount: number;
  readonly paid: number;
  readonly paidCount: number;
  readonly writtenOff: number;
  readonly settledByErp: number;
  readonly pending: number;
  readonly forPerson: number;
  readonly closedByHand: number;
  readonly refundDue: number;
  readonly refunded: number;
}

/** A day's money by ERP and account, from the money's audit log, and whether that log is sound. */
export interface ClosedDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The day it is now, where the terminal stands. */
  readonly today: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly groups: readonly (ClosingAmounts & { readonly erp: string; readonly account?: string })[];
  readonly total: ClosingAmounts;
  /** Of earlier days: on its way, waiting for a person, or to be given back. */
  readonly openFromBefore: { readonly count: number; readonly cents: number };
  readonly entries: number;
  /** The first entry that is not as it was written; absent: all are. */
  readonly brokenAt?: number;
  /** How many charges and write-offs differ from the audit. */
  readonly differences: number;
}

/** How far this machine's clock is from a server's. */
export interface ClockReading {
  readonly host: string;
  /** Milliseconds by which this machine is ahead; absent: no answer, or one without its time. */
  readonly aheadMs?: number;
}

/** Whether something could be done to a row; `gone`: it is no longer as it was shown. */
export type RowOutcome = { readonly outcome: 'done' | 'gone' | 'failed' };

/** Every call: what it takes and what it answers. Only those of the door are answered while it is not open. */
export interface TechnicianCalls {
  readonly door: { readonly input: Record<string, never>; readonly answer: Door };
  readonly 'choose-pin': { readonly input: { readonly pin: string }; readonly answer: PinOutcome };
  readonly unlock: { readonly input: { readonly pin: string }; readonly answer: PinOutcome };
  readonly leave: { readonly input: Record<string, never>; readonly answer: null };

  readonly 'change-pin': {
    readonly input: { readonly current: string; readonly pin: string };
    readonly answer: PinOutcome;
  };

  readonly 'read-settings': { readonly input: Record<string, never>; readonly answer: SettingsState };
  readonly 'check-settings': {
    readonly input: { readonly draft: JsonObject };
    readonly answer: readonly FieldProblem[];
  };
  readonly 'save-settings': {
    readonly input: { readonly revision: number; readonly draft: JsonObject };
    readonly answer: SaveOutcome;
  };
  readonly 'undo-settings': { readonly input: { readonly revision: number }; readonly answer: SaveOutcome };

  readonly 'list-drives': { readonly input: Record<string, never>; readonly answer: readonly Drive[] };
  readonly 'list-folder': {
    readonly input: { readonly drive: string; readonly path: string; readonly purpose: FilePurpose };
    readonly answer: readonly DriveEntry[];
  };
  readonly 'pick-file': {
    readonly input: { readonly drive: string; readonly path: string; readonly purpose: FilePurpose };
    readonly answer: FileOutcome;
  };
  readonly 'export-settings': { readonly input: { readonly drive: string }; readonly answer: WrittenFile };
  readonly 'export-log': { readonly input: { readonly drive: string }; readonly answer: WrittenFile };

  readonly 'erp-profiles': {
    readonly input: Record<string, never>;
    readonly answer: readonly ErpProfileChoice[];
  };
  /** Runs one read-only operation with this document against one ERP of the draft. */
  readonly 'test-erp': {
    readonly input: {
      readonly draft: JsonObject;
      readonly erp: string;
      readonly operation: string;
      readonly document: string;
    };
    readonly answer: TestReport;
  };
  /** How an account's client certificate stands; null: it has none, or the draft does not say enough. */
  readonly 'pix-certificate': {
    readonly input: { readonly draft: JsonObject; readonly account: string };
    readonly answer: CertificateState | null;
  };
  /** Makes a charge of one cent at the account and takes it back. */
  readonly 'test-pix': {
    readonly input: { readonly draft: JsonObject; readonly account: string };
    readonly answer: TestReport;
  };
  readonly 'test-relay': {
    readonly input: { readonly draft: JsonObject; readonly target: TestedTarget };
    readonly answer: TestReport;
  };
  /** Looks the number up at Senior CRM, which makes a record of a call there; without a number only whether it answers. */
  readonly 'test-senior-crm': {
    readonly input: { readonly draft: JsonObject; readonly phone: string };
    readonly answer: TestReport;
  };
  readonly 'serial-ports': {
    readonly input: Record<string, never>;
    readonly answer: readonly SerialPortChoice[];
  };
  readonly 'printer-status': {
    readonly input: { readonly draft: JsonObject };
    readonly answer: LivePrinterStatus;
  };
  /** Those of the technician's own; those that come with the program the page knows. */
  readonly 'printer-profiles': {
    readonly input: Record<string, never>;
    readonly answer: readonly PrinterProfileChoice[];
  };
  readonly 'preview-papers': {
    readonly input: { readonly draft: JsonObject };
    readonly answer: PaperPreview;
  };
  /** Opens the gateway of the draft for a moment and asks it at its public address; touches no ERP. */
  readonly 'test-gateway': { readonly input: { readonly draft: JsonObject }; readonly answer: TestReport };
  /** Asks the A4 printer how it is; prints nothing. */
  readonly 'test-a4-printer': { readonly input: { readonly draft: JsonObject }; readonly answer: TestReport };
  readonly 'print-test-page': { readonly input: { readonly draft: JsonObject }; readonly answer: TestReport };

  readonly 'read-state': { readonly input: Record<string, never>; readonly answer: KioskState };
  readonly 'read-clock': { readonly input: Record<string, never>; readonly answer: readonly ClockReading[] };
  readonly 'find-charges': {
    readonly input: { readonly text: string; readonly page: number };
    readonly answer: ChargePage;
  };
  /** `day`: `YYYY-MM-DD`, or empty for today. */
  readonly 'close-day': { readonly input: { readonly day: string }; readonly answer: ClosedDay };
  readonly 'export-closing': {
    readonly input: { readonly drive: string; readonly day: string };
    readonly answer: WrittenFile;
  };
  readonly 'reprint-receipt': { readonly input: { readonly chargeId: string }; readonly answer: RowOutcome };
  readonly 'retry-write-off': { readonly input: { readonly id: string }; readonly answer: RowOutcome };
  readonly 'settle-write-off': {
    readonly input: { readonly id: string; readonly reason: string };
    readonly answer: RowOutcome;
  };
  /** Sends money that must go back by PIX (*devolução*); main has written down that it was asked. */
  readonly 'refund-pix': { readonly input: { readonly id: string }; readonly answer: RowOutcome };
  readonly 'retry-delivery': {
    readonly input: { readonly event: number; readonly target: string };
    readonly answer: RowOutcome;
  };
  /** Everything that this target refused. */
  readonly 'retry-deliveries': { readonly input: { readonly target: string }; readonly answer: RowOutcome };
  /** A person has looked at what became of it in the ERP. */
  readonly 'close-request': {
    readonly input: { readonly id: string; readonly reason: string };
    readonly answer: RowOutcome;
  };
  readonly 'drop-delivery': {
    readonly input: { readonly event: number; readonly target: string; readonly reason: string };
    readonly answer: RowOutcome;
  };
}

export type TechnicianCall = keyof TechnicianCalls;

export type InputOf<C extends TechnicianCall> = TechnicianCalls[C]['input'];

export type AnswerOf<C extends TechnicianCall> = TechnicianCalls[C]['answer'];

/** What comes back over the line: the answer, or why there is none. */
export type TechnicianReply<C extends TechnicianCall> =
  | { readonly ok: true; readonly answer: AnswerOf<C> }
  /** `locked`: the door is not open (any more); `refused`: not a call that main knows; `failed`: see the log. */
  | { readonly ok: false; readonly reason: 'locked' | 'refused' | 'failed' };
