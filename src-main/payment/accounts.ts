import type { OpenInvoice } from '../domain/customer-account.ts';
import { failure, type Result, success } from '../domain/result.ts';

/** A PIX account at a PSP that speaks the central bank's API Pix. Secrets never leave the main process. */
export interface PixAccount {
  readonly id: string;
  /** The payee as the payer's bank will show it. */
  readonly payeeName: string;
  /** The PIX key (*chave*) that collects. */
  readonly key: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs: number;
}

/** Which account collects what of an ERP. */
export interface AccountChoice {
  readonly defaultAccount?: string | undefined;
  /** The ERP's `identifier` → account id. */
  readonly accountByIdentifier: Readonly<Record<string, string>>;
}

/** All accounts, and which of them collects what. */
export interface AccountBook extends AccountChoice {
  readonly accounts: readonly PixAccount[];
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
): Result<PixAccount, 'not-configured' | 'not-mapped'> {
  if (book.accounts.length === 0) return failure('not-configured');
  const choice = book.byErp?.get(erp) ?? book;
  const id = identifier === undefined ? choice.defaultAccount : choice.accountByIdentifier[identifier];
  const account = book.accounts.find((each) => each.id === id);
  if (account) return success(account);
  return failure(identifier === undefined ? 'not-configured' : 'not-mapped');
}
