import { createPrivateKey, sign } from 'node:crypto';
import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { readJson } from '../../http/read-json.ts';
import type { SalesforceAccess, SalesforceTools } from './salesforce-access.ts';

/** A token, and the address at which it is good. */
export interface SalesforceSession {
  readonly token: string;
  readonly instance: string;
  /** Who signed in, where the answer says it. */
  readonly userId?: string;
}

type Tools = Pick<SalesforceTools, 'http' | 'clock' | 'readKeyFile'>;
type Form = Readonly<Record<string, string>>;

const TIMEOUT_MS = 15_000;
/** Salesforce takes assertions of at most five minutes; this leaves room for a clock that is fast. */
const ASSERTION_SECONDS = 180;

/** `id` is an address that ends with the ids of org and user. */
const tokenAnswer = z
  .object({
    access_token: z.string().min(1),
    instance_url: z.url(),
    id: z.string().optional(),
  })
  .transform(({ access_token: token, instance_url: instance, id = '' }): SalesforceSession => {
    const userId = /\/(005\w{12,15})$/.exec(id)?.[1];
    return { token, instance, ...(userId !== undefined && { userId }) };
  });

const refusalBody = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/**
 * Asks Salesforce for a session. Whoever is not let in gets a failure with status 401, whatever the token endpoint
 * itself says (it says 400): nobody is to take it for a fault of what was to be sent.
 */
export async function signIn(
  access: SalesforceAccess,
  tools: Tools,
): Promise<Result<SalesforceSession, RemoteFailure>> {
  const form = await formOf(access, tools);
  if (!form.ok) return form;
  const answer = await tools.http.request({
    method: 'POST',
    url: new URL('/services/oauth2/token', access.loginUrl).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form.value).toString(),
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.ok) return readJson(answer.value, tokenAnswer);
  return failure(answer.error.kind === 'refused' ? asLockedOut(answer.error) : answer.error);
}

function asLockedOut(refusal: RemoteFailure & { readonly kind: 'refused' }): RemoteFailure {
  const reason = refusalBody.safeParse(refusal.body);
  const words = reason.success ? ` ${reason.data.error}` : '';
  return { ...refusal, status: 401, detail: `sign-in: ${refusal.detail}${words}` };
}

async function formOf(access: SalesforceAccess, tools: Tools): Promise<Result<Form, RemoteFailure>> {
  const { clientId, clientSecret = '', username = '', password = '', securityToken = '' } = access;
  const app = { client_id: clientId, client_secret: clientSecret };
  switch (access.signIn) {
    case 'client-credentials':
      return success({ grant_type: 'client_credentials', ...app });
    case 'username-password':
      return success({ grant_type: 'password', ...app, username, password: password + securityToken });
    case 'jwt-bearer':
      return assertionForm(access, tools);
  }
}

async function assertionForm(
  { loginUrl, clientId, username = '', privateKeyFile = '' }: SalesforceAccess,
  { clock, readKeyFile }: Tools,
): Promise<Result<Form, RemoteFailure>> {
  const key = await readKeyFile(privateKeyFile);
  if (!key.ok) return failure({ kind: 'not-sent', detail: `sign-in: private key ${key.error}` });
  const expiresAt = Math.floor(clock.wallTime() / 1000) + ASSERTION_SECONDS;
  const claims = { iss: clientId, sub: username, aud: audienceOf(loginUrl), exp: expiresAt };
  try {
    const assertion = signJwt(claims, key.value);
    return success({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  } catch {
    return failure({ kind: 'not-sent', detail: 'sign-in: private key unreadable' });
  }
}

/** RFC 7515 with RS256, the only one that Salesforce takes. @throws when the key is none, or not of RSA */
function signJwt(claims: object, pem: Buffer): string {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'rsa') throw new Error('not an RSA key');
  const content = [{ alg: 'RS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

/** Assertions name the general login address, not the company's own; sandboxes have another one. */
function audienceOf(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  const isSandbox = hostname === 'test.salesforce.com' || hostname.includes('.sandbox.');
  return isSandbox ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}
