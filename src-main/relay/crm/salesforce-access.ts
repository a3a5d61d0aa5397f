import type { Clock } from '../../domain/clock.ts';
import type { Result } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Log } from '../../logging/log.ts';

/** Which OAuth flow the connected app allows. */
export type SalesforceSignIn = 'client-credentials' | 'jwt-bearer' | 'username-password';

/** A Salesforce org and how to get in, as the settings have it. */
export interface SalesforceAccess {
  readonly loginUrl: string;
  readonly signIn: SalesforceSignIn;
  /** The connected app's consumer key. */
  readonly clientId: string;
  /** All but `jwt-bearer` need it. */
  readonly clientSecret?: string;
  /** The API user; all but `client-credentials` need it. */
  readonly username?: string;
  readonly password?: string;
  /** Appended to the password; orgs that trust the kiosk's address want none. */
  readonly securityToken?: string;
  /** For `jwt-bearer`: name of the file that holds the private key (PEM, RSA). */
  readonly privateKeyFile?: string;
  /** e.g. `62.0`. */
  readonly apiVersion: string;
  /** Custom external-id field of Case that makes repeats harmless. */
  readonly externalIdField: string;
  /** Comments bear their real times and two authors; the API user needs the permission to set audit fields. */
  readonly auditFields: boolean;
  /** Username of whom the customer's comments are by, with `auditFields`. */
  readonly customerUsername?: string;
  /** Whether receipts and boletos go along. */
  readonly attachFiles: boolean;
}

/** Reads a key file of the data folder by its name; a failure says why there is none. */
export type ReadKeyFile = (name: string) => Promise<Result<Buffer, string>>;

/** What talking to Salesforce takes besides knowing where it is. */
export interface SalesforceTools {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly readKeyFile: ReadKeyFile;
}
