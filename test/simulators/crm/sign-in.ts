import { createPublicKey, verify } from 'node:crypto';
import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';

/** The connected app and API user that the CRM knows unless told otherwise. */
export const defaultCrmAccount = {
  clientId: 'crm-sim-consumer-key',
  clientSecret: 'crm-sim-consumer-secret',
  username: 'api@crm.example.com',
  /** Password and security token, run together as Salesforce wants them. */
  password: 'crm-sim-passwordcrm-sim-security-token',
};

const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com'];

interface Gate {
  /** PEM; the certificate of the connected app. Absent: it has none. */
  readonly publicKey: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Why a grant is refused; undefined: it is not. */
export function refuseGrant(request: SimulatorRequest, gate: Gate): Answer | undefined {
  const form = fieldsOf(request.body);
  if (form.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    return isSound(String(form.assertion), gate) ? undefined : refusal('invalid_grant', 'invalid assertion');
  }
  const { clientId, clientSecret, username, password } = defaultCrmAccount;
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const known =
    request.headers.authorization === basic ||
    (form.client_id === clientId && form.client_secret === clientSecret);
  if (!known) return refusal('invalid_client', 'invalid client credentials');
  if (form.grant_type === 'client_credentials') return undefined;
  if (form.grant_type !== 'password') return refusal('unsupported_grant_type', 'grant type not supported');
  const isUser = form.username === username && form.password === password;
  return isUser ? undefined : refusal('invalid_grant', 'authentication failure');
}

function isSound(assertion: string, { publicKey, now }: Gate): boolean {
  const [head = '', body = '', signature = ''] = assertion.split('.');
  if (publicKey === undefined) return false;
  const signed = Buffer.from(`${head}.${body}`);
  const isSigned = verify(
    'RSA-SHA256',
    signed,
    createPublicKey(publicKey),
    Buffer.from(signature, 'base64url'),
  );
  const { alg } = read(head);
  const { iss, sub, aud, exp } = read(body);
  const left = Number(exp) * 1000 - now();
  return (
    isSigned &&
    alg === 'RS256' &&
    iss === defaultCrmAccount.clientId &&
    sub === defaultCrmAccount.username &&
    audiences.includes(String(aud)) &&
    left > 0 &&
    left <= 300_000
  );
}

function read(part: string): Readonly<Record<string, unknown>> {
  return fieldsOf(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
}

function refusal(error: string, description: string): Answer {
  return json(400, { error, error_description: description });
}
