import type { ChargeSource } from '../domain/charge.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import type { Cents } from '../domain/money.ts';
import { type OpeningHours, openingAt } from '../domain/opening-hours.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { PixPresetName } from './api-pix/preset-names.ts';

/** What an account takes; amounts in cents, both ends included. */
export interface AccountLimits {
  readonly minimumCents?: Cents;
  readonly maximumCents?: Cents;
  /** Times of the day, at the terminal, in which it collects; empty or absent: always. */
  readonly hours?: readonly OpeningHours[];
}

/** A PIX account at a PSP that speaks the central bank's API Pix. Secrets never leave the main process. */
export interface PixAccount {
  readonly id: string;
  /** The payee as the payer's bank will show it. */
  readonly payeeName: string;
  /** The PIX key (*chave*) that collects. */
  readonly key: string;
  /** Which PSP it is at; default `generic`. */
  readonly preset?: PixPresetName;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Key of the application, where the PSP wants one. */
  readonly developerKey?: string;
  /** Client certificate for mTLS: name of a file in the certificates' folder, PEM or PKCS #12. */
  readonly certificateFile?: string;
  /** Its key, where that is a file of its own (PEM). */
  readonly certificateKeyFile?: string;
  readonly certificatePassphrase?: string;
  readonly timeoutMs: number;
  readonly limits?: AccountLimits;
  /** How many requests a minute its PSP takes; default 120. */
  readonly requestsPerMinute?: number;
}

/** A PIX account whose PSP the kiosk cannot ask: it shows a static BR Code, and the ERP learns of the payment. */
export interface StaticAccount {
  readonly id: string;
  readonly payeeName: string;
  readonly key: string;
  readonly city: string;
  readonly limits?: AccountLimits;
}

/** The account that collects an invoice, whichever way. */
export type ChosenAccount = Pick<PixAccount, 'id' | 'payeeName' | 'limits'> & {
  readonly source: Extract<ChargeSource, 'api-pix' | 'static-pix'>;
};

/** Why an account does not take an amount now. */
export type LimitBreach = 'below-minimum' | 'above-maximum' | 'outside-hours';

/** Which account collects what of an ERP. */
export interface AccountChoice {
  readonly defaultAccount?: string | undefined;
  /** The ERP's `identifier` → account id. */
  readonly accountByIdentifier: Readonly<Record<string, string>>;
}

/** All accounts, and which of them collects what. */
export interface AccountBook extends AccountChoice {
  readonly accounts: readonly PixAccount[];
  readonly staticAccounts?: readonly StaticAccount[];
  /** By id of an ERP: what counts for it in place of the above. The same identifier may mean something else there. */
  readonly byErp?: ReadonlyMap<string, AccountChoice>;
}

/**
 * The account that collects an invoice. An empty identifier means the default one; an identifier that nobody mapped
 * means none, because the money must not go to the wrong company.
 */
export function chooseAccount(
  book: AccountBook,
  { erp, accountKey: identifier }: Pick<OpenInvoice, 'erp' | 'accountKey'>,
): Result<ChosenAccount, 'not-configured' | 'not-mapped'> {
  const accounts = chosenFrom(book);
  if (accounts.length === 0) return failure('not-configured');
  const choice = book.byErp?.get(erp) ?? book;
  const id = identifier === undefined ? choice.defaultAccount : choice.accountByIdentifier[identifier];
  const account = accounts.find((each) => each.id === id);
  if (account) return success(account);
  return failure(identifier === undefined ? 'not-configured' : 'not-mapped');
}

function chosenFrom({ accounts, staticAccounts = [] }: AccountBook): readonly ChosenAccount[] {
  return [
    ...accounts.map((account) => ({ ...account, source: 'api-pix' as const })),
    ...staticAccounts.map((account) => ({ ...account, source: 'static-pix' as const })),
  ];
}

/** Why the account does not take this amount at this moment (wall time, milliseconds); `timeZone`: IANA name. */
export function limitBreach(
  { limits }: Pick<ChosenAccount, 'limits'>,
  amountCents: Cents,
  wallTime: number,
  timeZone: string,
): LimitBreach | undefined {
  const { minimumCents = 0, maximumCents = Number.POSITIVE_INFINITY, hours = [] } = limits ?? {};
  if (amountCents < minimumCents) return 'below-minimum';
  if (amountCents > maximumCents) return 'above-maximum';
  return openingAt(hours, wallTime, timeZone).open ? undefined : 'outside-hours';
}
