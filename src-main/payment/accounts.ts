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

/** Which account collects what. */
export interface AccountBook {
  readonly accounts: readonly PixAccount[];
  readonly defaultAccount?: string | undefined;
  /** The ERP's `identifier` → account id. */
  readonly accountByIdentifier: Readonly<Record<string, string>>;
}

/**
 * The account that collects an invoice. An empty identifier means the default one; an identifier that nobody mapped
 * means none, because the money must not go to the wrong company.
 */
export function chooseAccount(
  book: AccountBook,
  identifier: string | undefined,
): Result<PixAccount, 'not-configured' | 'not-mapped'> {
  if (book.accounts.length === 0) return failure('not-configured');
  const id = identifier === undefined ? book.defaultAccount : book.accountByIdentifier[identifier];
  const account = book.accounts.find((each) => each.id === id);
  if (account) return success(account);
  return failure(identifier === undefined ? 'not-configured' : 'not-mapped');
}
